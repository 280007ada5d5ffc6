import { cellDetail, cellText } from "../labels";
import type { Cell } from "../rules/cells";
import { type MetricCode, metricOf } from "../rules/metrics";

type EvidenceHeadProps = { cell: Cell; metric: MetricCode; rule: string; citation: string };

/** The figure, and what it counts by which law. */
export function EvidenceHead({ cell, metric, rule, citation }: EvidenceHeadProps) {
  const { unit, kind } = metricOf(metric);
  return (
    <>
      <p>
        <span className="evidence-value">
          {cellText(cell)}
          {cell.state === "value" && unit !== "" ? ` ${unit}` : ""}
        </span>{" "}
        {kind === "ratio" ? <span className="soft">{cellDetail(cell)}</span> : null}
      </p>
      <p className="soft">
        {rule}（{citation}）
      </p>
    </>
  );
}
