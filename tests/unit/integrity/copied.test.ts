import { describe, expect, it } from "vitest";
import { copiedTexts, copiesAmong, type Text } from "@/domains/integrity/rules/copied";
import { maskedBy } from "@/lib/masked";

const report = (who: string, place: string, day: string, count: string) =>
  `${day}，${who}等${count}名代表到${place}视察农村饮用水改造工程，先后查看了水源地、净水站和入户管网，听取了施工单位和村民的意见。` +
  "代表们认为工程总体推进有序，但管网末端水压不足，部分入户表井没有加盖，水质检测公示不及时。建议抓紧更换老旧主管，" +
  "落实管护责任人和维修电话，按季度公布检测结果，对困难家庭减免接户费用，年底前由主席团组织一次回头看，并把结果告诉群众。";

const names = ["王小明", "李大山", "江南镇", "河西乡"];
const text = (townshipId: string, recordId: string, day: string, words: string): Text => ({
  ...{ townshipId, recordId, day, words, recordType: "activity", enteredAt: `${day}T08:00:00.000` },
});

const original = text("one", "a", "2026-03-05", report("王小明", "江南镇大峧村", "2026年3月5日", "八"));
const copied = text("other", "b", "2026-05-12", report("李大山", "河西乡桥头村", "5月12日", "12"));

/** The same numbers each time. */
function randomOf(start: number) {
  let seed = start;
  return (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
}

describe("copied texts [R97]", () => {
  it("names, places, days and numbers hide no copy", () => {
    const mask = maskedBy(names);
    expect(mask(original.words)).toContain("饮用水改造工程，先后查看了水源地");
    expect(mask(original.words)).not.toMatch(/王小明|大峧村|\d{2}/);
    const [copy] = copiesAmong([copied, original], names, 2026);
    expect(copy).toMatchObject({ later: { recordId: "b" }, earlier: { recordId: "a" } });
    expect(copy?.share).toBeGreaterThan(0.9);
  });

  it("whatever names, days and numbers are put in, and a tenth written anew", () => {
    const random = randomOf(7);
    for (let round = 0; round < 100; round += 1) {
      const who = names[random(2)] ?? "";
      const where = `${names[2 + random(2)] ?? ""}${["桥头村", "大峧村", "司基村"][random(3)] ?? ""}`;
      const words = report(
        who,
        where,
        `2026年${1 + random(12)}月${1 + random(28)}日`,
        String(2 + random(30)),
      );
      const at = random(words.length - 30);
      const changed = `${words.slice(0, at)}另据了解情况基本属实${words.slice(at + 8)}`;
      expect(copiesAmong([original, text("other", "b", "2026-08-01", changed)], names, 2026)).toHaveLength(1);
    }
  });

  it("another text on the same matter is no copy, nor is a form's short phrase", () => {
    const own =
      "这次视察代表分成两个小组，一组走访了六户群众，一组在水厂座谈。多数群众反映水量够用，夏季午后水偏黄。" +
      "水厂说明是沉淀池清洗周期过长所致，承诺改为每周清洗。代表提出把清洗记录贴在厂门口，镇里每半月抽查，发现不落实的在村务会上通报，并请卫生院协助检测余氯。";
    expect(copiesAmong([original, text("other", "b", "2026-05-12", own)], names, 2026)).toEqual([]);
    const short = "代表实地查看，形成意见并交有关单位。";
    const both = [text("one", "a", "2026-03-05", short), text("other", "b", "2026-05-12", short)];
    expect(copiesAmong(both, names, 2026)).toEqual([]);
  });

  it("last year's text of one's own is found; this year's own, and what was copied from here, is not", () => {
    const again = text("one", "c", "2026-04-01", original.words);
    expect(copiesAmong([original, again], names, 2026)).toEqual([]);
    const before = text("one", "z", "2025-03-05", original.words);
    expect(copiesAmong([before, again], names, 2026)).toHaveLength(1);
    expect(copiesAmong([before, again], names, 2025)).toEqual([]);
  });

  it("a township is told its own record, of another township only that there is one", () => {
    const [raised] = copiedTexts(copiesAmong([original, copied], names, 2026));
    expect(raised?.records).toEqual([{ type: "activity", id: "b" }]);
    expect(raised?.beside).toEqual({ townshipId: "one", record: { type: "activity", id: "a" } });
    expect(raised?.text).toMatch(/^文字有 9\d% 与本县另一个乡镇较早的记录相同$|100%/);
  });

  it("texts meet by a sample: thousands are compared in a moment", () => {
    const random = randomOf(11);
    const many = Array.from({ length: 5_000 }, (_, index) => {
      const words = Array.from({ length: 160 }, () => String.fromCharCode(0x4e00 + random(8000)));
      return text(`t${index % 30}`, `r${index}`, "2026-03-05", words.join(""));
    });
    const found = copiesAmong([...many, { ...copied, words: many[5]?.words ?? "", recordId: "x" }], [], 2026);
    expect(found.map(({ later, earlier }) => [later.recordId, earlier.recordId])).toEqual([["x", "r5"]]);
  });
});
