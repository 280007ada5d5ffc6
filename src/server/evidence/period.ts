import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { DatedValue } from "@/server/db/turnout";

/** Whose records, of which years, as seen on which day. */
export type Period = {
  countyId: string;
  /** only this township's rows; null for the whole county */
  townshipId: string | null;
  fromYear: number;
  toYear: number;
  /** deadlines are judged at the end of this day, Asia/Shanghai */
  today: Day;
};

/**
 * A period with the county's law: each row is judged by the value of its own day.
 * @typeParam Rule the keys of the rules that an evidence query asks for
 */
export type JudgedPeriod<Rule extends string> = Period & { rule: (key: Rule) => readonly DatedValue[] };

/** The tenant predicate beside row-level security, for statements with one tenant table in FROM. */
export function own({ countyId, townshipId }: Pick<Period, "countyId" | "townshipId">): Prisma.Sql {
  return townshipId === null
    ? Prisma.sql`county_id = ${countyId}::uuid`
    : Prisma.sql`county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid`;
}

export const firstDay = (period: Period) => Prisma.sql`${`${period.fromYear}-01-01`}::date`;
export const dayAfter = (period: Period) => Prisma.sql`${`${period.toYear + 1}-01-01`}::date`;
export const todayOf = (period: Period) => Prisma.sql`${period.today}::date`;

/** Rows of the period by a day of theirs. */
export const withinDays = (column: Prisma.Sql, period: Period): Prisma.Sql =>
  Prisma.sql`${own(period)} AND ${column} >= ${firstDay(period)} AND ${column} < ${dayAfter(period)}`;

/** Why a record with a day of its own counts nowhere; null when it counts. */
export const heldOrNot = (period: Period, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN ${day} > ${todayOf(period)} THEN 'notYetHeld' END`;

/**
 * The day a record was written down, as a record that is kept by its day: the database keeps it beside that day, and a
 * record that was moved to a day after its first entry was written down when it was moved.
 */
export const entryDay = Prisma.sql`occurred_entered_on`;

export const entryDayOf = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`${row}.occurred_entered_on`;

/** The day by which a term of a record runs: as it was told first, or earlier, but never as it was moved later. */
export const toldDay = Prisma.sql`least(occurred_on, first_occurred_on)`;

/** The day in China a line was entered. By the offset, which has not changed since 1991: a named zone is looked up for every row. */
export const lineEntryDay = Prisma.sql`(entered_at AT TIME ZONE interval '8 hours')::date`;

export const lineEntryDayOf = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${row}.entered_at AT TIME ZONE interval '8 hours')::date`;

/**
 * Whether a record that was struck out had missed its day by then, and so stays owed; one that was entered only after its
 * day may have slipped. @param done the day it was done, null while it was not
 */
export const struckOwing = (due: Prisma.Sql, done: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(voided_at IS NOT NULL AND coalesce(${done}, (voided_at AT TIME ZONE interval '8 hours')::date) > ${due}
    AND ${lineEntryDay} <= ${due})`;

/** A column of a ledger: days from a record's day, as it was told first, until that was written down. */
export const firstLag = Prisma.sql`CASE WHEN first_occurred_on <= ${lineEntryDay} THEN ${lineEntryDay} - first_occurred_on
  ELSE occurred_entered_on - ${toldDay} END AS first_lag`;

/** When something was written down of a record on the record's own day: it too tells of that day only since the day was set. */
export const entryOnDay = (entered: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE WHEN occurred_on > ${entered} THEN greatest(${entered}, occurred_entered_on) ELSE ${entered} END`;

/** The record behind an evidence row `e`, which is cut to one page. @param row the alias of its table */
export const ofRow = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${row}.county_id = e.county_id AND ${row}.township_id = e.township_id AND ${row}.id = e.record_id`;

/** The columns of every evidence query, in this order; `amount` is what the reason speaks of: days late, people on leave. */
export const evidenceColumns = Prisma.sql`year, metric, part, township_id, record_type, record_id, occurred_on, entered_on,
  numerator, denominator, reason, amount`;
