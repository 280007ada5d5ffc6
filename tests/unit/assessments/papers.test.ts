import { describe, expect, it } from "vitest";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { score } from "@/domains/figures/rules/scoring";
import { appealDecision, type AppealFacts } from "@/domains/cycles/papers/appeal";
import { meetingPaper } from "@/domains/cycles/papers/meeting";
import { assessmentNotice } from "@/domains/assessments/papers/notice";
import { type CountyYear, scaleSaid, signedOn, worthOf, type YearState } from "@/domains/figures/papers/year";
import { weakSpots } from "@/domains/assessments/rules/weak-spots";
import type { Paper } from "@/lib/papers";
import { wordOf } from "@/server/documents/word";
import { linesOf, rowsOf } from "../../support/word-files";
import { indicator, schemeOf } from "./schemes";

const scheme = schemeOf([
  indicator("C3", 60, { kind: "ratio" }, { metric: "C3" }),
  indicator("B1", 40, { kind: "ratio" }, { metric: "B1" }),
]);
const of = (numerator: number, denominator: number) => ({ state: "value" as const, numerator, denominator });
const cells = new Map([
  ["甲镇", { C3: of(9, 10), B1: of(10, 10) }],
  ["乙镇", { C3: of(10, 10), B1: of(9, 10) }],
  ["丙镇", { C3: of(4, 10), B1: of(2, 10) }],
]);
const results = score(
  scheme,
  new Map([...cells].map(([name, values]) => [name, new Map(Object.entries(values))])),
  [...cells.keys()].map((id) => ({
    ...{ id, townshipClass: 1 as const },
    ...(id === "丙镇" ? { deductions: new Map([["copiedText", 2]]), vetoes: new Set(["V1"]) } : {}),
    ...(id === "甲镇" ? { bonuses: new Map([["award", 1]]) } : {}),
  })),
  { closed: true },
);

const facts = (state: YearState): CountyYear => ({
  ...{
    county: "岱山县",
    year: 2026,
    today: "2027-01-20",
    writtenOn: "2027-01-21",
    panelPercent: 0,
    state,
    scheme,
    schemeSaid: "试用方案",
  },
  townships: results.map(({ id, ...rest }) => ({ ...rest, name: id, class: 1 })),
});

const hash = "ab".repeat(32);
const frozen = { on: "2027-01-08", hash };
const linesFor = async (paper: Paper): Promise<string[]> => linesOf(await wordOf(paper, "导出"));

describe("a year's papers say what the figures are worth [R85]", () => {
  it("an unfinished year for reading only, a frozen one with its day and hash, a decided one by whom and when", () => {
    expect(assessmentNotice(facts({ kind: "open" })).standing).toBe(
      "本年未结束，仅供参考，数据截至2027年1月20日",
    );
    expect(assessmentNotice(facts({ kind: "frozen", ...frozen })).standing).toBe("数据已封存，结果尚待决定");
    expect(worthOf(facts({ kind: "frozen", ...frozen }))).toContain(`于2027年1月8日封存`);
    expect(worthOf(facts({ kind: "frozen", ...frozen }))).toContain(hash);
    const decided = facts({ kind: "decided", on: "2027-02-10", by: "第30次主任会议", frozen });
    expect(assessmentNotice(decided).standing).toBeNull();
    expect(worthOf(decided)).toBe(
      `本结果经第30次主任会议于2027年2月10日决定。2026年考核数据于2027年1月8日封存，封存后不再重新计算，校验值（SHA-256）为 ${hash}。`,
    );
  });
});

describe("the notice [R85] [R86]", () => {
  it("tells points, bonus, deduction, veto and grade: 甲 94 + 1, 乙 96, 丙 32 − 2, vetoed", async () => {
    const paper = assessmentNotice(facts({ kind: "frozen", ...frozen }));
    const rows = await rowsOf(await wordOf(paper, "导出"));
    expect(rows.slice(1)).toEqual([
      ["1", "乙镇", "96.00", "–", "–", "96.00", "良好"],
      ["2", "甲镇", "94.00", "+1.00", "–", "95.00", "良好"],
      ["3", "丙镇", "32.00", "–", "−2.00", "30.00", "不合格"],
    ]);
    const lines = await linesFor(paper);
    expect(lines).toContain("1．甲镇：加 1.00 分，有权机关表彰 1 次 × 1 分 = 1 分。");
    expect(lines.find((line) => line.startsWith("2．丙镇：扣 2.00 分"))).toContain("2 次 × 1 分 = 2 分");
    expect(lines.find((line) => line.startsWith("3．丙镇："))).toContain("一票否决，得分照列");
  });

  it("names who is behind in what the county is weak in, the lowest share first: B1 21 of 30, C3 23 of 30", async () => {
    const lines = await linesFor(assessmentNotice(facts({ kind: "open" })));
    const at = lines.indexOf("三、普遍薄弱的环节");
    expect(lines.slice(at + 1, at + 3)).toEqual([
      "1．B1 指标B1：有得分的 3 个乡镇合计得分率 70.0%，不到一半的有丙镇。",
      "2．C3 指标C3：有得分的 3 个乡镇合计得分率 76.7%，不到一半的有丙镇。",
    ]);
  });

  it("what nobody entered is no zero of the county", () => {
    const own = (name: string, state: "scored" | "notEntered", points: number) => ({
      ...{ name, scores: [{ code: "C3", state, points, max: 10, steps: [], sentence: "" }] },
    });
    const townships = [own("甲镇", "scored", 6), own("乙镇", "notEntered", 0)];
    expect(weakSpots(townships, ["C3"], 5)).toEqual([
      { code: "C3", share: 0.6, of: 1, behind: [], silent: 1 },
    ]);
  });
});

describe("the directors' meeting's paper [R85]", () => {
  it("sets grades against their places, says who reached the line without one, and lists what would change", async () => {
    const change = {
      ...{ township: "甲镇", matter: "C3 按期答复率", from: "54 分", to: "57 分" },
      reason: "两件属实",
    };
    const file = await wordOf(meetingPaper(facts({ kind: "frozen", ...frozen }), [change]), "导出");
    const rows = await rowsOf(file);
    expect(rows).toContainEqual(["甲镇", "C3 按期答复率", "54 分", "57 分", "两件属实"]);
    expect(rows).toContainEqual(["全县", "优秀", "90 分", "0 个（不超过 30%）", "0 个", "无"]);
    expect(rows).toContainEqual(["全县", "良好", "80 分", "不限", "2 个", "甲镇、乙镇"]);
    const lines = await linesOf(file);
    expect(lines.some((line) => line.startsWith("乙镇：够「优秀」的分数，但"))).toBe(true);
    expect(lines.some((line) => line.startsWith("丙镇：") && line.includes("等次定为不合格"))).toBe(true);
    const without = await linesFor(meetingPaper(facts({ kind: "open" }), []));
    expect(without).toContain("没有建议调整的事项。");
  });

  it("counts places class by class where the scheme does", async () => {
    const ofClass = {
      ...facts({ kind: "open" }),
      scheme: { ...defaultScheme, quotaWithin: "class" as const },
    };
    const rows = await rowsOf(await wordOf(meetingPaper(ofClass, []), "导出"));
    expect(rows.some(([where, grade]) => where === "一类" && grade === "优秀")).toBe(true);
  });
});

describe("the decision of an appeal [R85]", () => {
  const appeal: AppealFacts = {
    ...{ county: "岱山县", township: "甲镇", year: 2026, matter: "C3 按期答复率", appealedOn: "2027-01-20" },
    ...{
      grounds: "第3号建议有书面答复。",
      files: ["答复函.pdf"],
      found: "经查，答复于期限内送达。",
      decidedBy: ["王某", "李某"],
    },
    ...{
      decidedOn: "2027-01-25",
      dueOn: "2027-01-26",
      upheld: true,
      reason: "答复在期限内。",
      points: { before: 3, after: 3.33 },
    },
  };

  it("says what was asked, what was found by whom, and what becomes of the points", async () => {
    const lines = await linesFor(appealDecision(appeal));
    expect(lines).toContain("申诉成立。理由：答复在期限内。");
    expect(lines).toContain("该事项得分由 3.00 分改为 3.33 分，总分、位次和等次随之重新计算。");
    expect(lines).toContain("本申诉由王某、李某审查，审查人没有参加对该乡镇的评审。");
    expect(lines).toContain("2027年1月25日");
    expect(lines.join("")).not.toContain("逾期");
    const late = await linesFor(appealDecision({ ...appeal, dueOn: "2027-01-22" }));
    expect(late).toContain("本申诉应在2027年1月22日前决定，实际于2027年1月25日决定，逾期3天。");
  });

  it("a rejected one leaves the points, a record without points says so", async () => {
    const rejected = await linesFor(appealDecision({ ...appeal, upheld: false }));
    expect(rejected).toContain("申诉不成立。理由：答复在期限内。");
    expect(rejected).toContain("该事项得分仍为 3.00 分。");
    const record = await linesFor(appealDecision({ ...appeal, points: null }));
    expect(record).toContain("该事项不涉及得分变动。");
  });
});

describe("the day a paper bears [R85]", () => {
  it("is the meeting's once it has decided, and before that the day on which it is made", () => {
    const frozen = { on: "2027-01-05", hash: "a" };
    expect(signedOn(facts({ kind: "frozen", ...frozen }))).toBe("2027-01-21");
    expect(signedOn(facts({ kind: "decided", on: "2027-03-01", by: "第9次主任会议", frozen }))).toBe(
      "2027-03-01",
    );
  });

  it("says how much of the points a panel made", () => {
    const said = scaleSaid({ ...facts({ kind: "over" }), panelPercent: 10 }, 99);
    expect(said).toContain("“总分”折成 100 分后与评议团评分合成（评议团占 10%），再加减加分、扣分");
    expect(scaleSaid(facts({ kind: "over" }), 99)).not.toContain("评议团");
  });
});
