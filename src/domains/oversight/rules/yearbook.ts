import { cellDetail, cellText } from "@/domains/figures/labels";
import type { ShownCell } from "@/domains/figures/rules/cells";
import { groupOfMetric, metricGroups } from "@/domains/figures/rules/metric-groups";
import { comparedCodes, type MetricCode, metricOf } from "@/domains/figures/rules/metrics";
import { type ImbalanceCode, imbalances, type Leaning, leaningWords, type Sides } from "./imbalances";

export type YearbookFigure = { metric: MetricCode; name: string; text: string; detail: string };
/** What one matter came to in a year; points and places are the assessment's and stand on its own sheet. */
export type YearbookPart = { code: string; name: string; figures: YearbookFigure[]; missing: string[] };

const unitOf = (metric: MetricCode): string => {
  const { kind, unit } = metricOf(metric);
  return kind === "ratio" ? "" : ` ${unit}`;
};

/** A township's figures by matter: what is there, and by name what was not entered. */
export function partsOf(cells: readonly ShownCell[]): YearbookPart[] {
  const compared = comparedCodes.flatMap((code) => cells.filter(({ metric }) => metric === code));
  return metricGroups.map(({ code, name }) => {
    const own = compared.filter(({ metric }) => groupOfMetric[metric] === code);
    const told = own.filter(({ state }) => state !== "notEntered");
    return {
      ...{ code, name },
      figures: told.map((cell) => ({
        metric: cell.metric,
        name: metricOf(cell.metric).name,
        text: cell.state === "value" ? `${cellText(cell)}${unitOf(cell.metric)}` : cellText(cell),
        detail: cellDetail(cell),
      })),
      missing: own.filter(({ state }) => state === "notEntered").map(({ metric }) => metricOf(metric).name),
    };
  });
}

/** Which way work leaned, a sentence for each imbalance of which there are records. */
export function leaningsSaid(own: readonly ({ code: ImbalanceCode; leaning: Leaning } & Sides)[]): string[] {
  return own
    .filter(({ leaning }) => leaning !== "none")
    .map(({ code, more, less, leaning }) => {
      const { about, more: heavy, less: light } = imbalances[code];
      return `${about}：${heavy} ${more}，${light} ${less}，${leaningWords[leaning]}。`;
    });
}
