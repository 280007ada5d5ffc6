import { expect, it } from "vitest";
import { formulaSaid, formulaText, readFormula } from "@/domains/figures/rules/formula-text";
import { indicatorsOf } from "@/domains/figures/rules/scheme";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";

const formulas = indicatorsOf(defaultScheme).flatMap(({ formula, byClass }) => [
  formula,
  ...Object.values(byClass ?? {}),
]);

it("a formula that is read on a screen holds no word of code; in a table it keeps what it is read in by", () => {
  for (const formula of formulas) expect(formulaSaid(formula)).not.toMatch(/[a-z]/i);
  expect(formulas.some((formula) => /[a-z]/i.test(formulaText(formula)))).toBe(true);
  expect(readFormula).toBeTypeOf("function");
});
