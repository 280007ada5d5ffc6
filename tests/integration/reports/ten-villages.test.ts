import { beforeAll, describe, expect, test } from "vitest";
import { numberIn } from "../../fixtures/reports/numbers";
import { tenVillages, tenVillagesClaims as claims } from "../../fixtures/reports/ten-villages";
import { activitiesOf, cellsOf, findingsOf, onlyDesk } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("a township of ten villages: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(tenVillages);
  });

  test("[R23] six meetings of the presidium, one every two months, hold in every quarter", async () => {
    const { chair, town } = onlyDesk(entered);
    const { total } = await chair.presidium.list({ township: town.code, year: entered.year });
    expect(total).toBe(numberIn(claims.meetings));
    const [quarters] = await cellsOf(entered, "A3");
    expect(quarters?.cell?.value).toBe(4);
  });

  test("[R30] five visits and what they found, three inspections of laws", async () => {
    const desk = onlyDesk(entered);
    expect(await activitiesOf(desk, entered.year, "inspectionVisit")).toHaveLength(
      numberIn(claims.inspections),
    );
    expect(await findingsOf(desk, entered.year)).toBe(numberIn(claims.findings));
    expect(await activitiesOf(desk, entered.year, "lawInspection")).toHaveLength(
      numberIn(claims.lawInspections),
    );
    const [withReport] = await cellsOf(entered, "B2");
    expect(withReport?.cell?.numerator ?? 0).toBe(0);
  });

  test("[R46] ten villages' groups met every month", async () => {
    const { chair, town } = onlyDesk(entered);
    const { total } = await chair.groupActivities.list({ township: town.code, year: entered.year });
    expect(total).toBe(numberIn(claims.villages) * 12);
  });
});
