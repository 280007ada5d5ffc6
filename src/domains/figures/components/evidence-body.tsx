import { TrendChart } from "@/ui/charts/lazy-trend-chart";
import type { CellEvidence } from "../data/cell";
import { metricOf } from "../rules/metrics";
import { EvidenceHead } from "./evidence-head";
import { EvidenceTable, LeftOut } from "./evidence-table";

type Points = CellEvidence["trend"];

const round = (value: number) => Math.round(value * 10) / 10;

function finding(points: Points, unit: string): string {
  const known = points.flatMap(({ year, value }) => (value === null ? [] : [{ year, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || known.length < 2) return "近五年还不足两年有数";
  const change = round(last.value - first.value);
  if (change === 0) return `${first.year} 年以来持平`;
  return `${first.year} 年以来${change > 0 ? "升" : "降"}了 ${Math.abs(change)}${unit}`;
}

function Trend({ evidence }: { evidence: CellEvidence }) {
  const { name, kind, unit } = metricOf(evidence.metric);
  const ratio = kind === "ratio";
  const points = evidence.trend.map((point) => ({
    ...point,
    value: point.value === null ? null : round(ratio ? point.value * 100 : point.value),
  }));
  const series = [{ name, points: points.map(({ year, value }) => ({ x: String(year), y: value })) }];
  return (
    <TrendChart
      finding={`近五年：${finding(points, ratio ? " 个百分点" : ` ${unit}`)}`}
      series={series}
      unit={ratio ? "%" : ""}
      height={150}
    />
  );
}

/** The quarters of a year are read in their order; elsewhere what lowers the figure comes first. */
const byDay = (rows: CellEvidence["rows"]) =>
  [...rows].sort((one, other) => (one.occurredOn ?? "").localeCompare(other.occurredOn ?? ""));

type EvidenceBodyProps = {
  evidence: CellEvidence;
  /** The sentence of the points stands above already. */
  scored?: boolean;
};

/** Everything behind one figure: the rule and its law, the sentence of the points, the rows, what is left out, five years. */
export function EvidenceBody({ evidence, scored = false }: EvidenceBodyProps) {
  const { metric, cell, citation, rule, score, rows, total, leftOut, leftOutTotal } = evidence;
  const { kind, perDeputy = false } = metricOf(metric);
  const code = evidence.township.code;
  return (
    <div className="stack">
      <EvidenceHead {...{ cell, metric, rule, citation }} />
      {evidence.frozen === null ? null : (
        <p className="soft">
          {evidence.year} 年考核已于 {evidence.frozen.on} 封存，以下是封存时的数据。
        </p>
      )}
      {score === null || scored ? null : <p>{score.sentence}</p>}
      {rows.length > 0 ? (
        <EvidenceTable township={code} rows={kind === "tally" ? byDay(rows) : rows} shares={perDeputy} />
      ) : null}
      {total > rows.length ? (
        <small>
          共 {total} 条，本页第 {(evidence.page - 1) * evidence.pageSize + 1} 条起。
        </small>
      ) : null}
      <LeftOut township={code} rows={leftOut} total={leftOutTotal} />
      <Trend evidence={evidence} />
    </div>
  );
}
