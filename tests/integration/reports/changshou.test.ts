import { beforeAll, describe, expect, test } from "vitest";
import { changshou, changshouClaims as claims } from "../../fixtures/reports/changshou";
import { dayIn, numberIn } from "../../fixtures/reports/numbers";
import { activitiesOf, contactOf, onlyDesk, sessionsOf, suggestionsOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("the town of Changshou: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(changshou);
  });

  test("[R18] the eighth session of the nineteenth congress was held on 13 January", async () => {
    const [held] = await sessionsOf(onlyDesk(entered), entered.year);
    expect(held).toMatchObject({
      termNumber: numberIn(claims.term),
      number: numberIn(claims.session),
      startsOn: dayIn(claims.session, entered.year),
    });
  });

  test("[R68] 63 suggestions were received, and none is called solved that the report does not call so", async () => {
    const desk = onlyDesk(entered);
    expect(await suggestionsOf(desk, entered.year)).toBe(numberIn(claims.received));
    expect(await suggestionsOf(desk, entered.year, "closed")).toBe(0);
  });

  test("[R30] the check of the villages and the investigations are on record", async () => {
    const desk = onlyDesk(entered);
    const checks = await activitiesOf(desk, entered.year, "supervisionCheck");
    const villages = checks.find((check) => check.topic.includes("个村"));
    const { facts } = await desk.chair.supervision.byId({
      township: desk.town.code,
      id: villages?.id ?? "",
    });
    expect(facts.visited).toBe(numberIn(claims.villages));
    const investigations = await activitiesOf(desk, entered.year, "investigation");
    expect(investigations).toHaveLength(numberIn(claims.investigations));
  });

  test("[R75] its county goes by the law of Chongqing: a reply within two months", async () => {
    const { rules } = await entered.leader.tenancy.settings({});
    expect(rules.find((rule) => rule.key === "suggestion.replyMonths")).toMatchObject({ value: 2 });
  });

  test("[R57][R58] four stations received two hundred voters and took down twenty opinions", async () => {
    const { stations, visitors, opinions } = await contactOf(onlyDesk(entered), entered.year);
    expect(stations).toBe(numberIn(claims.stations));
    expect(visitors).toBe(numberIn(claims.visitors));
    expect(opinions).toHaveLength(numberIn(claims.opinions));
  });
});
