import { beforeAll, describe, expect, it } from "vitest";
import { type EvidenceRow, listEvidence, sumEvidence } from "@/domains/figures/data/evidence";
import { reasonText } from "@/domains/figures/labels";
import { cellOf } from "@/domains/figures/rules/cells";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { readAsCounty, recordIn, today } from "./records";

let county: TestCounty;
let home: TestTownship;
let silent: TestTownship;
let deputies: Record<string, string>;

const newStandard = (more: object) => ({
  idempotencyKey: newKey(),
  ...{ fromYear: 2025, preset: "own" as const, name: "双三", ...more },
});

/**
 * By "12345" of 2026, with one session: 甲 has done all of it, the report of the mandate's fifth year
 * (since 2022-01-10) in 2024; 乙 spoke twice, visited 4 households, came to four activities and drafted a suggestion. 丁 sits in the county's congress alone. From 2027 on nothing changes
 * what 2026 is judged by.
 */
beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, silent] = county.townships as [TestTownship, TestTownship];
  deputies = await recordIn(county, home, async (add) => ({
    one: await add.deputy("甲"),
    two: await add.deputy("乙"),
    above: await add.deputy("丁", null, ["county"]),
  }));
  await recordIn(county, silent, async (add) => {
    await add.deputy("戊");
  });
  const chair = callerAs("townshipChair", county, home);
  const key = () => ({ township: home.code, idempotencyKey: newKey() });
  const { one = "", two = "" } = deputies;
  const term = await chair.sessions.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
  const session = await chair.sessions.create({
    ...key(),
    ...{ termId: term.id, number: 8, kind: "regular", startsOn: "2026-01-13" },
  });
  await chair.sessions.saveSpeeches({
    ...key(),
    ...{ id: session.id, version: 1 },
    speeches: [
      { deputyId: one, times: 3 },
      { deputyId: two, times: 2 },
    ],
  });
  const visit = (deputyId: string, households: number) =>
    chair.deputyVisits.create({
      ...key(),
      ...{ deputyId, kind: "visit", occurredOn: "2026-05-12", households, place: null, note: null },
      ...{ sourceNote: null, lateReason: null },
    });
  await visit(one, 5);
  await visit(two, 4);
  await recordIn(county, home, async (add) => {
    const group = await add.group("第一小组", "2022-01-10");
    for (const day of ["2026-02-10", "2026-04-10", "2026-06-10", "2026-08-10"])
      await add.groupActivity(group, day, { came: [one, two] });
    await add.groupActivity(group, "2026-08-11", { came: [two], voided: true });
    for (const number of [1, 2])
      await add.signed(await add.suggestion(number, { state: "assigned", assigned: "2026-01-20" }), one);
    await add.signed(await add.suggestion(3, { state: "draft" }), two);
    await add.dutyReport(one, "2024-05-10");
  });
});

const period = (year: number) => ({
  countyId: county.id,
  townshipId: null,
  fromYear: year,
  toYear: year,
  today,
});

async function breadthOf({ id }: TestTownship, year: number) {
  const sums = await readAsCounty(county, (tx) => sumEvidence(tx, period(year), ["D2"]));
  const { state, numerator, denominator, leftOut } = cellOf(
    "D2",
    sums.filter(({ townshipId }) => townshipId === id),
  );
  return [state, numerator, denominator, leftOut];
}

const rowsOf = (year: number): Promise<EvidenceRow[]> =>
  readAsCounty(county, async (tx) => {
    const own = { ...period(year), townshipId: home.id };
    return (await listEvidence(tx, own, "D2", true, { page: 1, pageSize: 100 })).rows;
  });

const told = ({ title, numerator, denominator, reason, amount }: EvidenceRow) =>
  `${title ?? ""} ${numerator}/${denominator} ${reasonText(reason, amount)}`;

const progress = (at: ReturnType<typeof callerAs>) =>
  at.standards.ofTownship({ township: home.code, year: 2026 });

describe("how many of a township's deputies reach the standard of duty", () => {
  it("asks each deputy of the township's own congress and says of each what is missing [R43]", async () => {
    expect((await rowsOf(2026)).map(told)).toEqual([
      "乙 0/1 未达标，还差：述职、建议、发言、走访",
      "甲 1/1 5 项要求都已达到",
    ]);
    expect(await breadthOf(home, 2026)).toEqual(["value", 1, 2, 0]);
  });

  it("is 未录 where nothing was entered, never 0% [R43][R89]", async () => {
    expect(await breadthOf(silent, 2026)).toEqual(["notEntered", 0, 0, 0]);
    expect(await breadthOf(home, 2023)).toEqual(["notEntered", 0, 0, 0]);
  });

  it("tells the township each deputy's progress by name, and the deputy's page the same [R43]", async () => {
    const staff = callerAs("townshipStaff", county, home);
    const shown = await progress(staff);
    expect(shown.deputies.map(({ name, missing }) => `${name} ${missing ?? "达标"}`)).toEqual([
      "甲 达标",
      "乙 还差：述职 1 次、建议 2 件、发言 1 次、走访 1 户",
    ]);
    expect(shown).toMatchObject({ met: 1, standard: { name: "12345" } });
    const own = await staff.standards.ofDeputy({
      township: home.code,
      id: deputies["two"] ?? "",
      year: 2026,
    });
    expect(own.deputy).toEqual(shown.deputies.find(({ name }) => name === "乙"));
    const above = await staff.standards.ofDeputy({
      township: home.code,
      id: deputies["above"] ?? "",
      year: 2026,
    });
    expect(above.deputy).toBeNull();
  });

  it("goes by the standard that the county chose for the year, a later one leaving the earlier years as they are [R45]", async () => {
    const manager = callerAs("countyLeader", county);
    await manager.standards.set(newStandard({ fromYear: 2026, visit: 4, speech: 2 }));
    await manager.standards.set({ idempotencyKey: newKey(), fromYear: 2027, preset: "threeOnes" });
    expect(await breadthOf(home, 2026)).toEqual(["value", 2, 2, 0]);
    expect((await progress(callerAs("townshipStaff", county, home))).standard.name).toBe("双三");
    expect((await manager.standards.county({})).chosen.map(({ name }) => name)).toEqual(["三个一", "双三"]);
    await expect(manager.standards.set(newStandard({ name: null }))).rejects.toThrow("取个名称");
    await expect(manager.standards.set(newStandard({}))).rejects.toThrow("至少要有一项");
  });
});
