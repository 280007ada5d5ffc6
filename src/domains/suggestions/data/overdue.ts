import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { DatedTable } from "@/server/evidence/years";

/**
 * What is due now in suggestion `s`, by its state; the same as `currentDue` of rules/deadlines.ts. What was never
 * begun has its day too: a draft that nobody submits and a suggestion that nobody assigns wait no less than a reply.
 */
export const dueSql = Prisma.sql`(CASE
  WHEN s.state IN ('draft', 'submitted', 'checked') THEN s.assign_due_on
  WHEN s.state IN ('assigned', 'returnRequested', 'accepted', 'consulted', 'redo')
    THEN CASE WHEN s.redo_count > 0 THEN s.redo_due_on ELSE s.reply_due_on END
  WHEN s.state = 'replied' THEN s.rating_due_on
  WHEN s.state = 'tracking' THEN (SELECT min(p.due_on) FROM promise p WHERE p.county_id = s.county_id
    AND p.township_id = s.township_id AND p.suggestion_id = s.id AND p.verified_on IS NULL)
END)`;

/** Suggestion `s` may still be due; said as its index has it (suggestion_open). */
export const openSql = Prisma.sql`(s.voided_at IS NULL AND s.state NOT IN ('returned', 'merged', 'closed'))`;

/** The one notion of an overdue suggestion `s`, of whatever year: counts, lists and home pages all ask this. */
export const overdueSql = (today: Day): Prisma.Sql => Prisma.sql`(${openSql} AND ${dueSql} < ${today}::date)`;

/** How many suggestions stand in a year's register, drafts included. */
export const suggestionsIn = (tenant: Prisma.Sql, year: number): Prisma.Sql => Prisma.sql`(
  SELECT count(*)::int FROM suggestion WHERE ${tenant} AND voided_at IS NULL AND year = ${year}::int)`;

/** Suggestion `s` stands in the register: it was put forward, and is not merged into another. */
export const registeredSql = Prisma.sql`s.state NOT IN ('draft', 'returned', 'merged')`;

/** Why a suggestion counts in no figure: a draft, one returned to its deputy, one merged into another or voided; null when it counts. */
export const uncountedSql = Prisma.sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN state = 'draft' THEN 'draft'
  WHEN state = 'returned' THEN 'returned' WHEN merged_into_id IS NOT NULL OR state = 'merged' THEN 'merged' END`;

/** By which day a suggestion makes a year one to choose. */
export const suggestionDated: readonly DatedTable[] = [[Prisma.sql`suggestion`, Prisma.sql`occurred_on`]];
