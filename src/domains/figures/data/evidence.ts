import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type LawChoice, ruleValues } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { pageOf } from "@/server/db/page";
import { dayOrNull } from "@/server/db/record";
import type { Tx } from "@/server/db/tx";
import type { JudgedPeriod, Period } from "@/server/evidence/period";
import type { Source } from "@/server/evidence/slice";
import type { EvidencePart, PartSum } from "../rules/cells";
import { type MetricCode, metricOf } from "../rules/metrics";
import type { RecordType, StepCode } from "../rules/steps";
import { enteredClosed, entryOf, listedBy, titleOf } from "./behind";
import type { AssessedSubject } from "../rules/subject-schemes";
import { owners, sources } from "../evidence";

export type Judged = JudgedPeriod<LawRuleKey>;

/** The period with the rules of the county's law, each with its values from day to day. */
export function judgedIn(choice: LawChoice, period: Period): Judged {
  const years = [`${period.fromYear}-01-01`, `${period.toYear}-12-31`] as const;
  return { ...period, rule: (key) => ruleValues(choice, key, ...years) };
}

export const judgedBy = async (tx: Tx, period: Period): Promise<Judged> =>
  judgedIn(await lawChoiceOf({ tx, countyId: period.countyId }), period);

const sourcesOf = (metrics: readonly MetricCode[]): readonly Source<MetricCode, LawRuleKey>[] =>
  sources.filter((source) => source.metrics.some((metric) => metrics.includes(metric)));

const among = (metrics: readonly MetricCode[]): Prisma.Sql =>
  Prisma.sql`metric IN (${Prisma.join([...metrics])})`;

const union = (parts: readonly Prisma.Sql[]): Prisma.Sql => Prisma.join([...parts], " UNION ALL ");

/**
 * The evidence of a metric: the one definition from which cells are summed and which is listed when a cell is opened,
 * so that a value and its explanation cannot differ.
 */
export function evidenceOf(period: Judged, metric: MetricCode): Prisma.Sql {
  const rows = sourcesOf([metric]).map((source) => source.rows(period));
  return Prisma.sql`(SELECT * FROM (${union(rows)}) evidence WHERE ${among([metric])}) evidence`;
}

/** A group or a unit whose rows are asked for. */
type OfSubject = { subject: AssessedSubject; id: string };

/**
 * The same rows, each once for every group or unit whose record it stands for, with `subject_id`: what is told of a
 * township and of those in it is told by one definition.
 */
function ownedRows(period: Judged, metrics: readonly MetricCode[], subject: AssessedSubject): Prisma.Sql {
  const rows = sourcesOf(metrics).map((source) => source.rows(period));
  const whose = owners
    .filter((one) => one.subject === subject)
    .map(
      ({ kind, rows: of }) =>
        Prisma.sql`SELECT ${kind}::text AS record_type, o.township_id, o.record_id, o.subject_id FROM (${of(period)}) o`,
    );
  return Prisma.sql`(
    SELECT e.*, o.subject_id FROM (SELECT * FROM (${union(rows)}) evidence WHERE ${among(metrics)}) e JOIN (${union(whose)}) o
      ON o.record_type = e.record_type AND o.township_id = e.township_id AND o.record_id = e.record_id)`;
}

export type SubjectSum = PartSum & { townshipId: string; subjectId: string };

/** The sums of some metrics by group or by unit; a record that tells neither counts for its township alone. */
export async function sumBySubject(
  tx: Tx,
  period: Period,
  metrics: readonly MetricCode[],
  subject: AssessedSubject,
): Promise<SubjectSum[]> {
  const judged = await judgedBy(tx, period);
  return tx.$queryRaw<SubjectSum[]>`
    SELECT township_id AS "townshipId", subject_id AS "subjectId", metric, part, sum(numerator)::float8 AS numerator,
      sum(denominator)::int AS denominator, ${counts}
    FROM ${ownedRows(judged, metrics, subject)} evidence
    GROUP BY township_id, subject_id, metric, part`;
}

const counts = Prisma.sql`(count(*) FILTER (WHERE denominator > 0))::int AS counted,
  (count(*) FILTER (WHERE denominator = 0))::int AS "leftOut",
  (count(record_id) FILTER (WHERE part <> 'voided' AND reason <> 'notPresidium'))::int AS records`;

const summed = (rows: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT year, township_id, metric, part, sum(numerator) AS numerator, sum(denominator) AS denominator,
    count(*) FILTER (WHERE denominator > 0) AS counted, count(*) FILTER (WHERE denominator = 0) AS left_out,
    count(record_id) FILTER (WHERE part <> 'voided' AND reason <> 'notPresidium') AS records
  FROM ${rows} evidence GROUP BY year, township_id, metric, part)`;

export type YearSum = PartSum & { year: number; townshipId: string };

/** The statement that sums some metrics by year and township. */
export function summing(judged: Judged, metrics: readonly MetricCode[]): Prisma.Sql {
  const sums = sourcesOf(metrics).map((source) => source.sums?.(judged) ?? summed(source.rows(judged)));
  return Prisma.sql`
    SELECT year, township_id AS "townshipId", metric, part, sum(numerator)::float8 AS numerator,
      sum(denominator)::int AS denominator, sum(counted)::int AS counted, sum(left_out)::int AS "leftOut",
      sum(records)::int AS records
    FROM (${union(sums)}) sums WHERE ${among(metrics)}
    GROUP BY year, township_id, metric, part`;
}

/** The sums of some metrics by year and township, counted from the evidence: one statement. */
export async function sumEvidence(
  tx: Tx,
  period: Period,
  metrics: readonly MetricCode[],
): Promise<YearSum[]> {
  return tx.$queryRaw<YearSum[]>`${summing(await judgedBy(tx, period), metrics)}`;
}

export type EvidenceRow = {
  recordType: RecordType;
  /** null for a quarter without a meeting */
  recordId: string | null;
  title: string | null;
  part: EvidencePart;
  /** of G2, which judges step by step */
  step: StepCode | null;
  /** null where nothing happened on any day: a deputy whom no training reached */
  occurredOn: Day | null;
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
  /** of a frozen year: that the record was changed since, when last and why; the row stands as it was */
  changed: { on: Day; reason: string } | null;
};

type Stored = Omit<EvidenceRow, "occurredOn" | "enteredOn" | "changed"> & {
  occurredOn: Date | null;
  enteredOn: Date | null;
  total: number;
};

export type EvidencePage = { rows: EvidenceRow[]; total: number };

/** What lowers the figure comes first, because it is what people look for. @returns the order of rows `e` */
export function orderOf(metric: MetricCode): Prisma.Sql {
  const lowering =
    metricOf(metric).kind === "faults"
      ? Prisma.sql`e.numerator > 0`
      : Prisma.sql`e.numerator < e.denominator`;
  const last = metric === "G2" ? Prisma.sql`, e.step` : Prisma.empty;
  return Prisma.sql`${lowering} DESC, ${listedBy}, e.occurred_on, e.record_id${last}`;
}

/** The step that a row `e` judges: only G2 has one. */
export const stepOf = (metric: MetricCode): Prisma.Sql =>
  metric === "G2" ? Prisma.sql`e.step` : Prisma.sql`NULL`;

/**
 * One page of the rows behind a cell; those that lower the figure come first, because they are what people look for.
 * The titles are fetched after the page is cut.
 * @param counted the rows that make the value, or those left out
 * @param of only the rows of a group or a unit
 */
export async function listEvidence(
  tx: Tx,
  period: Period & { townshipId: string },
  metric: MetricCode,
  counted: boolean,
  page: { page: number; pageSize: number },
  of?: OfSubject,
): Promise<EvidencePage> {
  const judged = await judgedBy(tx, period);
  const from =
    of === undefined
      ? evidenceOf(judged, metric)
      : Prisma.sql`(SELECT * FROM ${ownedRows(judged, [metric], of.subject)} owned WHERE subject_id = ${of.id}::uuid) evidence`;
  const which = counted ? Prisma.sql`denominator > 0` : Prisma.sql`denominator = 0`;
  const { rows, total } = await pageOf(
    page,
    ({ limit, offset }) => tx.$queryRaw<Stored[]>`
    SELECT e.record_type AS "recordType", e.record_id AS "recordId", e.part, e.occurred_on AS "occurredOn",
      entry.entered AS "enteredOn", entry.entered - entry.day AS "enteredAfter", ${enteredClosed} AS "enteredClosed",
      ${stepOf(metric)} AS step, e.numerator, e.denominator, e.reason, e.amount, e.total, ${titleOf} AS title
    FROM (
      SELECT e.*, (count(*) OVER ())::int AS total,
        row_number() OVER (ORDER BY ${orderOf(metric)}) AS place
      FROM (SELECT *, ${period.countyId}::uuid AS county_id FROM ${from} WHERE ${which}) e
      ORDER BY place LIMIT ${limit} OFFSET ${offset}
    ) e ${entryOf(metric)}
    ORDER BY e.place`,
  );
  return {
    total,
    rows: rows.map((row) => ({
      recordType: row.recordType,
      recordId: row.recordId,
      title: row.title,
      part: row.part,
      step: row.step,
      occurredOn: dayOrNull(row.occurredOn),
      enteredOn: dayOrNull(row.enteredOn),
      enteredAfter: row.enteredAfter,
      enteredClosed: row.enteredClosed,
      numerator: row.numerator,
      denominator: row.denominator,
      reason: row.reason,
      amount: row.amount,
      changed: null,
    })),
  };
}
