import { describe, expect, test } from "vitest";
import { anonymous, anonymousClaims } from "../../fixtures/reports/anonymous";
import { changshou, changshouClaims } from "../../fixtures/reports/changshou";
import { daishan, daishanClaims } from "../../fixtures/reports/daishan";
import { numberIn } from "../../fixtures/reports/numbers";
import {
  baidi,
  changping,
  huojia,
  publicClaims as claims,
  shaxi,
} from "../../fixtures/reports/public-reports";
import { shilian, shilianClaims } from "../../fixtures/reports/shilian";
import { activitiesOf, cellsOf, contactOf, findingsOf, onlyDesk, suggestionsOf } from "./ask";
import { type Desk, enterReport, type Entered } from "./enter";

const asked = ({ town }: Desk, { year }: Entered) => ({ township: town.code, year, pageSize: 100 });
const numerator = async (entered: Entered, metric: "D3" | "D6") =>
  (await cellsOf(entered, metric))[0]?.cell?.numerator ?? 0;
/** No deputy of the roster has any part in what the report counts and does not name. */
const dutyFiles = async (desk: Desk) => {
  const parts = desk.deputies.map((id) =>
    desk.chair.participation.ofDeputy({ township: desk.town.code, id }),
  );
  return (await Promise.all(parts)).flat();
};

describe("figures that reports tell without names", () => {
  test("[R49] seventy and more were trained, and none of the four deputies by that", async () => {
    const entered = await enterReport(anonymous);
    const desk = onlyDesk(entered);
    const { rows, heads } = await desk.chair.trainings.list(asked(desk, entered));
    expect(rows.map(({ unnamed, unnamedAbout }) => [unnamed, unnamedAbout])).toEqual([
      [numberIn(anonymousClaims.trained), true],
    ]);
    expect(heads).toMatchObject({ named: 0, unnamed: 70, about: true });
    expect(await numerator(entered, "D6")).toBe(0);
    expect((await dutyFiles(desk)).filter(({ type }) => type === "training")).toEqual([]);
  });

  test("[R34] four units' work was appraised without a ballot", async () => {
    const entered = await enterReport(anonymous);
    const [held] = await activitiesOf(onlyDesk(entered), entered.year, "workAppraisal");
    expect(held?.unitIds).toHaveLength(numberIn(anonymousClaims.appraised));
  });

  test("[R34] 石练镇 appraised its police station once, and took part in an appraisal of the county's", async () => {
    const entered = await enterReport(shilian);
    const held = await activitiesOf(onlyDesk(entered), entered.year, "workAppraisal");
    expect(held).toHaveLength(numberIn(shilianClaims.appraisals));
    expect(held.filter(({ isJoint }) => isJoint !== true)).toHaveLength(numberIn(shilianClaims.appraised));
  });

  test("[R42] the deputies commended are counted, not named, and M19 gives no point for them", async () => {
    const entered = await enterReport(daishan);
    const [first] = entered.desks as [Desk];
    const { rows } = await first.chair.honours.list(asked(first, entered));
    expect(rows.map(({ unnamed }) => unnamed).toSorted()).toEqual(
      [daishanClaims.commended, daishanClaims.figures, daishanClaims.talents].map(numberIn).toSorted(),
    );
    expect(rows.find(({ unnamedAbout }) => unnamedAbout === true)?.unnamed).toBe(20);
    const { leader, year } = entered;
    const seen = await leader.oversight.evidence({ township: first.town.code, metric: "M19", year });
    expect(seen.leftOut.map(({ reason }) => reason)).toEqual(["nobodyNamed", "nobodyNamed", "nobodyNamed"]);
    const told = await first.chair.dutyReports.list(asked(first, entered));
    expect(told.total).toBe(numberIn(daishanClaims.reporters));
    expect((await first.chair.committeeHearings.list(asked(first, entered))).total).toBe(1);
    for (const { chair, town } of entered.desks) {
      const stations = await chair.stations.list({ township: town.code });
      expect(stations.rows.map(({ fixedDay }) => fixedDay)).toEqual([numberIn(daishanClaims.fifteenth)]);
    }
  }, 120_000);

  test("[R30][R6] 长寿's checks on four feasts, ten opinions of an investigation, eight appraisals planned", async () => {
    const entered = await enterReport(changshou);
    const desk = onlyDesk(entered);
    expect(await activitiesOf(desk, entered.year, "supervisionCheck")).toHaveLength(
      numberIn(changshouClaims.feasts) + 3,
    );
    expect(await findingsOf(desk, entered.year)).toBe(numberIn(changshouClaims.advised) + 1);
    const planned = await desk.chair.plans.list({ township: desk.town.code, year: entered.year });
    expect(planned.total).toBe(numberIn(changshouClaims.planned));
    const { rows } = await desk.chair.receptions.list(asked(desk, entered));
    expect(rows.every(({ visitorsAbout }) => visitorsAbout === true)).toBe(true);
  });
});

describe("figures of reports that were published since", () => {
  test("[R57] 沙溪镇: eighty deputies received at eighteen places, and nobody is named: no month of D3", async () => {
    const entered = await enterReport(shaxi);
    const desk = onlyDesk(entered);
    const { stations, visitors } = await contactOf(desk, entered.year);
    const opinions = await desk.chair.opinions.list(asked(desk, entered));
    expect([stations, visitors, opinions.total]).toEqual(
      [claims.places, claims.received, claims.heard].map(numberIn),
    );
    const { heads } = await desk.chair.receptions.list(asked(desk, entered));
    expect(heads).toEqual({ named: 0, unnamed: numberIn(claims.took), about: false, unit: "人次" });
    expect(await numerator(entered, "D3")).toBe(0);
    expect(await dutyFiles(desk)).toEqual([]);
  });

  test("[R42] 长平乡: five deputies and five suggestions commended", async () => {
    const entered = await enterReport(changping);
    const desk = onlyDesk(entered);
    const all = { township: desk.town.code, pageSize: 100 };
    const { rows } = await desk.chair.honours.list(all);
    const of = (kind: string) => rows.find((row) => row.kind === kind)?.unnamed;
    expect(of("deputy")).toBe(numberIn(claims.best));
    expect(of("suggestion")).toBe(numberIn(claims.bestSuggestions));
    expect((await desk.chair.suggestions.list(all)).total).toBe(numberIn(claims.proposed));
  });

  test("[R80] 白地镇: nineteen suggestions closed to satisfaction, three works looked at", async () => {
    const entered = await enterReport(baidi);
    const desk = onlyDesk(entered);
    expect(await suggestionsOf(desk, entered.year, "closed")).toBe(numberIn(claims.closed));
    const [check] = await activitiesOf(desk, entered.year, "supervisionCheck");
    expect(check?.visited).toBe(numberIn(claims.works));
  });

  test("[R50][R58] 获嘉县城关镇: round numbers stay round", async () => {
    const entered = await enterReport(huojia);
    const desk = onlyDesk(entered);
    const { rows } = await desk.chair.achievements.list(asked(desk, entered));
    expect(rows[0]).toMatchObject({
      ...{ times: numberIn(claims.visits), timesAbout: true },
      ...{ attended: numberIn(claims.visited), attendedAbout: true },
    });
    expect((await contactOf(desk, entered.year)).opinions).toHaveLength(numberIn(claims.opinions));
  });
});
