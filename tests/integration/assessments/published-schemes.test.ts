import { beforeAll, describe, expect, it } from "vitest";
import { readSchemeFile } from "@/domains/assessments/commands/scheme-file";
import { readSchemeTable, schemeRows } from "@/domains/assessments/rules/scheme-table";
import { schemeFile } from "@/domains/assessments/rules/scheme-text";
import { schemeColumns } from "@/domains/assessments/rules/table-columns";
import { classOf, type Scheme, subjectOf } from "@/domains/figures/rules/scheme";
import { checkScheme } from "@/domains/figures/rules/scheme-check";
import { score } from "@/domains/figures/rules/scoring";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { groupMet, handled } from "../oversight/further-facts";
import { now, on, recordIn, type Records } from "../oversight/records";
import { chunfu, xuanhan } from "./published-schemes";

let county: TestCounty;
let diligent: TestTownship;

const staff = () => callerAs("countyStaff", county, undefined, now).assessments;
const key = () => ({ idempotencyKey: newKey() });

async function groups(add: Records) {
  const [one, two, three] = [await add.deputy("甲"), await add.deputy("乙"), await add.deputy("丙")];
  const [first, second] = [
    await add.group("第一小组", "2022-01-01"),
    await add.group("第二小组", "2022-01-01"),
  ];
  const members = [[first, one] as const, [first, two] as const, [second, three] as const];
  for (const [groupId, deputyId] of members)
    await add.tx.groupMember.create({
      data: { ...add.line(), groupId, deputyId, startsOn: on("2022-01-10") },
    });
  await groupMet(add, first, "学习代表法", [one]);
  await groupMet(add, first, "议事", [one, two]);
  await groupMet(add, first, null, [two]);
  return { one, two, three };
}

async function sessions(add: Records, { one, two, three }: { one: string; two: string; three: string }) {
  const term = await add.term();
  const lines = (second: string): [string, string][] => [
    [one, "present"],
    [two, second],
    [three, "present"],
  ];
  const first = await add.session(term, 1, "2026-01-13", { lines: lines("leave") });
  await add.session(term, 2, "2026-07-13", { lines: lines("present") });
  const speech = (deputyId: string, times: number) =>
    add.tx.sessionSpeech.create({ data: { ...add.line(), sessionId: first, deputyId, times } });
  await speech(one, 2);
  await speech(three, 1);
}

async function suggestions(add: Records, { one, three }: { one: string; three: string }) {
  const unit = await add.unit("水务站");
  const times = { assigned: "2026-01-20", replyDue: "2026-04-13", closed: "2026-05-20", outcome: "A" };
  const entered = async (number: number, lead: string, facts: object) => {
    const suggestionId = await add.suggestion(number, facts);
    await handled(add, suggestionId, unit, [], [1]);
    await add.tx.suggestionSigner.create({
      data: { ...add.line(), suggestionId, deputyId: lead, role: "lead" },
    });
  };
  const rated = (rating: string) => ({ ratings: [{ rating, by: one }] });
  await entered(1, one, { ...times, replied: "2026-04-01", ...rated("satisfied") });
  await entered(2, one, { ...times, replied: "2026-04-20", ...rated("basic") });
  for (const number of [3, 4]) await entered(number, one, { ...times, replied: "2026-04-01" });
  await entered(5, three, { ...times, replied: "2026-04-01" });
}

/** One finished, one whose days ran out; only the township's office writes them. */
async function petitions() {
  const office = (day: string) =>
    callerAs("townshipStaff", county, diligent, new Date(`${day}T10:00:00+08:00`));
  const own = () => ({ township: diligent.code, ...key() });
  const [unit] = await office("2026-02-05").units.options({ township: diligent.code });
  const assigned = { step: "assign", assignedOn: "2026-02-05", way: "assigned", unitId: unit?.id };
  for (const done of [true, false]) {
    const facts = {
      topic: "土地纠纷",
      channel: "visit",
      category: "other",
      occurredOn: "2026-02-01",
    } as const;
    const { id } = await office("2026-02-05").petitions.create({ ...own(), ...facts });
    await office("2026-02-05").petitions.step({ ...own(), id, version: 1, ...assigned } as never);
    const finish = { step: "finish", finishedOn: "2026-03-01", result: "已办结" };
    if (done) await office("2026-03-01").petitions.step({ ...own(), id, version: 2, ...finish });
  }
}

beforeAll(async () => {
  county = await createCounty(["宣汉测", "纯复测"]);
  const [first, idle] = county.townships as [TestTownship, TestTownship];
  diligent = first;
  await recordIn(county, diligent, async (add) => {
    const people = await groups(add);
    await sessions(add, people);
    await suggestions(add, people);
    for (const day of ["2026-02-10", "2026-04-10", "2026-05-10", "2026-08-10", "2026-11-10"])
      await add.meeting(day, { totals: [9, 10] });
    for (const day of ["2026-03-02", "2026-05-03", "2026-09-04"]) await add.activity(day, { report: "报告" });
    await add.activity("2026-06-04", { kind: "lawInspection", report: "报告" });
  });
  await petitions();
  await recordIn(county, idle, async (add) => {
    await add.session(await add.term(), 1, "2026-01-13", { totals: [80, 100] });
    await add.meeting("2026-02-10", { totals: [8, 10] });
  });
}, 120_000);

async function publish(scheme: Scheme) {
  const subject = subjectOf(scheme);
  const { id } = await staff().startScheme({
    ...{ ...key(), year: 2026, from: null },
    ...(subject === "township" ? {} : { subject }),
  });
  await staff().saveScheme({ ...key(), id, version: 1, scheme });
  const decided = { decisionNumber: "县人大〔2026〕3 号", decisionReason: "试行" };
  await staff().publishScheme({ ...key(), id, version: 2, ...decided });
  const kept = await staff().scheme({ id });
  expect(kept.faults).toEqual([]);
  return kept;
}

describe("schemes that deduct what is missing, move by quotas and honour so many [R85]", () => {
  it("纯复乡: deputies' groups, 3 suggestions for 10 points and 5 for each one more or fewer", async () => {
    await publish(chunfu);
    const { rows } = await callerAs("countyStaff", county, undefined, now).subjects.league({
      ...{ year: 2026, subject: "group" },
    });
    expect(
      rows.map(({ name, total, points, rank }) => [name, total.points, total.max, points, rank]),
    ).toEqual([
      // On leave once of four: 10 − 5; four suggestions: 10 + 5; two speeches: 10 + 5; three activities: 10 − 2.5; one without record: 5 − 1.
      ["第一小组", 46.5, 65, 46.5, 1],
      // All present: 10; one suggestion: 10 − 2 × 5; one speech: 10; no activity: 0, and none that could have a record: 20 of 60.
      ["第二小组", 20, 60, 21.67, 2],
    ]);
  });

  it("宣汉县: what is missing of each item, an item's and all bonuses' most, the first so many honoured", async () => {
    await publish(xuanhan);
    const { townships } = await staff().scores({ year: 2026 });
    const points = townships.map(({ scores }) => scores.map((one) => one.points));
    expect(points).toEqual([
      // 2 sessions; 5 of 6 meetings; 4 quarters; 3 of 4 visits; 1 inspection; 1 of 5 late; (1 + 0.6) ÷ 2 = 80 %: 10 − 15 × 0.5; 1 petition.
      [10, 8, 10, 12, 5, 8, 2.5, 9, null],
      // 1 of 2; 1 of 6; 1 of 4 quarters; the rest nobody entered.
      [5, 0, 1, 0, 0, 0, 0, 0, null],
    ]);
    const sentence = townships[0]?.scores.find(({ code }) => code === "C2")?.sentence;
    expect(sentence).toContain("80.0%，比定额 95.0% 少 15 个百分点 → 10 分 − 15 × 0.5 分 = 2.5 分");
    const { townships: valued } = await staff().values({ year: 2026 });
    const values = new Map(
      valued.map((one) => [one.code, new Map(one.values.map((cell) => [cell.metric as string, cell]))]),
    );
    const assessed = valued.map((one, index) => ({
      ...{ id: one.code, townshipClass: classOf(one.class), given: new Map([["E1", index === 0 ? 18 : 10]]) },
      ...(index === 0
        ? {
            bonuses: new Map([
              ["b1", 1],
              ["b2", 5],
            ]),
            deductions: new Map([["d1", 4]]),
          }
        : {}),
    }));
    expect(score(xuanhan, values, assessed).map(({ final, grade }) => [final, grade.grade])).toEqual([
      // 82.5, 2 + 2 of 5 more, 6 of 8 less.
      [80.5, "表彰"],
      [16, "通报批评"],
    ]);
  });

  it("goes out as a file and as a table and comes back the same", () => {
    for (const scheme of [chunfu, xuanhan]) {
      expect(checkScheme(scheme)).toEqual([]);
      expect(readSchemeFile(schemeFile(scheme))).toEqual({ scheme });
      const rows = schemeRows(2026, scheme).map((cells, index) => ({
        line: index + 2,
        cells: Object.fromEntries(
          schemeColumns.map(({ key: column }, place) => {
            const cell = cells[place] ?? null;
            return [column, cell === null ? null : String(cell)];
          }),
        ),
      }));
      const read = readSchemeTable(rows);
      expect(read.problems).toEqual([]);
      expect(read.dimensions).toEqual(scheme.dimensions);
    }
  });
});
