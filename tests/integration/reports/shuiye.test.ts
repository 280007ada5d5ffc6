import { beforeAll, describe, expect, test } from "vitest";
import { numberIn } from "../../fixtures/reports/numbers";
import { shuiye, shuiyeClaims as claims } from "../../fixtures/reports/shuiye";
import { cellsOf, inOfficeOf, onlyDesk, suggestionsOf } from "./ask";
import { enterReport, type Entered } from "./enter";

describe("水冶镇: the system gives back what the report says", () => {
  let entered: Entered;
  beforeAll(async () => {
    entered = await enterReport(shuiye);
    // 116 suggestions, each carried through eight steps
  }, 300_000);

  test("[R3] 131 deputies are in office", async () => {
    expect((await inOfficeOf(entered, "township")).inOffice).toBe(numberIn(claims.deputies));
  });

  test("[R4] they are in six groups, everybody in one", async () => {
    const { chair, town } = onlyDesk(entered);
    const { groups } = await chair.deputies.groups({ township: town.code });
    expect(groups).toHaveLength(numberIn(claims.groups));
    const members = groups.reduce((sum, group) => sum + group.members.length, 0);
    expect(members).toBe(numberIn(claims.deputies));
  });

  test("[R80] 116 opinions were collected, and the county's solved rate is what the report says", async () => {
    const desk = onlyDesk(entered);
    expect(await suggestionsOf(desk, entered.year)).toBe(numberIn(claims.received));
    const [solved] = await cellsOf(entered, "C4");
    expect(solved?.cell?.denominator).toBe(numberIn(claims.received));
    expect(Math.floor((solved?.cell?.value ?? 0) * 100)).toBe(numberIn(claims.solvedPercent));
  });
});
