import { beforeAll, describe, expect, it } from "vitest";
import { listEvidence, sumEvidence, type YearSum } from "@/domains/figures/data/evidence";
import { countsThrough, enteredAs } from "@/domains/figures/rules/behind-metric";
import { cellOf } from "@/domains/figures/rules/cells";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { comparedCodes, type MetricCode, metricCodes, metricOf } from "@/domains/figures/rules/metrics";
import type { RecordType } from "@/domains/figures/rules/steps";
import { addDays } from "@/lib/dates";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import * as facts from "./further-facts";
import { now, readAsCounty, recordIn, type Records, today } from "./records";

let county: TestCounty;
let full: TestTownship;
let empty: TestTownship;
let people: { one: string; two: string; three: string };
let sums: YearSum[];

const period = () => ({ countyId: county.id, townshipId: null, fromYear: 2026, toYear: 2026, today });
const count = (metrics: readonly MetricCode[] = metricCodes): Promise<YearSum[]> =>
  readAsCounty(county, (tx) => sumEvidence(tx, period(), metrics));
const cell = (metric: MetricCode, township: TestTownship, rows = sums) =>
  cellOf(
    metric,
    rows.filter((row) => row.townshipId === township.id),
  );

async function meetings(add: Records): Promise<void> {
  await add.meeting("2026-02-10", { totals: [9, 10] });
  await add.meeting("2026-05-10", { totals: [17, 20] });
  await add.meeting("2026-08-10", { totals: [8, 10] });
  await add.meeting("2026-09-10");
  await add.meeting("2026-09-11", { kind: "consultation", totals: [10, 10] });
  await add.meeting("2026-09-12", { voided: true, totals: [10, 10] });
  await add.meeting("2026-12-01", { totals: [10, 10] });
  const approved = { year: 2026, documentNumber: "高党〔2026〕8号" };
  await add.tx.annualPlan.create({ data: { ...add.record("2026-02-01", {}), ...approved } });
  await add.tx.annualPlan.create({ data: { ...add.record("2026-02-02", { voided: true }), ...approved } });
  await add.tx.annualPlan.create({ data: { ...add.record("2026-01-02", {}), ...approved, year: 2025 } });
}

/** Four deputies are in office: 甲, 乙, 丙, and 丁 since August. */
async function deputies(add: Records) {
  const [one, two, three] = [await add.deputy("甲"), await add.deputy("乙"), await add.deputy("丙")];
  await add.deputy("离任", "2025-12-31");
  await facts.electedLate(add, "丁");
  await add.dutyReport(one, "2026-05-10");
  await add.dutyReport(one, "2026-06-10");
  await add.dutyReport(two, "2026-06-10");
  await add.dutyReport(three, "2026-06-11", { voided: true });
  await facts.visit(add, one, "visit", 3);
  await facts.visit(add, two, "help", null);
  await facts.visit(add, one, "forum", 20);
  await facts.visit(add, two, "visit", 9, true);
  const [kept, unsigned] = [
    await add.group("第一小组", "2022-01-01"),
    await add.group("第二小组", "2022-01-01"),
  ];
  await add.group("第三小组", "2022-01-01");
  await add.group("第四小组", "2026-12-01");
  await facts.groupMet(add, kept, "学习代表法", [one]);
  await facts.groupMet(add, kept, null, [one]);
  await facts.groupMet(add, unsigned, "学习代表法", []);
  await facts.groupMet(add, unsigned, null, [two]);
  return { one, two, three };
}

async function suggestions(add: Records, { one, two }: { one: string; two: string }): Promise<void> {
  const done = {
    assigned: "2026-01-28",
    replied: "2026-04-01",
    closed: "2026-05-20",
    replyDue: "2026-04-28",
  };
  const unit = (name: string) => add.unit(name);
  const [road, water, school, county2, old] = [
    await unit("甲局"),
    await unit("乙局"),
    await unit("丙局"),
    await unit("丁局"),
    await unit("戊局"),
  ];
  const satisfied = [{ rating: "satisfied", by: one }];
  const solved = await add.suggestion(1, { ...done, outcome: "A", ratings: satisfied });
  await facts.handled(add, solved, road, [one, two], [2]);
  await facts.handled(add, await add.suggestion(2, { ...done, outcome: "B" }), road, [one], [0, 1]);
  const basic = [{ rating: "basic", by: one }];
  const half = await add.suggestion(3, { ...done, outcome: "C", ratings: basic });
  await facts.handled(add, half, water, [one, two], [1]);
  await facts.handled(add, await add.suggestion(4, { ...done, state: "accepted" }), school, [two], []);
  await facts.handled(add, await add.suggestion(5, { ...done, outcome: "E" }), county2, [], [0]);
  await add.suggestion(6, { state: "draft" });
  const brought = await add.suggestion(7, { ...done, outcome: "A", enteredClosed: true });
  await facts.handled(add, brought, old, [two], [0]);
}

async function house(add: Records): Promise<void> {
  await facts.post(add, "chair");
  await facts.post(add, "viceChair", "2026-06-30");
  await facts.post(add, "secretary", null, true);
  await facts.post(add, "liaison");
  await facts.post(add, "officer");
  await facts.fund(add, 2026, 40_000);
  await facts.fund(add, 2026, 10_000);
  await facts.fund(add, 2026, 9_999, true);
  await facts.fund(add, 2025, 30_000);
  await facts.policy(add, "presidiumProcedure", "2020-03-01");
  await facts.policy(add, "presidiumProcedure", "2024-03-01");
  await facts.policy(add, "dutyReports", "2024-03-01");
  await facts.policy(add, "study", "2020-03-01", "2026-05-01");
  await facts.policy(add, "archives", "2026-12-01");
  await facts.policy(add, "other", "2020-03-01");
  await facts.honours(add);
  await facts.hearings(add);
}

async function supervision(add: Records): Promise<void> {
  const inspection = { kind: "lawInspection" };
  await add.activity("2026-04-13", { ...inspection, report: "已报告" });
  await add.activity("2026-05-13", inspection);
  await add.activity("2026-06-13", { ...inspection, report: "已报告", state: "cancelled" });
  await add.activity("2026-07-13", { ...inspection, report: "已报告", voided: true });
  await add.activity("2026-07-14", { report: "视察报告" });
  await add.appraisals();
  await add.projects();
  await facts.ballotWithoutChoice(add);
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [full, empty] = county.townships as [TestTownship, TestTownship];
  people = await recordIn(county, full, async (add) => {
    await meetings(add);
    const seated = await deputies(add);
    await suggestions(add, seated);
    await facts.stations(add);
    await house(add);
    await supervision(add);
    await facts.spokenAtSessions(add, seated);
    return seated;
  });
  const office = (day: string) => callerAs("townshipStaff", county, full, new Date(`${day}T10:00:00+08:00`));
  await facts.petitions(office, full.code);
  sums = await count();
});

describe("what other counties' schemes count, by hand", () => {
  const expected: [metric: MetricCode, numerator: number, denominator: number, leftOut: number][] = [
    // 9 of 10 and 17 of 20 (just 85 %) are enough, 8 of 10 is not; left out: no attendance told, a consultation, voided, to come.
    ["M01", 2, 3, 4],
    // One for 2026; the voided one is left out, the one for 2025 is another year's.
    ["M02", 1, 1, 1],
    // 甲 has a report, a suggestion, an activity and a visit; 乙 helped somebody but visited nobody, 丙 has none of it; 丁 came late.
    ["M03", 1, 3, 1],
    // Of three groups formed by today one has an activity with both its record and who came.
    ["M04", 1, 3, 0],
    // 甲 and 乙; 甲's second report and the voided one are left out.
    ["M05", 2, 2, 2],
    // (3 + 1) households ÷ 4 deputies; the forum is no visit, the voided one is left out.
    ["M06", 1, 2, 1],
    // Six that stand ÷ 4 deputies; the draft is left out.
    ["M07", 1.5, 6, 1],
    // No. 1 went to both, no. 2 with its second reply; no. 3 to one of two. Left out: no reply, nobody signed, draft, brought in closed.
    ["M08", 2, 3, 4],
    // 甲局 1 of 2 and 戊局 1 of 1 solved, 乙局 none of 1; 丙局 closed none, 丁局's was beyond its power.
    ["M09", 2, 3, 0],
    // 甲局 has one satisfied, 乙局 one basically so; the others were not rated.
    ["M10", 1, 2, 0],
    // Three of four for three places, and one that stood alone.
    ["M11", 3, 4, 0],
    // Chair, and the liaison for the secretary; the vice-chair left in June.
    ["M12", 2, 3, 0],
    // (40,000 + 10,000) ÷ 4; the voided one is left out.
    ["M13", 12_500, 2, 1],
    // East and west on 15 January; east's second that day, the one that tells nobody and the voided one are left out.
    ["M14", 2, 2, 3],
    // East and west of three in use; the fourth closed in June.
    ["M15", 2, 3, 0],
    // Rules of procedure (two editions) and of duty reports, of nine; study was repealed, archives come in December.
    ["M16", 2, 9, 0],
    // One with a report, one without; cancelled and voided are left out, a visit is none.
    ["M17", 1, 2, 2],
    // Two rounds; the voided one is left out.
    ["M18", 2, 2, 1],
    // County's and province's; the township's own and the voided one are left out. Then two matters and a voided one.
    ["M19", 2, 2, 2],
    ["M20", 2.7, 3, 1], // 甲站 90 twice and 乙村 90 once, of a hundred; the voided round is left out.
    ["M21", 3, 3, 1], // Two of each group that met; of one nobody is named who came.
    ["M22", 1, 4, 0], // One of the four has both its record and who came.
    ["M23", 2, 2, 1],
    // Four were held, one of them without attendance told; left out: a consultation, voided, to come.
    ["M24", 4, 4, 3],
    ["M25", 1, 1, 0], // The visit with a report; inspections of laws are M17's.
    ["M26", 6, 6, 1], // Six that stand, each whole; the draft is left out.
    ["M27", 5, 5, 0], // 甲 three times, 乙 twice; at the voided session nobody counts.
    ["M28", 3, 4, 0], // 甲 at both, 乙 at one and on leave at the other; the third session told totals alone.
    // One finished, one overdue; left out: not forwarded, within its days, voided.
    ["M29", 1, 2, 3],
  ];

  it("all of them are here", () => {
    const further = metricCodes.filter((code) => !(comparedCodes as readonly string[]).includes(code));
    expect(expected.map(([metric]) => metric)).toEqual(further);
  });

  for (const [metric, ...hand] of expected)
    it(`[R89] ${metric} ${metricOf(metric).name}: what counts, what is due and what is left out`, () => {
      const { state, numerator, denominator, leftOut } = cell(metric, full);
      expect([state, numerator, denominator, leftOut]).toEqual(["value", ...hand]);
    });

  for (const [metric] of expected)
    it(`[R89] ${metric}: the listed rows add up to the cell, each says why in words`, async () => {
      const listed = (counted: boolean) =>
        readAsCounty(county, (tx) =>
          listEvidence(tx, { ...period(), townshipId: full.id }, metric, counted, { page: 1, pageSize: 100 }),
        );
      const { rows } = await listed(true);
      const own = cell(metric, full);
      const sum = (pick: (row: (typeof rows)[number]) => number) =>
        rows.reduce((all, row) => all + pick(row), 0);
      expect(sum((row) => row.numerator)).toBeCloseTo(own.numerator, 9);
      expect(sum((row) => row.denominator)).toBe(own.denominator);
      const left = (await listed(false)).rows;
      expect(left).toHaveLength(own.leftOut);
      const { reasonText } = await import("@/domains/figures/labels");
      for (const { reason, amount } of [...rows, ...left])
        expect(reasonText(reason, amount)).toMatch(/\p{Script=Han}/u);
      // What a petition is about is told to the township's chair and office alone [R65].
      const told = metric === "M29" ? [] : rows;
      expect(told.every((row) => row.recordId === null || row.title !== null)).toBe(true);
      if (metric === "M29") expect(rows.map(({ title }) => title)).toEqual(rows.map(() => null));
    });

  it("[R89] of what nobody entered nothing is said: 未录, and never zero", () => {
    for (const [metric] of expected)
      expect([metric, cell(metric, empty).state]).toEqual([metric, "notEntered"]);
  });
});

/** A record more of each kind that the further metrics count, as good or as bad as chance has it. */
const additions: Partial<Record<RecordType, (add: Records, chance: () => number) => Promise<unknown>>> = {
  presidiumMeeting: (add, chance) => add.meeting("2026-10-10", { totals: [Math.floor(chance() * 11), 10] }),
  dutyReport: (add, chance) => add.dutyReport(chance() < 0.5 ? people.one : people.three, "2026-10-10"),
  deputyVisit: (add, chance) => facts.visit(add, people.two, "visit", Math.ceil(chance() * 9)),
  suggestion: async (add, chance) => {
    const number = 100 + Math.floor(chance() * 1e6);
    const outcome = chance() < 0.5 ? "A" : "C";
    const rating = chance() < 0.5 ? "unsatisfied" : "satisfied";
    const id = await add.suggestion(number, {
      ...{ assigned: "2026-01-28", closed: "2026-05-20", outcome },
      ratings: [{ rating, by: people.one }],
    });
    await facts.handled(add, id, await add.unit(`单位${number}`), [people.one], [chance() < 0.5 ? 0 : 1]);
  },
  projectBallot: (add) => facts.ballotWithoutChoice(add),
  post: (add, chance) => facts.post(add, chance() < 0.5 ? "viceChair" : "officer"),
  fund: (add, chance) => facts.fund(add, 2026, Math.round(chance() * 1e5)),
  reception: async (add, chance) =>
    facts.received(add, await add.station("2022-01-01"), "2026-10-15", chance() < 0.5 ? null : 4),
  policy: (add, chance) => facts.policy(add, chance() < 0.5 ? "study" : "other", "2026-10-01"),
  activity: (add, chance) =>
    add.activity("2026-10-13", { kind: "lawInspection", ...(chance() < 0.5 ? {} : { report: "报告" }) }),
  committeeHearing: (add) => facts.hearing(add, "2026-10-14"),
  honour: (add, chance) => facts.honour(add, chance() < 0.5 ? "township" : "county"),
  groupActivity: async (add, chance) =>
    facts.groupMet(add, await add.group(`小组${chance()}`, "2022-01-01"), chance() < 0.5 ? null : "记录", [
      people.one,
    ]),
};

describe("a record more", () => {
  it("[R85] of a kind that a metric counts never lowers its numerator", async () => {
    let seed = 7;
    const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 2; round += 1)
      for (const [type, add] of Object.entries(additions)) {
        const kind = type as RecordType;
        const through = (countsThrough[kind] ?? []).map(({ metric }) => metric);
        const moved = metricCodes.filter((metric) => enteredAs[metric] === kind || through.includes(metric));
        const before = await count(moved);
        await recordIn(county, full, (records) => add(records, chance));
        const after = await count(moved);
        for (const metric of moved) {
          const [was, is] = [cell(metric, full, before).numerator, cell(metric, full, after).numerator];
          expect(is, `${metric} after another ${kind}`).toBeGreaterThanOrEqual(was - 1e-9);
        }
      }
  });
});

describe("what is not asked for is not counted", () => {
  const staff = (day = today) =>
    callerAs("countyStaff", county, undefined, day === today ? now : new Date(`${day}T10:00:00+08:00`));
  const columns = async () =>
    (await staff().oversight.comparison({ year: 2026 })).metrics.map(({ code }) => code);

  it("[R89] the comparison has its own columns until a published scheme uses another, then that one too", async () => {
    expect(await columns()).toEqual(comparedCodes);
    const key = () => ({ idempotencyKey: newKey() });
    const { id } = await staff().assessments.startScheme({ ...key(), year: 2026, from: null });
    const [first, ...rest] = defaultScheme.dimensions;
    if (first === undefined) throw new Error("the default scheme has dimensions");
    const indicators = first.indicators.map((one) =>
      one.code === "A4"
        ? { ...one, metric: "M16", formula: { kind: "threshold", target: 9, below: "proportional" } as const }
        : one,
    );
    const scheme = { ...defaultScheme, dimensions: [{ ...first, indicators }, ...rest] };
    await staff().assessments.saveScheme({ ...key(), id, version: 1, scheme });
    expect(await columns(), "a draft costs nobody anything").toEqual(comparedCodes);
    const until = addDays(today, 7);
    await staff().assessments.consultOnScheme({ ...key(), id, version: 2, until });
    const decided = { decisionNumber: "人大〔2026〕9号", decisionReason: "年中调整" };
    await staff(addDays(until, 1)).assessments.publishScheme({ ...key(), id, version: 3, ...decided });
    expect(await columns()).toEqual([...comparedCodes, "M16"]);
    const { townships } = await staff().oversight.comparison({ year: 2026 });
    const own = townships
      .find(({ code }) => code === full.code)
      ?.cells.find(({ metric }) => metric === "M16");
    expect(own).toMatchObject({ state: "value", denominator: 9 });
  });

  it("[R89] a metric that no scheme uses is counted when somebody opens it, down to its records and over five years", async () => {
    const opened = await staff().oversight.evidence({
      township: full.code,
      metric: "M12",
      year: 2026,
      page: 1,
    });
    expect(opened.cell).toMatchObject({ state: "value", denominator: 3 });
    expect(opened.rows.map(({ reason }) => reason.split(":")[1]).sort()).toEqual([
      "chair",
      "secretary",
      "viceChair",
    ]);
    expect(opened.trend).toHaveLength(5);
    expect(opened.trend.at(-1)).toMatchObject({ year: 2026, value: opened.cell.value });
  });
});
