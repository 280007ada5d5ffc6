import { beforeAll, describe, expect, it } from "vitest";
import { classOf, type Formula, type Indicator, type Scheme } from "@/domains/figures/rules/scheme";
import { score } from "@/domains/figures/rules/scoring";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "../oversight/records";
import { item, judged } from "./published-schemes";

/** Two schemes that counties published, entered through the same commands as data only, and what they give by hand. */
let county: TestCounty;

const staff = () => callerAs("countyStaff", county, undefined, now).assessments;

beforeAll(async () => {
  county = await createCounty(["溪口测", "莼湖测"]);
  const [diligent, idle] = county.townships as [TestTownship, TestTownship];
  await recordIn(county, diligent, async (add) => {
    const term = await add.term();
    await add.session(term, 1, "2026-01-13", { totals: [95, 100] });
    await add.session(term, 2, "2026-07-13", { totals: [95, 100] });
    for (const day of ["2026-02-10", "2026-05-10", "2026-08-10", "2026-11-10"])
      await add.meeting(day, { totals: [9, 10] });
  });
  await recordIn(county, idle, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [80, 100] });
    await add.meeting("2026-02-10", { totals: [8, 10] });
  });
});

const reach = (target: number): Formula => ({ kind: "threshold", target, below: "proportional" });
const atLeast = (share: number, points: number): Formula => ({
  kind: "step",
  over: "ratio",
  bands: [{ atLeast: share, points }],
});
const none = { bonuses: [], bonusCap: 0, deductions: [], deductionCap: 0, vetoes: [], vetoGrade: "不合格" };
const dimensions = (parts: [string, Indicator[]][]) =>
  parts.map(([name, indicators], index) => ({ code: String.fromCharCode(65 + index), name, indicators }));

/** Fenghua 2009: ten quantified items; ten points each are this test's own, the source gives none. */
const fenghua: Scheme = {
  name: "奉化 2009 年乡镇人大工作量化考核",
  ...none,
  dimensions: dimensions([
    ["党委研究", [item("A1", "党委研究人大工作", 10, null, judged("全年不少于 2 次"))]],
    [
      "主席团会议",
      [
        item("B1", "主席团会议 4 次", 5, "A3", reach(4)),
        item("B2", "出席率 85%", 5, "A4", {
          kind: "parts",
          parts: [{ part: "presidium", name: "主席团", points: 5, formula: atLeast(0.85, 5) as never }],
        }),
      ],
    ],
    ["代表活动", [item("C1", "活动 4 次", 10, "B3", reach(4))]],
    [
      "评议和执法检查",
      [item("D1", "执法检查", 5, "B2", reach(1)), item("D2", "评议", 5, null, judged("不少于 1 次"))],
    ],
    ["述职", [item("E1", "代表述职", 10, null, judged("不少于 3 名"))]],
    [
      "建议办理",
      [
        item("F1", "面商率 100%", 4, "C2", atLeast(1, 4)),
        item("F2", "办结率 100%", 3, "C3", atLeast(1, 3)),
        item("F3", "满意率 95%", 3, "C5", atLeast(0.95, 3)),
      ],
    ],
    ["履职手册", [item("G1", "七成代表使用手册", 10, "D2", atLeast(0.7, 10))]],
    ["小组台账盒", [item("H1", "每个小组一盒", 10, null, judged("每个小组都有"))]],
    ["财政监督", [item("I1", "财政监督", 10, "B6", { kind: "perUnit", each: 2 })]],
    ["代表之家", [item("J1", "代表之家", 10, null, judged("有场所、有制度、有活动"))]],
  ]),
  grades: [
    { name: "合格", atLeast: 60, quotaPercent: null },
    { name: "不合格", atLeast: 0, quotaPercent: null },
  ],
};

/** Wulingyuan 2018: seven parts and a bonus, 80 passes and 90 is excellent; the parts' points are this test's own. */
const wulingyuan: Scheme = {
  name: "武陵源 2018 年乡镇人大工作考核",
  ...none,
  bonuses: [{ code: "b1", name: "创新", each: 2 }],
  bonusCap: 6,
  dimensions: dimensions([
    ["会议", [item("A1", "人代会", 20, "A1", { kind: "perUnit", each: 10 })]],
    ["主席团", [item("B1", "主席团会议", 20, "A3", reach(4))]],
    ["监督", [item("C1", "监督", 15, null, judged("有计划、有报告"))]],
    ["代表", [item("D1", "代表工作", 15, null, judged("有活动、有记录"))]],
    ["建议", [item("E1", "按期答复", 10, "C3", { kind: "ratio" })]],
    ["阵地", [item("F1", "阵地建设", 10, null, judged("有场所"))]],
    ["自身建设", [item("G1", "自身建设", 10, null, judged("有制度"))]],
  ]),
  grades: [
    { name: "优秀", atLeast: 90, quotaPercent: null },
    { name: "合格", atLeast: 80, quotaPercent: null },
    { name: "不合格", atLeast: 0, quotaPercent: null },
  ],
};

/** Drafted, saved and published by a decision, as a county would do late in the year. */
async function publish(scheme: Scheme) {
  const { id } = await staff().startScheme({ idempotencyKey: newKey(), year: 2026, from: null });
  await staff().saveScheme({ idempotencyKey: newKey(), id, version: 1, scheme });
  const decision = { decisionNumber: "县人大〔2026〕1 号", decisionReason: "试行" };
  await staff().publishScheme({ idempotencyKey: newKey(), id, version: 2, ...decision });
  expect((await staff().scheme({ id })).faults).toEqual([]);
}

async function pointsOf(code: string) {
  const { townships } = await staff().scores({ year: 2026 });
  return townships.map(({ scores }) => scores.find((one) => one.code === code)?.points ?? null);
}

/** The year's values scored anew with what reviewers gave and confirmed, as a closed cycle will. */
async function finals(scheme: Scheme, given: Record<string, number>, bonus: number) {
  const { townships } = await staff().values({ year: 2026 });
  const values = new Map(
    townships.map((one) => [one.code, new Map(one.values.map((cell) => [cell.metric as string, cell]))]),
  );
  const assessed = townships.map((one) => ({
    id: one.code,
    townshipClass: classOf(one.class),
    given: new Map(Object.entries(given)),
    bonuses: new Map([["b1", bonus]]),
  }));
  return score(scheme, values, assessed).map(({ final, grade }) => [final, grade.grade]);
}

describe("other counties' schemes are data alone [R85]", () => {
  it("Fenghua 2009: ten quantified items", async () => {
    await publish(fenghua);
    // Four quarters of four: 5; one of four: 5 × 1/4 = 1.25.
    expect(await pointsOf("B1")).toEqual([5, 1.25]);
    // 36 of 40 present is 90 %, over the bar of 85; 8 of 10 is 80 %, below it.
    expect(await pointsOf("B2")).toEqual([5, 0]);
    // What nobody entered earns nothing, what reviewers judge waits for them.
    expect(await pointsOf("I1")).toEqual([0, 0]);
    expect(await pointsOf("A1")).toEqual([null, null]);
  });

  it("Wulingyuan 2018: seven parts and a bonus, 80 passes and 90 is excellent", async () => {
    await publish(wulingyuan);
    // Two sessions of 10, one session of 10; quarters 4/4 and 1/4 of 20.
    expect(await pointsOf("A1")).toEqual([20, 10]);
    expect(await pointsOf("B1")).toEqual([20, 5]);
    const given = { C1: 15, D1: 14, F1: 9, G1: 10 };
    // 20 + 20 + 15 + 14 + 0 (no suggestion entered) + 9 + 10 = 88, and one innovation: 90. The other: 10 + 5 + 48 = 63, and 2.
    expect(await finals(wulingyuan, given, 1)).toEqual([
      [90, "优秀"],
      [65, "不合格"],
    ]);
    // Without it 88: passes.
    expect((await finals(wulingyuan, given, 0))[0]).toEqual([88, "合格"]);
  });
});
