import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, anonymousClaims as claims } from "../../fixtures/reports/anonymous";
import { numberIn } from "../../fixtures/reports/numbers";
import { activitiesOf, contactOf, cellsOf, inOfficeOf, onlyDesk, suggestionsOf, householdsOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("the unnamed town: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(anonymous);
  });

  test("[R80] four suggestions were closed, each solved", async () => {
    expect(await suggestionsOf(onlyDesk(entered), entered.year, "closed")).toBe(numberIn(claims.closed));
    const [solved] = await cellsOf(entered, "C4");
    expect(solved?.cell?.numerator).toBe(numberIn(claims.closed));
    expect(numberIn(claims.named)).toBe(numberIn(claims.closed));
  });

  test("[R3] four deputies of the city congress are in office, and all took part in one investigation", async () => {
    const cityDeputies = numberIn(claims.cityDeputies);
    expect((await inOfficeOf(entered, "city")).inOffice).toBe(cityDeputies);
    const investigations = await activitiesOf(onlyDesk(entered), entered.year, "investigation");
    expect(investigations.map((one) => one.deputyIds.length)).toEqual([cityDeputies]);
  });

  test("[R30] an investigation without findings or signatures does not count as one with results", async () => {
    const [cell] = await cellsOf(entered, "B3");
    expect(cell?.cell?.value).toBe(0);
  });

  test("[R57][R58] sixteen points received the voters the report counts; every opinion was answered and found satisfying", async () => {
    const { stations, visitors, opinions } = await contactOf(onlyDesk(entered), entered.year);
    expect(stations).toBe(numberIn(claims.points));
    expect(visitors).toBe(numberIn(claims.received));
    expect(opinions).toHaveLength(numberIn(claims.opinions));
    const works = opinions.filter(({ category }) => category === "construction");
    expect(works).toHaveLength(numberIn(claims.opinionsOnWorks));
  });

  test("[R43] the voters that deputies called on, head by head", async () => {
    expect(await householdsOf(onlyDesk(entered), entered.year)).toBe(numberIn(claims.visited));
  });
});
