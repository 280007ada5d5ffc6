import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { firstDay, lineEntryDay, own, type Period, firstLag } from "@/server/evidence/period";
import { type Ledger, registered } from "@/server/evidence/slice";
import { uncountedSql } from "../data/overdue";

const sql = Prisma.sql;

/** Lines of suggestions, with what their suggestion says of its year and of being counted at all. */
const linesOf = (lines: (period: Period) => Prisma.Sql) => (period: Period) => sql`
  (SELECT s.year, s.id AS record_id, s.left_out, l.* FROM (${lines(period)}) l
  JOIN (SELECT year, id, ${uncountedSql} AS left_out FROM suggestion
    WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear}) s ON s.id = l.suggestion_id)`;

export const suggestionLedgers = [
  {
    recordType: "suggestion",
    steps: [
      registered,
      ["checked", sql`checked_on`, sql`checked_entered_on`],
      ["assigned", sql`assigned_on`, sql`assigned_entered_on`],
      ["accepted", sql`accepted_on`, sql`accepted_entered_on`],
      ["presidiumHeld", sql`presidium_meeting_on`, sql`presidium_meeting_entered_on`],
      ["closed", sql`closed_on`, sql`closed_entered_on`],
      ["calledBack", sql`called_back_on`, sql`called_back_entered_on`],
    ],
    from: (period) => sql`
      (SELECT year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag}, checked_on, checked_entered_on, assigned_on,
        assigned_entered_on, accepted_on, accepted_entered_on, presidium_meeting_on, presidium_meeting_entered_on, closed_on,
        closed_entered_on, called_back_on, called_back_entered_on, ${uncountedSql} AS left_out
      FROM suggestion WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear})`,
  },
  {
    recordType: "suggestion",
    steps: [
      ["consulted", sql`held_on`, lineEntryDay],
      ["confirmed", sql`confirmed_on`, sql`confirmed_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, held_on, entered_at, confirmed_on, confirmed_entered_on
        FROM consultation WHERE ${own(period)} AND held_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["replied", sql`replied_on`, lineEntryDay]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, replied_on, entered_at
        FROM reply WHERE ${own(period)} AND replied_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["rated", sql`rated_on`, lineEntryDay]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, rated_on, entered_at
        FROM rating WHERE ${own(period)} AND rated_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [
      ["deferralRequested", sql`requested_on`, lineEntryDay],
      ["deferralDecided", sql`decided_on`, sql`decided_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, requested_on, entered_at, decided_on, decided_entered_on
        FROM deferral WHERE ${own(period)} AND requested_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [
      ["fulfilled", sql`fulfilled_on`, sql`fulfilled_entered_on`],
      ["verified", sql`verified_on`, sql`verified_entered_on`],
    ],
    from: linesOf(
      (
        period,
      ) => sql`SELECT township_id, suggestion_id, fulfilled_on, fulfilled_entered_on, verified_on, verified_entered_on
        FROM promise WHERE ${own(period)} AND fulfilled_on >= ${firstDay(period)}`,
    ),
  },
  {
    recordType: "suggestion",
    steps: [["returnRequested", sql`return_requested_on`, sql`return_requested_entered_on`]],
    from: linesOf(
      (period) => sql`SELECT township_id, suggestion_id, return_requested_on, return_requested_entered_on
        FROM suggestion_unit WHERE ${own(period)} AND return_requested_on >= ${firstDay(period)}`,
    ),
  },
] as const satisfies readonly Ledger[];
