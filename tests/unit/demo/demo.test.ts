import { describe, expect, test } from "vitest";
import { daishanClaims as claims } from "../../fixtures/reports/daishan";
import { numberIn } from "../../fixtures/reports/numbers";
import { demoCounties } from "../../../prisma/demo/places";
import { randomOf } from "../../../prisma/demo/random";

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("the demo county", () => {
  const townships = demoCounties.find(({ name }) => name === "岱山县")?.townships ?? [];

  test("[R1] has the real townships with codes of their county", () => {
    expect(townships).toHaveLength(numberIn(claims.townships));
    for (const { code } of townships) expect(code).toMatch(/^330921\d{3}$/);
  });

  test.each(["city", "county", "township"] as const)(
    "[R3] its generated split adds up to the seats and deputies of the %s in the report",
    (level) => {
      expect(sum(townships.map(({ seats }) => seats[level]))).toBe(numberIn(claims[level].seats));
      expect(sum(townships.map(({ inOffice }) => inOffice[level]))).toBe(numberIn(claims[level].inOffice));
    },
  );

  test("counts as many people as the report", () => {
    expect(sum(townships.map(({ population }) => population))).toBe(192_431);
  });

  test("is told the same way at every load", () => {
    const draw = () => {
      const random = randomOf("330921100 suggestion 2026 1");
      return [random.next(), random.between(1, 100), random.pick(["a", "b", "c"])];
    };
    expect(draw()).toEqual(draw());
  });

  test("keeps the accounts' names apart", () => {
    const logins = demoCounties.flatMap(({ login, townships: own }) => [
      login,
      ...own.map((one) => one.login),
    ]);
    expect(new Set(logins).size).toBe(logins.length);
  });
});
