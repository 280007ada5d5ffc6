import { beforeAll, describe, expect, it } from "vitest";
import { seatDeputies } from "../../support/seated";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let one: string;
let former: string;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
  [one, former] = (await seatDeputies(county, home, [
    { name: "林海" },
    { name: "赵六", endsOn: "2025-12-31" },
  ])) as [string, string];
});

const staff = () => callerAs("townshipStaff", county, home);
const create = (facts: object) =>
  staff().achievements.create({
    ...{ township: home.code, idempotencyKey: newKey(), topic: "调解邻里纠纷", kind: "mediation" },
    ...{ occurredOn: "2026-04-10", organizer: "社会和谐促进会", quantity: 12, quantityUnit: "起" },
    ...facts,
  } as never);

describe("what deputies' work came to", () => {
  it("stands in the deputies' duty files, and whoever held no mandate then is refused by name [R50]", async () => {
    await expect(create({ deputyIds: [former] })).rejects.toThrow("赵六在 2026-04-10 不是在任代表");
    await create({ deputyIds: [one], amount: 1_000_000.5 });
    const { rows } = await staff().achievements.list({ township: home.code, year: 2026 });
    expect(rows).toMatchObject([{ quantity: 12, quantityUnit: "起", amount: 1_000_000.5 }]);
    await expect(create({})).rejects.toThrow("已");
  });

  it("is told of the year to the township and moves no figure [R54][R56]", async () => {
    await create({ topic: "选民技能培训", kind: "voterTraining", times: 4, attended: 521 });
    const { kinds } = await staff().standing.ofTownship({ township: home.code, year: 2026 });
    expect(kinds.find(({ type }) => type === "achievement")).toMatchObject({
      text: "2 项，参加 521 人次（只记录，不计分）",
      gap: null,
    });
    const staffOf = callerAs("countyStaff", county);
    const { townships } = await staffOf.oversight.comparison({ year: 2026 });
    expect(townships[0]?.cells.filter(({ state }) => state === "value")).toEqual([]);
  });
});
