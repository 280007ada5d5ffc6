import { beforeAll, describe, expect, it } from "vitest";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { SignalCode } from "@/domains/integrity/rules/signals";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const year = 2026;
const december = "2026-12-28";
let county: TestCounty;
let town: TestTownship;
let desk: Desk;

const key = () => ({ ...desk.at, idempotencyKey: newKey() });
const staff = () => callerAs("countyStaff", county, undefined, noon(december));
const figure = async (metric: MetricCode) => {
  const { cell } = await staff().oversight.evidence({ township: town.code, metric, year, page: 1 });
  return { numerator: cell.numerator, denominator: cell.denominator };
};
const raised = async (signal: SignalCode) =>
  (await staff().integrity.signals({ year, of: town.code, signal, page: 1 })).total;
const points = async () => {
  const { townships } = await staff().assessments.scores({ year });
  return townships.find(({ township }) => township.code === town.code)?.final ?? null;
};

beforeAll(async () => {
  county = await createCounty(["取巧镇", "邻近镇"]);
  [town] = county.townships as [TestTownship];
  desk = await openDesk(county, town);
  const spring = callerAs("countyStaff", county, undefined, noon("2026-03-01")).assessments;
  await spring.adoptDefaultScheme({ year, idempotencyKey: newKey() });
});

const visit = (day: string, on: string) =>
  desk.on(on).supervision.create({
    ...key(),
    ...{ kind: "inspectionVisit" as const, topic: `视察 ${day}`, occurredOn: day },
    deputyIds: desk.deputies.slice(0, 2),
  });

describe("what gaming does to a figure, and who sees it the same day [R97]", () => {
  it("spring entered in December counts as late, and a visit without report or finding counts for nothing", async () => {
    await visit("2026-10-08", "2026-10-08");
    const before = { G2: await figure("G2"), B3: await figure("B3") };
    expect(before.G2.numerator).toBe(before.G2.denominator);
    for (const month of [1, 2, 3, 4, 5, 6]) await visit(`2026-0${month}-11`, december);
    const after = { G2: await figure("G2"), B3: await figure("B3") };
    expect(after.G2.numerator).toBe(before.G2.numerator);
    expect(after.G2.denominator).toBe(before.G2.denominator + 6);
    expect(after.B3.numerator).toBe(before.B3.numerator);
    expect([await raised("burst"), await raised("lateEntry")]).toEqual([1, 6]);
  });

  it("a late record that is struck out again lowers nothing any more, and each one is a question to be answered", async () => {
    const before = await figure("G2");
    const { rows } = await desk.on(december).supervision.list({ ...desk.at, year });
    const [late] = rows.filter(({ occurredOn }) => occurredOn === "2026-03-11");
    if (late === undefined) throw new Error("it was entered above");
    await desk
      .on(december)
      .supervision.void({ ...key(), id: late.id, version: late.version, reason: "登记错误" });
    const after = await figure("G2");
    expect(after).toEqual({ numerator: before.numerator, denominator: before.denominator - 1 });
    expect(await raised("struckLater")).toBe(1);
  });

  it("a mandate ended before the session lowers whom it expects, and shows", async () => {
    const [, , leaving = ""] = desk.deputies;
    const expected = (await desk.on("2026-03-08").deputies.list({ ...desk.at })).total;
    const { mandates } = await desk.on("2026-03-08").deputies.byId({ ...desk.at, id: leaving });
    await desk.on("2026-03-09").deputies.endMandate({
      ...{ ...key(), id: mandates[0]?.id ?? "", version: mandates[0]?.version ?? 1 },
      ...{ endsOn: "2026-03-09", endReason: "resigned" },
    } as never);
    const term = await desk
      .on("2026-03-10")
      .sessions.createTerm({ ...key(), number: 19, startsOn: "2022-01-10" });
    const held = { termId: term.id, number: 8, kind: "regular", startsOn: "2026-03-10" } as const;
    const { id } = await desk.on("2026-03-10").sessions.create({ ...key(), ...held });
    const { version } = await desk.on("2026-03-10").sessions.byId({ ...desk.at, id });
    await desk.on("2026-03-10").sessions.recordAttendance({ ...key(), id, version, exceptions: [] });
    expect((await figure("A4")).denominator).toBeLessThan(expected);
    expect(await raised("mandateEnded")).toBe(1);
  });

  it("no signal takes a point by itself; a conclusion is offered to the reviewers and takes none before them", async () => {
    const before = await points();
    const office = desk.on(december, "townshipChair").integrity;
    const about = { year, signal: "burst" as const, subject: december };
    await office.answer({ ...key(), ...about, records: [], text: "补录旧台账", version: null });
    await staff().integrity.decide({
      ...{ idempotencyKey: newKey(), ...about, of: town.code, decision: "confirmed" as const },
      ...{ reason: "签到表查无", version: null },
    });
    expect(await points()).toBe(before);
  });
});
