import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { seatDeputies } from "../../support/seated";

let county: TestCounty;
let home: TestTownship;
let receive: (occurredOn: string, visitors: number | null, note?: string) => Promise<unknown>;

const at = () => callerAs("townshipStaff", county, home, new Date("2026-11-22T12:00:00+08:00"));

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  [home] = county.townships as [TestTownship];
  const deputyIds = await seatDeputies(county, home, [{ name: "单涛" }]);
  const made = () => ({ township: home.code, idempotencyKey: newKey() });
  const station = { name: "青山站", kind: "liaisonStation" as const, startsOn: "2026-01-01", deputyIds: [] };
  const { id: stationId } = await at().stations.create({ ...made(), ...station });
  receive = (occurredOn, visitors, note) =>
    at().receptions.create({ ...made(), stationId, deputyIds, occurredOn, visitors, note: note ?? null });
  await receive("2026-01-15", 3);
  await receive("2026-02-10", null);
  await receive("2026-02-15", 2);
  await receive("2026-03-15", 0, "当天无人来访");
  await receive("2026-04-15", null);
});

describe("the months in which voters were received", () => {
  it("count once who came is said, be it that nobody did; what was not entered does not count [R57]", async () => {
    const told = async (counted: boolean) => {
      const { rows, ...cell } = await at().oversight.ownEvidence({
        township: home.code,
        metric: "D3",
        year: 2026,
      });
      const held = rows.filter(({ recordType }) => recordType === "reception");
      const own = held.filter(({ denominator }) => denominator > 0 === counted);
      return { cell, rows: own.map(({ occurredOn, numerator, reason }) => [occurredOn, numerator, reason]) };
    };
    expect((await told(true)).rows.toSorted()).toEqual([
      ["2026-01-15", 1, "monthReceived"],
      ["2026-02-15", 1, "monthReceived"],
      ["2026-03-15", 1, "monthNobody"],
      ["2026-04-15", 0, "visitorsUntold"],
    ]);
    const { months } = await at().receptions.year({ township: home.code, year: 2026 });
    expect(months.slice(0, 4).map(({ receptions, told: said }) => [receptions, said])).toEqual([
      ...[
        [1, 1],
        [2, 1],
        [1, 1],
        [1, 0],
      ],
    ]);
  });

  it("are not made of noughts: that nobody came is written down [R57]", async () => {
    await expect(receive("2026-05-15", 0)).rejects.toThrow(
      "接待选民 0 人的，请在主要事项里写明当天无人来访。",
    );
  });
});
