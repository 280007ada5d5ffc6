import { beforeAll, describe, expect, test } from "vitest";
import { numberIn } from "../../fixtures/reports/numbers";
import { shouxian, shouxianClaims as claims } from "../../fixtures/reports/shouxian";
import { activitiesOf, onlyDesk, sessionsOf, suggestionsOf, householdsOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("首羡镇: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(shouxian);
  });

  test("[R18] the third session of the second congress was held", async () => {
    const [held] = await sessionsOf(onlyDesk(entered), entered.year);
    expect(held).toMatchObject({ termNumber: numberIn(claims.term), number: numberIn(claims.session) });
  });

  test("[R23] the presidium met in each quarter of the half-year, no fewer times than the report says", async () => {
    const desk = onlyDesk(entered);
    const { quarters } = await desk.chair.presidium.year({ township: desk.town.code, year: entered.year });
    const firstHalf = quarters.slice(0, 2);
    expect(firstHalf.map((quarter) => quarter.state)).toEqual(["met", "met"]);
    for (const quarter of firstHalf) {
      expect(quarter.meetings.length).toBeGreaterThanOrEqual(numberIn(claims.perQuarter));
    }
  });

  test("[R30] law inspections, visits and safety checks are two each", async () => {
    const desk = onlyDesk(entered);
    const counted = async (kind: Parameters<typeof activitiesOf>[2]) =>
      (await activitiesOf(desk, entered.year, kind)).length;
    expect(await counted("lawInspection")).toBe(numberIn(claims.lawInspections));
    expect(await counted("inspectionVisit")).toBe(numberIn(claims.visits));
    expect(await counted("supervisionCheck")).toBe(numberIn(claims.safetyChecks));
  });

  test("[R79] twenty suggestions proposed besides the five that were answered in writing", async () => {
    const desk = onlyDesk(entered);
    const answered = await suggestionsOf(desk, entered.year, "replied");
    expect(answered).toBe(numberIn(claims.handled));
    expect(await suggestionsOf(desk, entered.year)).toBe(numberIn(claims.proposed) + answered);
  });

  test("[R14] the year's budget for the congress's work, and six activities of the groups", async () => {
    const { chair, town } = onlyDesk(entered);
    const { rows } = await chair.funds.list({ township: town.code, year: entered.year });
    expect(rows.map(({ budgeted }) => budgeted)).toEqual([10_000 * numberIn(claims.funds)]);
    const { total } = await chair.groupActivities.list({ township: town.code, year: entered.year });
    expect(total).toBe(numberIn(claims.groupActivities));
  });

  test("[R43] the poor households that deputies helped", async () => {
    expect(await householdsOf(onlyDesk(entered), entered.year)).toBe(numberIn(claims.helped));
  });
});
