import { beforeAll, describe, expect, it } from "vitest";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const year = 2026;
let county: TestCounty;
let town: TestTownship;
let desk: Desk;

const key = () => ({ ...desk.at, idempotencyKey: newKey() });
const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const calls = async (day: string) => (await staff(day).integrity.map({ year })).calls;

async function pointsOf(day: string, indicators: readonly string[]): Promise<number> {
  const { townships } = await staff(day).assessments.scores({ year });
  const own = townships.find(({ township }) => township.code === town.code);
  const points = (own?.scores ?? []).filter(({ code }) => indicators.includes(code));
  return points.reduce((sum, one) => sum + (one.points ?? 0), 0);
}

beforeAll(async () => {
  county = await createCounty(["取巧镇", "邻近镇"]);
  [town] = county.townships as [TestTownship];
  desk = await openDesk(county, town);
  const spring = staff("2026-03-01").assessments;
  await spring.adoptDefaultScheme({ year, idempotencyKey: newKey() });
  for (const month of [1, 2, 3, 4, 5])
    await desk.on("2026-12-20").supervision.create({
      ...{
        ...key(),
        kind: "inspectionVisit" as const,
        topic: `视察 ${month}`,
        occurredOn: `2026-0${month}-11`,
      },
      deputyIds: desk.deputies.slice(0, 2),
    });
});

describe("the calls to be made of a year's signals [R97]", () => {
  it("hold every open signal once, what is about the same records along with the weightier one", async () => {
    const { total, calls: made } = await staff("2026-12-20").integrity.map({ year });
    const told = made.flatMap(({ signals, along }) => [signals, ...along.map((one) => one.signals)]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(total.open);
    expect(made[0]).toMatchObject({
      ...{ signal: "burst", signals: 1, records: 5, answered: 0, takenOff: 3 },
      ...{ along: [{ signal: "lateEntry", signals: 5 }], township: { code: town.code } },
    });
  });

  it("say what the records carry as it is: struck out, they take that many points along", async () => {
    const facts = { kind: "regular", topic: "研究工作", occurredOn: "2026-02-10" } as const;
    const { id } = await desk.on("2026-12-21").presidium.create({ ...key(), ...facts });
    const found = (await calls("2026-12-21")).find(({ rests }) => rests.points > 0);
    expect(found?.rests.indicators.length).toBeGreaterThan(0);
    const { indicators, points } = found?.rests ?? { indicators: [], points: 0 };
    const before = await pointsOf("2026-12-21", indicators);
    await desk.on("2026-12-21").presidium.void({ ...key(), id, version: 1, reason: "登记错误" });
    expect(before - (await pointsOf("2026-12-21", indicators))).toBeCloseTo(points, 2);
  });

  it("are the same once the year is frozen, and none are left when the township's are concluded", async () => {
    const open = await calls("2027-01-05");
    await staff("2027-01-05").assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
    expect(await calls("2027-01-05")).toEqual(open);
    for (const { signal, subject, township } of (
      await staff("2027-01-05").integrity.signals({ year, page: 1 })
    ).rows)
      await staff("2027-01-05").integrity.decide({
        ...{ idempotencyKey: newKey(), year, signal, subject, of: township.code, version: null },
        ...{ decision: "verified" as const, reason: "看过签到表" },
      });
    expect(await calls("2027-01-05")).toEqual([]);
  });
});
