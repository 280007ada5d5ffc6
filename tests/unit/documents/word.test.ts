import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { heading, type Paper, table, text } from "@/lib/papers";
import { headSize } from "@/server/documents/layout";
import { numbering } from "@/server/documents/numbers";
import { wordOf } from "@/server/documents/word";
import { linesOf, partOf, rowsOf } from "../../support/word-files";

const paper = (rest: Partial<Paper> = {}): Paper => ({
  name: "通报",
  head: { kind: "red", office: "岱山县人大常委会办公室文件" },
  title: "关于2026年度考核的通报",
  standing: "本年未结束，仅供参考",
  to: "各乡镇人大：",
  blocks: [heading(1, "总体情况"), text("正文。")],
  signed: { office: "岱山县人大常委会办公室", day: "2026-11-27" },
  ...rest,
});

const bodyOf = async (given: Paper): Promise<string> =>
  partOf(await wordOf(given, "导出"), "word/document.xml");

describe("an official paper", () => {
  it("is A4 with the margins of the standard, 22 lines of 28 characters, body of 16 points on exact lines", async () => {
    const xml = await bodyOf(paper());
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-848"/>');
    expect(xml).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(xml).toContain('<w:sz w:val="32"/>');
    expect(xml).toContain('<w:sz w:val="44"/>');
    for (const font of ["仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"])
      expect(xml).toContain(`w:eastAsia="${font}"`);
  });

  it("carries its page numbers outside: right on odd pages, left on even ones", async () => {
    const file = await wordOf(paper(), "导出");
    expect(partOf(file, "word/settings.xml")).toContain("<w:evenAndOddHeaders");
    const footers = [partOf(file, "word/footer1.xml"), partOf(file, "word/footer2.xml")];
    expect(footers.map((xml) => /<w:jc w:val="(\w+)"/.exec(xml)?.[1])).toEqual(["right", "left"]);
    for (const xml of footers) expect(xml).toMatch(/PAGE/);
  });

  it("writes a long office's red head smaller, so that it stays one line", async () => {
    expect(headSize("岱山县人大常委会")).toBe(72);
    expect(headSize("岱山县人民代表大会常务委员会办公室文件")).toBe(46);
    expect(await bodyOf(paper())).toMatch(/<w:color w:val="FF0000"\/><w:sz w:val="68"\/>/);
  });

  it("numbers its headings 一、（一）1． and begins anew below a higher one", () => {
    const numbered = numbering();
    expect(([1, 2, 3, 3, 2, 3, 1, 3] as const).map(numbered)).toEqual([
      ...["一、", "（一）", "1．", "2．", "（二）", "1．", "二、", "1．"],
    ]);
  });

  it("is signed on a page that holds text: the last paragraph stays with office and day", async () => {
    const xml = await bodyOf(paper({ blocks: [text("第一段。"), text("最后一段。")] }));
    const kept = xml.split("<w:p>").filter((one) => one.includes("<w:keepNext/>"));
    const said = kept.map((one) => /<w:t[^>]*>([^<]*)/.exec(one)?.[1] ?? "");
    expect(said).toEqual(["最后一段。", "", "", "岱山县人大常委会办公室"]);
  });

  it("is read in its order: head, title, standing, recipient, text, office and day", async () => {
    expect(await linesOf(await wordOf(paper(), "某人导出"))).toEqual([
      "岱山县人大常委会办公室文件",
      "　　　〔2026〕　　号",
      "关于2026年度考核的通报",
      "（本年未结束，仅供参考）",
      "各乡镇人大：",
      "一、总体情况",
      "正文。",
      "岱山县人大常委会办公室",
      "2026年11月27日",
      "某人导出",
    ]);
  });

  it("has tables as wide as the text, whose head is on every page and whose rows are never torn", async () => {
    const columns = [
      { header: "乡镇", share: 1 },
      { header: "得分", share: 1 },
      { header: "说明", share: 1, align: "left" as const },
    ];
    const given = paper({ blocks: [table("得分", columns, [["甲镇", "9.00", "<好>"]])] });
    const xml = await bodyOf(given);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 1587 - 1474);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit/g)).toHaveLength(2);
    expect(await rowsOf(await wordOf(given, "导出"))).toEqual([
      ["乡镇", "得分", "说明"],
      ["甲镇", "9.00", "<好>"],
    ]);
  });

  it("opens whatever stands in names and words: tags, ampersands, control characters, half signs [S59]", async () => {
    const nasty = `<w:p>&amp;"甲"\u0000\u0007\u001f\u202e\ud83d乙\ufffe]]>`;
    const given = paper({
      ...{ title: nasty, standing: nasty, to: nasty, signed: { office: nasty, day: "2026-11-27" } },
      head: { kind: "material", mark: nasty },
      blocks: [text(nasty), heading(1, nasty), table(nasty, [{ header: nasty, share: 1 }], [[nasty]])],
    });
    const file = await wordOf(given, nasty);
    const clean = '<w:p>&amp;"甲"乙]]>';
    const lines = await linesOf(file);
    expect(lines.slice(0, 4)).toEqual([clean, clean, `（${clean}）`, clean]);
    expect(lines).toContain(`一、${clean}`);
    expect(await rowsOf(file)).toEqual([[clean], [clean]]);
    for (const part of ["word/document.xml", "docProps/core.xml"]) {
      const parser = new SaxesParser();
      expect(() => parser.write(partOf(file, part)).close(), part).not.toThrow();
    }
  });
});
