import type { Field } from "@/lib/records/fields";
import { yearsOffered } from "@/lib/years";
import type { ListSlots } from "./slots";

export const offersAll: NonNullable<ListSlots["useOffered"]> = () => ({});

/** @param offered which codes; one that is chosen stays to be seen */
export const filterOf = (
  [key, { label, choices = {} }]: [string, Field],
  offered: readonly string[] | undefined,
  chosen: string | undefined,
) => ({
  key,
  label,
  options: Object.entries(choices)
    .filter(([value]) => offered === undefined || offered.includes(value) || value === chosen)
    .map(([value, name]) => ({ value, label: name })),
});

export const voidedFilter = { key: "voided", label: "范围", options: [{ value: "yes", label: "含已作废" }] };

/** The years to choose from; with `year` one of them is always chosen, as its counts are shown. */
export function yearsOf({ years, year }: { years: readonly number[]; year: number | null }) {
  const offered = year === null ? years : yearsOffered(years, year);
  const options = offered.map((one) => ({ value: String(one), label: `${one} 年` }));
  return { key: "year", label: "年度", options, ...(year === null ? {} : { preset: String(offered[0]) }) };
}
