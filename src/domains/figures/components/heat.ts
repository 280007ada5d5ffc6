import { classLabel } from "@/domains/tenancy/labels";
import type { HeatCell } from "@/ui/charts/heat";
import type { Figure } from "@/ui/figure";
import { cellDetail, cellText } from "../labels";
import type { ShownCell } from "../rules/cells";
import { metricOf } from "../rules/metrics";

export function figureOf(cell: ShownCell): Figure {
  if (cell.state === "notEntered") return "missing";
  return cell.value ?? "none";
}

/** Red only where the server says that the law's minimum is broken. */
export function heatCellOf(cell: ShownCell & { belowLaw: boolean }): HeatCell {
  const tone = cell.belowLaw ? { tone: "bad" as const } : {};
  return { figure: figureOf(cell), text: cellText(cell), detail: cellDetail(cell), ...tone };
}

/** The townships in groups by class, in the order they come. */
export function byClass<Row extends { class: number | null }>(rows: readonly Row[]) {
  const classes = [...new Set(rows.map((row) => row.class))];
  return classes.map((value) => ({
    label: classLabel(value),
    rows: rows.filter((row) => row.class === value),
  }));
}

/** Who leads each class; whoever shares the first place is named too, or counted where they are many. */
export function leadersText(
  rows: readonly { class: number | null; rank: number | null; shortName: string }[],
): string {
  const said = byClass(rows).flatMap(({ label, rows: peers }) => {
    const [one, other, ...rest] = peers.filter((row) => row.rank === 1).map((row) => row.shortName);
    if (one === undefined) return [];
    if (other === undefined) return [`${label}${one}`];
    if (rest.length === 0) return [`${label}${one}、${other}并列`];
    return [`${label}${one}、${other}等 ${rest.length + 2} 个乡镇并列`];
  });
  return said.join("，");
}

/** The figure as it is printed: a ratio in percent. */
export function shownFigure(cell: ShownCell | undefined): Figure {
  const figure = cell === undefined ? "missing" : figureOf(cell);
  const ratio = cell !== undefined && metricOf(cell.metric).kind === "ratio";
  return typeof figure === "number" && ratio ? Math.round(figure * 1000) / 10 : figure;
}
