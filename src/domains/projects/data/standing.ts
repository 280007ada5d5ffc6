import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { StageFacts } from "../rules/stage";

const { sql } = Prisma;

/** A line `x` of a row of the same tenant. */
const beside = (x: Prisma.Sql, row: Prisma.Sql): Prisma.Sql =>
  sql`${x}.county_id = ${row}.county_id AND ${x}.township_id = ${row}.township_id`;

/** The milestones `m` of a project that were not struck out. @param row the alias of its row */
export const milestonesOf = (row: Prisma.Sql): Prisma.Sql =>
  sql`project_milestone m WHERE ${beside(sql`m`, row)} AND m.project_id = ${row}.id AND m.voided_on IS NULL`;

/** The lines `l` of a project on ballots `b` that stand. @param row the alias of its row */
export const ballotLinesOf = (row: Prisma.Sql): Prisma.Sql => sql`project_ballot_line l
  JOIN project_ballot b ON ${beside(sql`b`, sql`l`)} AND b.id = l.ballot_id AND b.voided_at IS NULL
  WHERE ${beside(sql`l`, row)} AND l.project_id = ${row}.id`;

/** The day of the ballot that chose a project, null for none; a scalar subselect. @param row the alias of its row */
export const chosenOnOf = (row: Prisma.Sql): Prisma.Sql =>
  sql`(SELECT max(b.occurred_on) FROM ${ballotLinesOf(row)} AND l.chosen)`;

/** What the stage of project `row` follows from, as {@link StageFacts}. */
export const stageFacts = (
  row: Prisma.Sql,
): Prisma.Sql => sql`jsonb_build_object('occurredOn', ${row}.occurred_on,
  'nominatedOn', ${row}.nominated_on, 'completedOn', ${row}.completed_on, 'droppedOn', ${row}.dropped_on,
  'firstVotedOn', (SELECT min(b.occurred_on) FROM ${ballotLinesOf(row)}), 'votedOn', (SELECT max(b.occurred_on) FROM ${ballotLinesOf(row)}), 'chosenOn', ${chosenOnOf(row)},
  'milestones', (SELECT count(*)::int FROM ${milestonesOf(row)}),
  'verified', (SELECT count(m.verified_on)::int FROM ${milestonesOf(row)}),
  'lastVerifiedOn', (SELECT max(m.verified_on) FROM ${milestonesOf(row)}))`;

/** What a list shows of a project beside its facts. */
export type ProjectStanding = {
  stageFacts: StageFacts;
  /** decisions that changed it since its ballot */
  changes: number;
  /** milestones past their day and not both done and verified */
  overdue: number;
  nextDue: Day | null;
  spent: number | null;
};

/** @param today as a date of the statement */
export const standingOf = (
  row: Prisma.Sql,
  today: Prisma.Sql,
): Prisma.Sql => sql`${stageFacts(row)} AS "stageFacts",
  (SELECT count(*)::int FROM project_event v WHERE ${beside(sql`v`, row)} AND v.project_id = ${row}.id AND v.kind = 'change') AS changes,
  (SELECT count(*)::int FROM ${milestonesOf(row)} AND m.verified_on IS NULL AND m.due_on < ${today}) AS overdue,
  (SELECT min(m.due_on)::text FROM ${milestonesOf(row)} AND m.done_on IS NULL) AS "nextDue",
  (SELECT sum(m.spent)::float8 FROM ${milestonesOf(row)}) AS spent`;
