import "server-only";
import type { Day } from "@/lib/dates";
import { twoThirds } from "@/lib/share";
import { Prisma } from "./generated/client";
import { standsOn } from "./span";

/**
 * The one attendance of a meeting, for its page, its list, every figure and every export: LATERAL selects beside a row
 * of the meeting. Marks count of people entitled that day alone; without a roll the totals entered count. `basis` says
 * which, and is the reason an evidence row gives.
 */
const turnout = (lines: Prisma.Sql, total: Prisma.Sql, present: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT c.basis,
    CASE c.basis WHEN 'rollCall' THEN c.due WHEN 'totals' THEN ${total} END AS expected,
    CASE c.basis WHEN 'rollCall' THEN c.present WHEN 'totals' THEN least(${present}, ${total}) END AS present,
    CASE c.basis WHEN 'rollCall' THEN c.on_leave END AS on_leave,
    CASE c.basis WHEN 'rollCall' THEN c.due - c.present - c.on_leave END AS absent
  FROM (
    SELECT k.*, CASE WHEN k.due > 0 THEN 'rollCall' WHEN k.marked > 0 THEN 'noMandate'
      WHEN ${total} > 0 AND ${present} IS NOT NULL THEN 'totals' ELSE 'noAttendance' END AS basis
    FROM (
      SELECT count(*)::int AS marked, count(*) FILTER (WHERE entitled)::int AS due,
        count(*) FILTER (WHERE entitled AND status = 'present')::int AS present,
        count(*) FILTER (WHERE entitled AND status = 'leave')::int AS on_leave
      FROM (${lines} OFFSET 0) line
    ) k
  ) c)`;

const e = Prisma.sql`e`;

/** Deputies of this congress whose mandate covers the first day. @param s the alias of a row of `session` */
export const sessionTurnout = (s: Prisma.Sql): Prisma.Sql =>
  turnout(
    Prisma.sql`SELECT l.status, EXISTS (
        SELECT 1 FROM mandate e
        WHERE e.county_id = l.county_id AND e.township_id = l.township_id AND e.deputy_id = l.deputy_id
          AND e.level = 'township' AND ${standsOn(e, Prisma.sql`${s}.starts_on`)}) AS entitled
      FROM session_attendance l
      WHERE l.county_id = ${s}.county_id AND l.township_id = ${s}.township_id AND l.session_id = ${s}.id`,
    Prisma.sql`${s}.deputies_total`,
    Prisma.sql`${s}.deputies_present`,
  );

/** Presidium member `e` has a vote on a day: in office, and not the secretary. */
export const votesOn = (e: Prisma.Sql, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${standsOn(e, day)} AND ${e}.post <> 'secretary')`;

/** Members with a vote who hold office that day. @param m the alias of a row of `presidium_meeting` */
export const presidiumTurnout = (m: Prisma.Sql): Prisma.Sql =>
  turnout(
    Prisma.sql`SELECT l.status, ${votesOn(e, Prisma.sql`${m}.occurred_on`)} AS entitled
      FROM presidium_attendance l
      JOIN presidium_member e ON e.county_id = l.county_id AND e.township_id = l.township_id AND e.id = l.member_id
      WHERE l.county_id = ${m}.county_id AND l.township_id = ${m}.township_id AND l.meeting_id = ${m}.id`,
    Prisma.sql`${m}.members_total`,
    Prisma.sql`${m}.members_present`,
  );

/** A presidium sits with more than half of its members (浙江省乡镇人大工作条例第24条); null where attendance is not entered. */
export const presidiumQuorate = (t: Prisma.Sql): Prisma.Sql => Prisma.sql`(${t}.present * 2 > ${t}.expected)`;

/** A meeting that covers its quarter: of the presidium, not voided, and not known to have been without a quorum. */
export const coversQuarter = (m: Prisma.Sql, t: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${m}.voided_at IS NULL AND ${m}.kind IN ('regular', 'special') AND ${presidiumQuorate(t)} IS NOT FALSE)`;

/** False where fewer deputies were present than the rule of the day asks for; the same as `presentNeeded` of tenancy. */
export const sessionQuorate = (t: Prisma.Sql, percent: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${t}.present >= ceil(CASE WHEN ${percent} = ${twoThirds}::int THEN ${t}.expected * 2 / 3.0 ELSE ${t}.expected * ${percent} / 100.0 END))`;

/** A rule's value from one day to another, both included: what a statement needs to judge each row by its own day. */
export type DatedValue = { from: Day; to: Day; value: number };

/** As the rows of a FROM item with the columns since, until and value. */
export const datedValues = (periods: readonly DatedValue[]): Prisma.Sql =>
  Prisma.sql`(VALUES ${Prisma.join(
    periods.map(({ from, to, value }) => Prisma.sql`(${from}::date, ${to}::date, ${value}::int)`),
  )})`;

export type TurnoutRow = {
  basis: "rollCall" | "noMandate" | "totals" | "noAttendance";
  expected: number | null;
  present: number | null;
  onLeave: number | null;
  absent: number | null;
};

/** The columns above under the names of `TurnoutRow`. */
export const turnoutColumns = (t: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`${t}.basis, ${t}.expected, ${t}.present, ${t}.on_leave AS "onLeave", ${t}.absent`;
