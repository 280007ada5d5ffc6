import { beforeAll, describe, expect, it } from "vitest";
import { callerAs, createCounty, type TestCounty, type TestTownship } from "../../support/tenants";
import { now, recordIn } from "../oversight/records";

const year = 2026;
const people = 12;
/** How many of twelve deputies were trained: 甲 leads, 丙 is far behind, 乙 and 丁 are the middle. */
const trained = { 甲镇: 12, 乙镇: 9, 丙镇: 1, 丁镇: 9 } as const;

let county: TestCounty;
let named: Map<string, TestTownship>;
const staff = () => callerAs("countyStaff", county, undefined, now);
const of = (name: string): TestTownship => {
  const township = named.get(name);
  if (township === undefined) throw new Error(`no township ${name}`);
  return township;
};

beforeAll(async () => {
  // Every third township of a test county is of the first class.
  const [one, two, three, four] = Object.keys(trained) as [string, string, string, string];
  county = await createCounty([one, "子乡", "丑乡", two, "寅乡", "卯乡", three, "辰乡", "巳乡", four]);
  named = new Map(county.townships.map((township) => [township.name, township]));
  for (const [name, many] of Object.entries(trained))
    await recordIn(county, of(name), async (add) => {
      const ids: string[] = [];
      for (let nth = 0; nth < people; nth += 1) ids.push(await add.deputy(`${name}${nth}`));
      await add.training("2026-04-20", ids.slice(0, many));
    });
});

describe("whom to learn from", () => {
  it("is the known leader of the same class, with the figures of the evidence [R90]", async () => {
    const { townships, visits } = await staff().matching.county({ year });
    const weak = townships.filter(({ points }) => points.length > 0);
    expect(weak.map(({ name, points }) => [name, points.map(({ metric }) => metric)])).toEqual([
      ["丙镇", ["D6"]],
    ]);
    const [point] = weak[0]?.points ?? [];
    expect(point?.leaders.map(({ name }) => name)).toEqual(["甲镇"]);
    for (const [name, said] of [
      ["丙镇", point?.own],
      ["甲镇", point?.leaders[0]?.figure],
    ] as const) {
      const { cell, total } = await staff().oversight.evidence({
        township: of(name).code,
        metric: "D6",
        year,
      });
      expect(total).toBe(people);
      expect(said).toMatch(new RegExp(`^${cell.numerator}/${cell.denominator}＝`));
    }
    const { metrics } = await staff().oversight.comparison({ year, class: 1 });
    expect(point?.median).toBe(metrics.find(({ code }) => code === "D6")?.spread?.median);
    expect(point?.sentence).toBe("培训覆盖 1/12＝8.3%，同类 4 个乡镇中位 75%；领先的有 甲镇 12/12＝100%。");
    expect(visits).toMatchObject([
      { learner: "丙镇", host: "甲镇", lessons: [{ own: "1/12＝8.3%", theirs: "12/12＝100%" }] },
    ]);
  });

  it("tells the township its own figure, and of others who leads and whom to call, but no figure [R90][S6]", async () => {
    await callerAs("townshipChair", county, of("甲镇"), now).posts.create({
      ...{ township: of("甲镇").code, idempotencyKey: crypto.randomUUID(), name: "周海平", post: "chair" },
      ...{ fullTime: true, startsOn: "2024-01-01" },
    } as never);
    const own = await callerAs("townshipChair", county, of("丙镇"), now).matching.own({
      ...{ township: of("丙镇").code, year },
    });
    expect(own.points).toMatchObject([
      { metric: "D6", leaders: [{ name: "甲镇", office: ["主席 周海平"], contacts: [] }] },
    ]);
    const said = JSON.stringify(own);
    expect(said).toContain("1/12＝8.3%");
    for (const others of ["12/12", "9/12", "75%"]) expect(said).not.toContain(others);
  });

  it("is nobody for who is in the middle, for who leads and for who entered nothing [R90]", async () => {
    for (const name of ["甲镇", "乙镇", "丁镇", "子乡"]) {
      const { points } = await callerAs("townshipChair", county, of(name), now).matching.own({
        ...{ township: of(name).code, year },
      });
      expect(points, name).toEqual([]);
    }
    const { townships } = await staff().matching.county({ year });
    expect(townships.find(({ name }) => name === "子乡")?.silent).toBe(true);
  });

  it("is asked of one year at a time: of another in which nothing was entered nothing is told [R90]", async () => {
    const { looked, townships, visits } = await staff().matching.county({ year: 2024 });
    expect([looked, townships.flatMap(({ points }) => points), visits]).toEqual([0, [], []]);
  });
});
