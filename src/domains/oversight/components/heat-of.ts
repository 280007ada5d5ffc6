import { byClass, heatCellOf } from "@/domains/figures/components/heat";
import { kindText } from "@/domains/figures/labels";
import { metricOf } from "@/domains/figures/rules/metrics";
import type { HeatCell } from "@/ui/charts/heat";
import type { Comparison } from "../data/comparison";
import { dimensionOf } from "./dimension-tabs";

/** What the heat map draws of an answer: classes, indicators, and each cell by its own place. */
export function heatOf({ townships, metrics }: Pick<Comparison, "townships" | "metrics">) {
  const cells = new Map<string, HeatCell>(
    townships.flatMap((row) =>
      row.cells.map((cell) => [`${cell.metric}.${row.code}`, heatCellOf(cell)] as const),
    ),
  );
  return {
    classes: byClass(townships).map(({ label, rows }) => ({
      label,
      townships: rows.map((row) => ({ id: row.code, name: row.shortName, href: `/t/${row.code}` })),
    })),
    indicators: metrics.map(({ code: key, spread }) => ({
      key,
      label: `${key} ${metricOf(key).name}`,
      group: dimensionOf(key)?.name ?? "",
      median: kindText(key, spread?.median ?? null),
      direction: metricOf(key).kind === "faults" ? ("down" as const) : ("up" as const),
    })),
    cellOf: (indicator: string, township: string) => cells.get(`${indicator}.${township}`),
  };
}
