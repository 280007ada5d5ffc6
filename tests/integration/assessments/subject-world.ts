import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { groupMet, handled } from "../oversight/further-facts";
import { on, recordIn, type Records } from "../oversight/records";

/** A county with groups and units whose points can be worked out by hand; 乙镇 has a group and a unit and entered nothing else. */
export type SubjectWorld = {
  county: TestCounty;
  home: TestTownship;
  silent: TestTownship;
  ids: Readonly<Record<"one" | "two" | "three" | "water" | "school" | "idle", string>>;
};

async function groups(add: Records) {
  const [first, second, third] = [await add.deputy("甲"), await add.deputy("乙"), await add.deputy("丙")];
  const [one, two, three] = [
    await add.group("第一小组", "2022-01-01"),
    await add.group("第二小组", "2022-01-01"),
    await add.group("第三小组", "2022-01-01"),
  ];
  const member = (groupId: string, deputyId: string, ends: string | null = null) =>
    add.tx.groupMember.create({
      data: {
        ...{ ...add.line(), groupId, deputyId, startsOn: on("2022-01-10") },
        endsOn: ends === null ? null : on(ends),
      },
    });
  await member(one, first);
  await member(one, second);
  await member(two, third);
  // Who left a group is no longer asked with it.
  await member(three, first, "2025-12-31");
  await groupMet(add, one, "学习代表法", [first]);
  await groupMet(add, one, null, [second]);
  await add.groupActivity(one, "2026-05-01", { voided: true });
  await groupMet(add, two, null, [third]);
  await add.dutyReport(first, "2026-05-10");
  await add.training("2026-04-20", [first, third]);
  return { one, two, three, first };
}

async function units(add: Records, witness: string) {
  const [water, school, idle] = [
    await add.unit("水务站"),
    await add.unit("教育站"),
    await add.unit("空闲站"),
  ];
  const times = { assigned: "2026-01-20", replyDue: "2026-04-13", closed: "2026-05-20" };
  const inTime = { ...times, replied: "2026-04-01" };
  const rated = (rating: string) => ({ ratings: [{ rating, by: witness }] });
  const suggestion = async (number: number, unit: string | null, facts: object) => {
    const id = await add.suggestion(number, facts);
    if (unit !== null) await handled(add, id, unit, [witness], [1]);
  };
  await suggestion(1, water, { ...inTime, outcome: "A", ...rated("satisfied") });
  await suggestion(2, water, { ...times, replied: "2026-04-20", outcome: "C", ...rated("basic") });
  await suggestion(3, school, { ...inTime, outcome: "A", ...rated("satisfied") });
  await suggestion(4, null, { ...inTime, outcome: "A" });
  const activity = await add.activity("2026-03-10", { report: "视察报告" });
  const told = { notified: { unit: water, on: "2026-03-12" }, due: "2026-06-12" };
  await add.finding(activity, 1, { ...told, state: "closed", verified: "2026-05-12" });
  await add.finding(activity, 2, told);
  for (const [quarter, score] of [["q1", 90] as const, ["q2", 80] as const]) {
    const day = quarter === "q1" ? "2026-03-20" : "2026-06-20";
    const facts = { year: 2026, quarter, mode: "visit", issued: 20, returned: 18 };
    const { id } = await add.tx.appraisal.create({ data: { ...add.record(day, {}), ...facts } });
    await add.tx.appraisalLine.create({ data: { ...add.line(), appraisalId: id, unitId: water, score } });
  }
  return { water, school, idle };
}

export async function createSubjectWorld(): Promise<SubjectWorld> {
  const county = await createCounty(["甲镇", "乙镇"]);
  const [home, silent] = county.townships as [TestTownship, TestTownship];
  const ids = await recordIn(county, home, async (add) => {
    const { first, ...those } = await groups(add);
    return { ...those, ...(await units(add, first)) };
  });
  await recordIn(county, silent, async (add) => {
    await add.group("乙镇小组", "2022-01-01");
    await add.unit("乙镇站");
  });
  return { county, home, silent, ids };
}

export const at = (day: string) => new Date(`${day}T02:00:00Z`);
export const key = () => ({ idempotencyKey: newKey() });
export const staffOf = ({ county }: Pick<SubjectWorld, "county">, day = "2026-11-22") =>
  callerAs("countyStaff", county, undefined, at(day));
