import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { entryDay, firstLag, heldOrNot, type JudgedPeriod, type Period, withinDays } from "./period";
import type { DatedTable } from "./years";

/** A query that gives the rows of its metrics in one pass over its table. */
export type Source<Metric extends string, Rule extends string> = {
  metrics: readonly Metric[];
  /** a row for each record and metric, with the `evidenceColumns` */
  rows: (period: JudgedPeriod<Rule>) => Prisma.Sql;
  /** those rows already summed, where there are so many that summing them one by one would be felt */
  sums?: (period: JudgedPeriod<Rule>) => Prisma.Sql;
};

/**
 * A dated step of a record: the column of its day, the one of the day it was entered, and the days that lay between them
 * when it was told first, where it may have been moved since.
 */
export type Step<Code extends string = string> = readonly [
  step: Code,
  day: Prisma.Sql,
  entered: Prisma.Sql,
  firstLag?: Prisma.Sql,
];

/**
 * Where G2 reads: a row for each record (or line of one) with `year, township_id, record_id, left_out` and the days of
 * its steps. A line belongs to the year of its record, as every other figure of the record does.
 */
export type Ledger<Kind extends string = string, Code extends string = string> = {
  recordType: Kind;
  steps: readonly Step<Code>[];
  from: (period: Period) => Prisma.Sql;
};

/** What is shown of the record behind an evidence row `e`: scalar subselects, asked for one page only. */
export type RecordBehind = {
  title: Prisma.Sql;
  /** what such rows are listed by before their day: people by the sound of their names */
  order?: Prisma.Sql;
  /** whether it was brought in as already closed, from the papers of an earlier year */
  enteredClosed?: Prisma.Sql;
};

/**
 * Whose a kind's records are where not townships are assessed but deputies' groups or handling units: rows `township_id`,
 * `record_id`, `subject_id`. A record may be of several, and what is of none counts for its township alone.
 */
type Owners<Kind extends string = string> = Partial<
  Record<"group" | "unit", Partial<Record<Kind, (period: Period) => Prisma.Sql>>>
>;

/**
 * All that a slice's records say to the figures. A slice states it in its `evidence` and names metrics and rules as words;
 * that they are known ones is checked where the figures collect the slices.
 */
export type SliceEvidence<
  Metric extends string = string,
  Kind extends string = string,
  Code extends string = string,
  Rule extends string = string,
> = {
  sources: readonly Source<Metric, Rule>[];
  ledgers: readonly Ledger<Kind, Code>[];
  records: Partial<Record<Kind, RecordBehind>>;
  /** the fact by which a metric judges a record, with the day it was entered; other metrics judge the record's own entry */
  deciding?: Partial<Record<Metric, Prisma.Sql>>;
  /** whose its records are besides their township's */
  owners?: Owners<Kind>;
  /** the tables whose records make a year one that people may choose */
  dated: readonly DatedTable[];
};

/** The first step of every record: that it was entered at all. */
export const registered = [
  "registered",
  Prisma.sql`occurred_on`,
  entryDay,
  Prisma.sql`first_lag`,
] as const satisfies Step;

/** The ledger of records of which nothing but their own day and its entry is told. */
export const entryLedger = <Kind extends string>(
  recordType: Kind,
  table: Prisma.Sql,
): Ledger<Kind, "registered"> => ({
  recordType,
  steps: [registered],
  from: (period) => Prisma.sql`(
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag},
      ${heldOrNot(period, Prisma.sql`occurred_on`)} AS left_out
    FROM ${table} WHERE ${withinDays(Prisma.sql`occurred_on`, period)})`,
});

/** `opinion_on` was written down on `opinion_entered_on`. */
const enteredColumn = (day: string): string => day.replace(/_on$/, "_entered_on");

/** The ledger of a kind with steps: its own day, and each step's. @param days the column of each step's day, by the step's code */
export function stepLedger<Kind extends string, Code extends string>(
  recordType: Kind,
  table: string,
  days: Readonly<Record<Code, string>>,
): Ledger<Kind, Code | "registered"> {
  const coded = Object.entries(days) as [Code, string][];
  const columns = coded.flatMap(([, day]) => [identifier(day), identifier(enteredColumn(day))]);
  return {
    recordType,
    steps: [
      registered,
      ...coded.map(([code, day]) => [code, identifier(day), identifier(enteredColumn(day))] as const),
    ],
    from: (period) => Prisma.sql`(
    SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag},
      ${Prisma.join(columns)}, ${heldOrNot(period, Prisma.sql`occurred_on`)} AS left_out
    FROM ${identifier(table)} WHERE ${withinDays(Prisma.sql`occurred_on`, period)})`,
  };
}
