import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const now = new Date("2026-05-20T04:00:00Z");
let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
let neighbours: TestCounty;

const staff = (township: TestTownship) => callerAs("townshipStaff", county, township, now);

async function enter(township: TestTownship, topic: string): Promise<string> {
  const me = staff(township);
  const at = () => ({ township: township.code, idempotencyKey: newKey() });
  const visit = { kind: "inspectionVisit" as const, topic, occurredOn: "2026-05-01" };
  const { id } = await me.supervision.create({ ...at(), ...visit });
  await me.supervision.addFinding({
    ...at(),
    activityId: id,
    description: `${topic}的问题`,
    occurredOn: "2026-05-02",
  });
  await me.presidium.create({ ...at(), kind: "regular", topic: `${topic}汇报`, occurredOn: "2026-02-10" });
  return id;
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  neighbours = await createCounty(["丙镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  await seatDeputies(county, home, [{ name: "王河", pinyin: "wang he" }]);
  await seatDeputies(county, other, [{ name: "王湖", pinyin: "wang hu" }]);
  await enter(home, "河道保洁");
  await enter(other, "河道清障");
});

describe("today", () => {
  it("lists what waits, dated matters first by days left, each of this township only [S6]", async () => {
    const { rows, today } = await staff(home).today.due({ township: home.code });
    expect(today).toBe("2026-05-20");
    expect(rows.map((row) => [row.kind, row.dueOn])).toEqual([
      ["findingUnassigned", "2026-05-17"],
      ["presidiumMeeting", "2026-06-30"],
      ["activityReport", null],
    ]);
    expect(JSON.stringify(rows)).not.toContain("清障");
  });

  it("the first steps say what is entered, so that they stay until each is done", async () => {
    expect(await staff(home).today.setUp({ township: home.code })).toEqual({
      deputies: 1,
      seats: 0,
      terms: 0,
      members: 0,
      units: 0,
      groups: 0,
      stations: 0,
      plans: 0,
      sessions: 0,
      activities: 1,
      receptions: 0,
      projects: 0,
    });
  });

  it("measures the year against what is asked for, and shows the last entries with their records", async () => {
    expect(await staff(home).today.figures({ township: home.code })).toMatchObject({
      quarters: 1,
      findings: 1,
      findingsClosed: 0,
      sessions: 0,
      sessionsNeeded: 2,
    });
    const recent = await staff(home).today.recent({ township: home.code });
    expect(recent.map((row) => row.recordType)).toEqual(["presidiumMeeting", "finding", "activity"]);
    expect(recent[0]?.recordId).not.toBeNull();
    // An entry that tells only its step carries the record's own words.
    expect(recent[1]?.title).toMatch(/\S/);
  });

  it("tells a checklist that one request made as one entry, and asks no metric about what is only planned [R9]", async () => {
    const { tasks } = await staff(home).sessionTasks.prepare({
      township: home.code,
      idempotencyKey: newKey(),
      sessionOn: "2026-07-10",
    });
    expect(tasks).toBeGreaterThan(1);
    const recent = await staff(home).today.recent({ township: home.code });
    expect(recent.slice(0, 2).map(({ recordType, count }) => [recordType, count])).toEqual([
      ["sessionTask", tasks],
      ["presidiumMeeting", 1],
    ]);
    const judged = await callerAs("countyStaff", county, home, now).oversight.evidence({
      township: home.code,
      year: 2026,
      metric: "G2",
    });
    const asked = judged.rows.map(({ recordType }) => recordType);
    expect(asked).toContain("activity");
    expect(asked).not.toContain("sessionTask");
  });
});

describe("search", () => {
  const kinds = (hits: { type: string }[]) => hits.map((hit) => hit.type).sort();

  it("finds records of all kinds by any word in them, deputies by pinyin and initials too", async () => {
    const find = (q: string) => staff(home).search.township({ township: home.code, q });
    expect(kinds(await find("河道"))).toEqual(["activity", "finding", "presidiumMeeting"]);
    for (const q of ["王河", "wanghe", "wang he"]) expect(kinds(await find(q)), q).toEqual(["deputy"]);
    expect(await find("")).toEqual([]);
    expect(await find("%")).toEqual([]);
    expect(await find("清障")).toEqual([]);
  });

  it("the county finds in all its townships and says in which; another county finds nothing [S3][S6]", async () => {
    const hits = await callerAs("countyStaff", county).search.county({ q: "河道" });
    expect(hits).toHaveLength(6);
    expect(new Set(hits.map((hit) => hit.townshipName))).toEqual(new Set(["甲镇", "乙镇"]));
    expect(await callerAs("countyStaff", neighbours).search.county({ q: "河道" })).toEqual([]);
    await expect(staff(home).search.county({ q: "河道" })).rejects.toThrow("没有办理");
  });
});
