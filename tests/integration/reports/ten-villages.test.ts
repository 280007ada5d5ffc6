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
    const { rows } = await chair.presidium.list({ township: town.code, year: entered.year });
    const of = (kind: string) => rows.filter((row) => row.kind === kind).length;
    // The village group leaders met every two months as well, which is no meeting of the presidium.
    expect([of("regular"), of("consultation")]).toEqual([numberIn(claims.meetings), 6]);
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

  test("[R54] what the township got done: rules made, arrears paid, mulberries planted, water brought", async () => {
    const { chair, town } = onlyDesk(entered);
    const { rows } = await chair.achievements.list({ township: town.code, year: entered.year });
    const of = (topic: string) => rows.find((row) => row.topic.includes(topic));
    expect(of("制度")?.quantity).toBe(numberIn(claims.rules));
    expect(of("误工补贴")?.amount).toBe(numberIn(claims.paid) * 10_000);
    expect(of("出苗")?.quantity).toBe(numberIn(claims.seedlings) * 10_000);
    expect(of("栽植")?.quantity).toBe(numberIn(claims.planted));
    expect(of("饮用水")?.quantity).toBe(numberIn(claims.water));
    const { total } = await chair.dutyInspections.list({ township: town.code, year: entered.year });
    expect(total).toBe(2);
  });

  test("[R46] ten villages' groups met every month", async () => {
    const { chair, town } = onlyDesk(entered);
    const { total } = await chair.groupActivities.list({ township: town.code, year: entered.year });
    expect(total).toBe(numberIn(claims.villages) * 12);
  });
});
