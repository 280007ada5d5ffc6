import { isMetricCode, metricCodes } from "@/domains/figures/rules/metrics";
import { type Choice, mostMetrics, mostTownships, mostYears } from "../rules/choice";

type Filters = Readonly<Record<string, string | undefined>>;

export function chosenClass(filters: Filters): 1 | 2 | 3 | null {
  const value = filters["class"];
  return value === "1" ? 1 : value === "2" ? 2 : value === "3" ? 3 : null;
}

const listed = (text: string | undefined): string[] =>
  text === undefined || text === "" ? [] : text.split(",");
const once = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const yearIn = (text: string): number[] => {
  const year = Number(text);
  return Number.isInteger(year) && year >= 1949 && year <= 2100 ? [year] : [];
};

/** What an address asks for: words it does not know are left out, and without a year it is the current one. */
export function choiceIn(filters: Filters, currentYear: number): Choice {
  const years = once(listed(filters["years"]).flatMap(yearIn)).sort((one, other) => other - one);
  const asked = listed(filters["metrics"]).filter(isMetricCode);
  return {
    metrics: metricCodes.filter((code) => asked.includes(code)).slice(0, mostMetrics),
    years: years.length === 0 ? [currentYear] : years.slice(0, mostYears),
    class: chosenClass(filters),
    townships: once(listed(filters["townships"]).filter((code) => /^\d{9}$/.test(code))).slice(
      0,
      mostTownships,
    ),
  };
}

/** The same as an address has it, without the view it may have come from. */
export const addressOf = (choice: Choice): Record<string, string | null> => ({
  metrics: choice.metrics.join(",") || null,
  years: choice.years.join(",") || null,
  class: choice.class === null ? null : String(choice.class),
  townships: choice.townships.join(",") || null,
  ...{ view: null, cell: null, rows: null },
});

/** Whether an address says anything of what to compare. */
export const saysChoice = (filters: Filters): boolean =>
  ["metrics", "years", "class", "townships"].some((name) => filters[name] !== undefined);

/** Whether two choices put the same beside each other. */
export const sameChoice = (one: Choice, other: Choice): boolean =>
  JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));
