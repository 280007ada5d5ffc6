import "server-only";
import { everyCellOf } from "@/domains/figures/data/on-demand";
import { schemesUsing, type UsedIn } from "@/domains/figures/data/schemes";
import { type ShownCell } from "@/domains/figures/rules/cells";
import { type MetricCode, metricCodes } from "@/domains/figures/rules/metrics";
import { type Spread, spreadOf } from "@/domains/figures/rules/ranking";
import { pick } from "@/lib/pick";
import type { CountyScope } from "@/server/db/scope";
import type { ScoresInput } from "../schema";

/** @property usedIn the scheme versions of the county that use it, the newest first */
export type CataloguedMetric = {
  code: MetricCode;
  citation: string;
  /** what is counted, with the county's own numbers */
  rule: string;
  spread: Spread | null;
  usedIn: UsedIn[];
};

/** Every metric there is, with what a year's records give of it: what a scheme can be made of. */
export async function metrics(scope: CountyScope, { year }: ScoresInput) {
  const { townships, law, today, years, frozen } = await everyCellOf(scope, year);
  const used = await schemesUsing(scope);
  const shown = (cells: (typeof townships)[number]["every"]): ShownCell[] =>
    cells.map((cell) =>
      pick(cell, "metric", "state", "value", "numerator", "denominator", "counted", "leftOut", "declared"),
    );
  const valuesOf = (code: MetricCode) =>
    townships.map(({ every }) => every.find(({ metric }) => metric === code)?.value ?? null);
  return {
    ...{ year, today, years, frozen: frozen !== null },
    metrics: metricCodes.map((code): CataloguedMetric => ({
      code,
      ...pick(law[code], "citation", "rule"),
      spread: spreadOf(valuesOf(code)),
      usedIn: used.filter(({ metric }) => metric === code),
    })),
    townships: townships.map(({ township, every }) => ({
      ...pick(township, "code", "name", "shortName", "class"),
      cells: shown(every),
    })),
  };
}

export type Catalogue = Awaited<ReturnType<typeof metrics>>;
