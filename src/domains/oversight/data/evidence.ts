import "server-only";
import type { EvidencePart, PartSum } from "@/domains/oversight/rules/cells";
import { type MetricCode, metricCodes } from "@/domains/oversight/rules/metrics";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Day, dayFromUtc } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { type RecordType, type StepCode } from "@/domains/oversight/rules/steps";
import { pageOf } from "@/server/db/page";
import { dayOrNull } from "@/server/db/record";
import type { Tx } from "@/server/db/scope";
import { declaredEvidence } from "./declared-evidence";
import { enteredClosed, entryOf } from "./entry-of";
import { entrySources } from "./entry-evidence";
import { emptyQuarterEvidence, presidiumEvidence, sessionEvidence } from "./meeting-evidence";
import { type JudgedPeriod, judgedBy, type Period } from "./period";
import { suggestionEvidence, suggestionSums } from "./suggestion-evidence";
import { activityEvidence, findingEvidence } from "./supervision-evidence";
import { titleOf } from "./titles";

type Source = {
  metrics: readonly MetricCode[];
  /** a row for each record and metric */
  rows: (period: JudgedPeriod) => Prisma.Sql;
  /** those rows already summed, where there are so many that summing them one by one would be felt */
  sums?: (period: JudgedPeriod) => Prisma.Sql;
};

/** Each query gives the rows of its metrics in one pass over its table. */
const sources: readonly Source[] = [
  { metrics: ["A1", "A4"], rows: sessionEvidence },
  { metrics: ["A3", "A4"], rows: presidiumEvidence },
  { metrics: ["A3"], rows: emptyQuarterEvidence },
  { metrics: ["B3"], rows: activityEvidence },
  { metrics: ["B4"], rows: findingEvidence },
  { metrics: ["A1", "A3", "A4", "B3", "C1"], rows: declaredEvidence },
  { metrics: ["C1", "C2", "C3", "C4", "C5", "C6"], rows: suggestionEvidence, sums: suggestionSums },
  ...entrySources,
];

const sourcesOf = (metrics: readonly MetricCode[]): readonly Source[] =>
  sources.filter((source) => source.metrics.some((metric) => metrics.includes(metric)));

const among = (metrics: readonly MetricCode[]): Prisma.Sql =>
  Prisma.sql`metric IN (${Prisma.join([...metrics])})`;

const union = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...parts], " UNION ALL ");

/**
 * The evidence of a metric: the one definition from which cells are summed and which is listed when a cell is opened,
 * so that a value and its explanation cannot differ.
 */
function evidenceOf(period: JudgedPeriod, metric: MetricCode): Prisma.Sql {
  const rows = sourcesOf([metric]).map((source) => source.rows(period));
  return Prisma.sql`(SELECT * FROM (${union(rows)}) evidence WHERE ${among([metric])}) evidence`;
}

const summed = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT year, township_id, metric, part, sum(numerator) AS numerator, sum(denominator) AS denominator,
    count(*) FILTER (WHERE denominator > 0) AS counted, count(*) FILTER (WHERE denominator = 0) AS left_out,
    count(record_id) FILTER (WHERE part <> 'voided' AND reason <> 'notPresidium') AS records
  FROM ${rows} evidence GROUP BY year, township_id, metric, part)`;

export type YearSum = PartSum & { year: number; townshipId: string };

/** The sums of some metrics (all by default) by year and township: one statement. */
export async function sumEvidence(
  tx: Tx,
  period: Period,
  metrics: readonly MetricCode[] = metricCodes,
): Promise<YearSum[]> {
  const judged = judgedBy(await lawChoiceOf({ tx, countyId: period.countyId }), period);
  const sums = sourcesOf(metrics).map((source) => source.sums?.(judged) ?? summed(source.rows(judged)));
  return tx.$queryRaw<YearSum[]>`
    SELECT year, township_id AS "townshipId", metric, part, sum(numerator)::float8 AS numerator,
      sum(denominator)::int AS denominator, sum(counted)::int AS counted, sum(left_out)::int AS "leftOut",
      sum(records)::int AS records
    FROM (${union(sums)}) sums WHERE ${among(metrics)}
    GROUP BY year, township_id, metric, part`;
}

export type EvidenceRow = {
  recordType: RecordType;
  /** null for a quarter without a meeting */
  recordId: string | null;
  title: string | null;
  part: EvidencePart;
  /** of G2, which judges step by step */
  step: StepCode | null;
  occurredOn: Day;
  /** when the fact that the row is judged by was entered; null for a quarter */
  enteredOn: Day | null;
  /** days between that fact and its entry */
  enteredAfter: number | null;
  /** brought in as already closed, from the papers of an earlier year */
  enteredClosed: boolean;
  numerator: number;
  denominator: number;
  /** a code; labels.ts has its words */
  reason: string;
  /** what the reason speaks of: days late, people on leave, the quarter, findings */
  amount: number | null;
};

type Stored = Omit<EvidenceRow, "occurredOn" | "enteredOn"> & {
  occurredOn: Date;
  enteredOn: Date | null;
  total: number;
};

export type EvidencePage = { rows: EvidenceRow[]; total: number };

/**
 * One page of the rows behind a cell; those that lower the figure come first, because they are what people look for.
 * The titles are fetched after the page is cut.
 * @param counted the rows that make the value, or those left out
 */
export async function listEvidence(
  tx: Tx,
  period: Period & { townshipId: string },
  metric: MetricCode,
  counted: boolean,
  page: { page: number; pageSize: number },
): Promise<EvidencePage> {
  const judged = judgedBy(await lawChoiceOf({ tx, countyId: period.countyId }), period);
  const which = counted ? Prisma.sql`denominator > 0` : Prisma.sql`denominator = 0`;
  const stepwise = metric === "G2";
  const lastOrder = stepwise ? Prisma.sql`, step` : Prisma.empty;
  const { rows, total } = await pageOf(
    page,
    ({ limit, offset }) => tx.$queryRaw<Stored[]>`
    SELECT e.record_type AS "recordType", e.record_id AS "recordId", e.part, e.occurred_on AS "occurredOn",
      entry.entered AS "enteredOn", entry.entered - entry.day AS "enteredAfter", ${enteredClosed} AS "enteredClosed",
      ${stepwise ? Prisma.sql`e.step` : Prisma.sql`NULL`} AS step, e.numerator, e.denominator, e.reason, e.amount, e.total, ${titleOf} AS title
    FROM (
      SELECT *, ${period.countyId}::uuid AS county_id, (count(*) OVER ())::int AS total FROM ${evidenceOf(judged, metric)} WHERE ${which}
      ORDER BY numerator < denominator DESC, occurred_on, record_id${lastOrder}
      LIMIT ${limit} OFFSET ${offset}
    ) e ${entryOf(metric)}
    ORDER BY e.numerator < e.denominator DESC, e.occurred_on, e.record_id${lastOrder}`,
  );
  return {
    total,
    rows: rows.map((row) => ({
      recordType: row.recordType,
      recordId: row.recordId,
      title: row.title,
      part: row.part,
      step: row.step,
      occurredOn: dayFromUtc(row.occurredOn),
      enteredOn: dayOrNull(row.enteredOn),
      enteredAfter: row.enteredAfter,
      enteredClosed: row.enteredClosed,
      numerator: row.numerator,
      denominator: row.denominator,
      reason: row.reason,
      amount: row.amount,
    })),
  };
}
