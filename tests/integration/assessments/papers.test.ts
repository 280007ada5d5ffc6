import ExcelJS from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { GET as exportFile } from "@/app/api/export/[path]/route";
import { wordOf } from "@/server/documents/word";
import { linesOf, rowsOf } from "../../support/word-files";
import { cookieOf } from "../../support/signed-in";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "../oversight/records";

const year = 2026;
let county: TestCounty;
let elsewhere: TestCounty;
let home: TestTownship;
let other: TestTownship;
let last: TestTownship;
let cookies: { county: string; home: string; other: string };

const asCounty = () => callerAs("countyStaff", county, undefined, now);
const asTownship = (township: TestTownship) => callerAs("townshipStaff", county, township, now);

beforeAll(async () => {
  // Names as somebody might type them to see what happens; classes go 1, 2, 3, 1, 2, 3, 1.
  county = await createCounty(["高<b>亭&镇", "=1+1镇", "长涂测", "东沙测", "岱西测", "岱东测", "秀山测"]);
  elsewhere = await createCounty(["外县镇"]);
  [home, other, last] = [0, 3, 6].map((index) => county.townships[index]) as [
    TestTownship,
    TestTownship,
    TestTownship,
  ];
  await recordIn(county, home, async (add) => {
    const one = await add.deputy("甲");
    await add.session(await add.term(), 1, "2026-01-13", { totals: [95, 100] });
    await add.meeting("2026-02-10", { totals: [9, 9] });
    await add.suggestion(1, {
      ...{ assigned: "2026-01-20", replyDue: "2026-04-20", replied: "2026-04-01", state: "replied" },
    });
    await add.training("2026-04-20", [one]);
  });
  await recordIn(county, other, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [70, 100] });
  });
  await recordIn(county, last, async (add) => {
    const term = await add.term();
    await add.session(term, 1, "2026-01-13", { totals: [99, 100] });
    await add.session(term, 2, "2026-07-13", { totals: [99, 100] });
  });
  cookies = {
    county: await cookieOf("countyStaff", county),
    home: await cookieOf("townshipStaff", county, home),
    other: await cookieOf("townshipStaff", elsewhere, elsewhere.townships[0]),
  };
});

const download = (procedure: string, input: object, cookie: string): Promise<Response> =>
  exportFile(
    new Request(`http://localhost:3000/api/export/x?input=${encodeURIComponent(JSON.stringify(input))}`, {
      headers: { cookie, host: "localhost:3000" },
    }),
    { params: Promise.resolve({ path: procedure }) },
  );

const fixed = (points: number | null): string => points?.toFixed(2) ?? "未录";

describe("the county's notice", () => {
  it("[R85] [R86] tells every township's place, points and grade as the county's scores have them", async () => {
    const { townships } = await asCounty().assessments.scores({ year });
    const file = await wordOf(await asCounty().assessments.exportNotice({ year }), "导出");
    const rows = await rowsOf(file);
    for (const { township, points, rank, tied } of townships) {
      const row = rows.find(([, name]) => name === township.name);
      expect(row?.[0]).toBe(rank === null ? "–" : `${rank}${tied ? "（并列）" : ""}`);
      expect(row?.[2], township.name).toBe(fixed(points));
    }
    const lines = await linesOf(file);
    expect(lines).toContain("（本年未结束，仅供参考，数据截至2026年11月22日）");
    expect(lines).toContain("（一）一类乡镇（街道）");
    expect(lines).toContain("五、说明");
    expect(lines.some((line) => line.includes("7 个乡镇（街道）"))).toBe(true);
  });

  it("[R85] names the indicators with the smallest share of their points, and who is behind in them", async () => {
    const { townships } = await asCounty().assessments.scores({ year });
    const shares = townships[0]?.scores.flatMap(({ code }) => {
      const own = townships.flatMap(({ scores }) =>
        scores.filter((one) => one.code === code && one.state === "scored" && one.max > 0),
      );
      const max = own.reduce((sum, one) => sum + one.max, 0);
      return max === 0 ? [] : [{ code, share: own.reduce((sum, one) => sum + (one.points ?? 0), 0) / max }];
    });
    const lowest = Math.min(...(shares ?? []).map(({ share }) => share));
    const lines = await linesOf(await wordOf(await asCounty().assessments.exportNotice({ year }), ""));
    const first = lines[lines.indexOf("三、普遍薄弱的环节") + 1];
    expect(first).toMatch(new RegExp(`^1．.*合计得分率 ${(lowest * 100).toFixed(1)}%`));
  });
});

describe("a township's score report", () => {
  it("[R85] is the score page on paper: every indicator's points and sentence, the place, what was left out", async () => {
    const { own } = await asTownship(home).assessments.ownScore({ township: home.code, year });
    const paper = await asTownship(home).assessments.exportOwnReport({ township: home.code, year });
    expect(await asCounty().assessments.exportReport({ township: home.code, year })).toEqual(paper);
    const file = await wordOf(paper, "导出");
    const rows = await rowsOf(file);
    for (const { code, state, points, sentence } of own.scores) {
      const row = rows.find(([name, max]) => name?.startsWith(`${code} `) && max !== undefined);
      if (state === "scored") expect(row?.[2], code).toBe(fixed(points));
      expect(sentence.endsWith(row?.[3] ?? "?"), code).toBe(true);
    }
    const lines = await linesOf(file);
    expect(lines).toContain(own.total.note);
    expect(lines.some((line) => line.startsWith(`得分 ${fixed(own.points)} 分，一类 3 个乡镇中第`))).toBe(
      true,
    );
    for (const { code } of [...own.weakest, ...own.strongest])
      expect(
        lines.some((line) => new RegExp(`^\\d．${code} `).test(line)),
        code,
      ).toBe(true);
    expect(lines.some((line) => line.startsWith("尚不计算，不计入总分："))).toBe(
      own.total.notComputed.length > 0,
    );
  });

  it("[R85] holds nothing of another township", async () => {
    const paper = await asTownship(home).assessments.exportOwnReport({ township: home.code, year });
    const page = await asTownship(home).assessments.ownOnePage({ township: home.code, year });
    const said = JSON.stringify([paper, page]);
    for (const { name } of county.townships.slice(1)) expect(said).not.toContain(name);
  });
});

describe("the directors' meeting's paper", () => {
  it("[R85] has all townships by class and place, and the grades against their places", async () => {
    const { townships } = await asCounty().assessments.scores({ year });
    const rows = await rowsOf(await wordOf(await asCounty().cycles.exportMeetingPaper({ year }), ""));
    for (const { township, points } of townships)
      expect(rows.find(([, name]) => name === township.name)?.[3]).toBe(fixed(points));
    const ranked = townships.filter(({ rank }) => rank !== null).length;
    const best = rows.find(([where, grade]) => where === "全县" && grade === "优秀");
    expect(best?.slice(2, 4)).toEqual(["90 分", `${Math.floor(ranked * 0.3)} 个（不超过 30%）`]);
  });
});

describe("the sheet for the director", () => {
  it("[R85] has the score page's points, dimension by dimension, and says no middle of fewer than three", async () => {
    const { townships } = await asCounty().assessments.scores({ year });
    const { pages } = await asCounty().assessments.onePages({ year });
    expect(pages.map(({ township, points }) => [township.code, points])).toEqual(
      townships.map(({ township, points }) => [township.code, points]),
    );
    const own = pages[0];
    const sum = own?.dimensions.reduce((all, { points }) => all + points, 0);
    expect(sum).toBeCloseTo(townships[0]?.total.points ?? -1, 2);
    expect(own?.dimensions.find(({ code }) => code === "A")?.middle).not.toBeNull();
    expect(pages.at(-1)?.dimensions.every(({ middle }) => middle === null)).toBe(true);
    expect((await asTownship(home).assessments.ownOnePage({ township: home.code, year })).page).toEqual(own);
  });
});

describe("downloads", () => {
  it("[S59] a paper comes under its Chinese name, kept by no cache, with who took it", async () => {
    const response = await download("assessments.exportNotice", { year }, cookies.county);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toContain("wordprocessingml");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    const name = encodeURIComponent(`${county.name}2026年度人大工作考核通报`);
    expect(response.headers.get("content-disposition")).toContain(`filename*=UTF-8''${name}.docx`);
    const lines = await linesOf(new Uint8Array(await response.arrayBuffer()));
    expect(lines.at(-1)).toMatch(/测试员 .* 导出$/);
    expect(lines.join("\n")).toContain("高<b>亭&镇");
  });

  it("[S4] a township takes its own report alone, and none of the county's papers", async () => {
    const own = { township: home.code, year };
    expect((await download("assessments.exportOwnReport", own, cookies.home)).status).toBe(200);
    const foreign = [
      ["assessments.exportOwnReport", { township: other.code, year }, cookies.home],
      ["assessments.exportOwnReport", own, cookies.other],
      ["assessments.exportReport", own, cookies.home],
      ["assessments.exportNotice", { year }, cookies.home],
      ["cycles.exportMeetingPaper", { year }, cookies.home],
      ["assessments.exportReport", own, await cookieOf("countyStaff", elsewhere)],
    ] as const;
    for (const [procedure, input, cookie] of foreign) {
      const { status } = await download(procedure, input, cookie);
      expect([403, 404], procedure).toContain(status);
    }
  });

  it("[R85] [S59] the result table explains every indicator on a sheet beside it; names stay words", async () => {
    const response = await download("assessments.exportScores", { year }, cookies.county);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...["数据", "总分和等次", "各项怎样计分", "加分扣分和等次"],
    ]);
    const cells = (name: string) =>
      Array.from(book.getWorksheet(name)?.getSheetValues() ?? [], (row) =>
        Array.isArray(row) ? row.slice(1) : [],
      );
    const named = cells("数据")
      .flat()
      .filter((cell) => cell === "=1+1镇");
    expect(named).toEqual(["=1+1镇"]);
    const formulas = cells("各项怎样计分").slice(3);
    expect(formulas).toHaveLength(30);
    const c4 = formulas.find(([name]) => name === "C4 办成率");
    expect(c4?.slice(2, 5)).toEqual([
      6,
      "从低到高：低于起点不得分，达到终点得满分，中间按远近给分",
      "从 40% 到 80%",
    ]);
    const { townships } = await asCounty().assessments.scores({ year });
    for (const { township, points } of townships) {
      const row = cells("总分和等次").find(([name]) => name === township.name);
      expect(row?.[2]).toBe(points ?? "未录");
    }
  });

  it("an unfinished year says so, one that is over says that it is not frozen", async () => {
    const later = callerAs("countyStaff", county, undefined, new Date("2027-02-01T00:00:00Z"));
    const { standing } = await later.assessments.exportNotice({ year });
    expect(standing).toBe("本年数据尚未封存，仅供参考");
  });

  it("is quick enough to be made while others wait", async () => {
    const paper = await asCounty().assessments.exportReport({ township: home.code, year });
    const before = performance.now();
    await wordOf(paper, "导出");
    expect(performance.now() - before).toBeLessThan(1_500);
  });
});

describe("the papers of a frozen year", () => {
  it("[R85] say when it was frozen, with the hash that everybody can check, and no longer that it moves", async () => {
    const then = noon("2027-01-05");
    const staff = callerAs("countyStaff", county, undefined, then);
    const stands = async () => ({
      notice: await staff.assessments.exportNotice({ year }),
      meeting: await staff.cycles.exportMeetingPaper({ year }),
      report: await staff.assessments.exportReport({ township: home.code, year }),
      own: await callerAs("townshipStaff", county, home, then).assessments.exportOwnReport({
        township: home.code,
        year,
      }),
    });
    const told = async () =>
      Promise.all(
        Object.entries(await stands()).map(
          async ([name, paper]) => [name, (await linesOf(await wordOf(paper, ""))).join("\n")] as const,
        ),
      );
    for (const [name, text] of await told()) expect(text, name).toContain("尚未封存");
    await staff.assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
    await staff.assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
    const { frozen } = await staff.assessments.freeze({ year });
    for (const [name, text] of await told()) {
      expect(text, name).toContain(frozen?.hash);
      expect(text, name).toContain("2027年1月5日封存");
      expect(text, name).not.toContain("尚未封存");
    }
  });
});
