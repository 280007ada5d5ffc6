import { beforeAll, describe, expect, test } from "vitest";
import { daishan, daishanClaims as claims, organSeats } from "../../fixtures/reports/daishan";
import { numberIn } from "../../fixtures/reports/numbers";
import { cellsOf, findingsOf, inOfficeOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("岱山县: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(daishan);
  });

  test("[R1] the county has seven townships", async () => {
    const { townships } = await entered.leader.oversight.comparison({ year: entered.year });
    expect(townships).toHaveLength(numberIn(claims.townships));
  });

  test.each(["city", "county", "township"] as const)(
    "[R3] seats and deputies in office at the level of the %s add up to the report's",
    async (level) => {
      expect(await inOfficeOf(entered, level)).toEqual({
        seats: numberIn(claims[level].seats),
        inOffice: numberIn(claims[level].inOffice),
      });
    },
  );

  test.each(["city", "county", "township"] as const)(
    "[R3] of the deputies of the %s as many serve in the townships as the report says",
    async (level) => {
      let outside = 0;
      for (const { chair, town } of entered.desks) {
        const where = { township: town.code, level, constituency: organSeats };
        outside += (await chair.deputies.list(where)).total;
      }
      const { inOffice } = await inOfficeOf(entered, level);
      expect(inOffice - outside).toBe(numberIn(claims[level].inTownships));
    },
  );

  test("[R2] five chairs are party secretaries part-time, two are full-time, each with two others beside", async () => {
    let partTime = 0;
    let fullTime = 0;
    for (const { chair, town } of entered.desks) {
      const { rows: members } = await chair.presidiumMembers.list({ township: town.code });
      expect(members.map((member) => member.post).sort()).toEqual(["chair", "secretary", "viceChair"]);
      const head = members.find((member) => member.post === "chair");
      if (head?.fullTime === true) fullTime += 1;
      if (head?.fullTime === false && head.otherPosts === "党委书记") partTime += 1;
    }
    expect(partTime).toBe(numberIn(claims.partTimeChairs));
    expect(fullTime).toBe(numberIn(claims.fullTimeChairs));
  });

  test("[R23] meeting as seldom as the report says breaks the quarterly rule, and the comparison shows it", async () => {
    const perQuarter = numberIn(claims.quarterly);
    const cells = await cellsOf(entered, "A3");
    expect(cells).toHaveLength(numberIn(claims.townships));
    for (const { cell } of cells) {
      expect(cell?.state).toBe("value");
      expect(cell?.numerator).toBe(numberIn(claims.fewest));
      expect(cell?.denominator).toBe(4 * perQuarter);
      expect(cell?.numerator).toBeLessThan(4 * perQuarter);
    }
    // Even the busiest township the report speaks of can only just keep the rule.
    expect(numberIn(claims.most)).toBe(4 * perQuarter);
  });

  test("[R35] the opinions given to three branches in 衢山 last year are on record", async () => {
    const branch = entered.desks.find(({ town }) => town.name === "衢山镇");
    expect(branch && (await findingsOf(branch, entered.year - 1))).toBe(numberIn(claims.opinions));
  });
});
