import "server-only";
import { type Day, dayFromUtc } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { dayOrNull, found, keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { sessionNameSql } from "@/server/db/session-name";
import { inYear } from "@/server/db/span";
import { sessionTurnout } from "@/server/db/turnout";

/** What other slices read of sessions. */

const sql = Prisma.sql;

/** Session `s` with its term `t`, by whose name it is called. */
export const sessionWithTerm = sql`session s JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id`;

/** "第十九届人大第三次会议" */
export const sessionName = sessionNameSql(sql`t.name`, sql`s.number`);

/** The session `x` that a line names, to be joined. @param line the alias of a row with `session_id` */
export const sessionOf = (line: Prisma.Sql): Prisma.Sql =>
  sql`session x ON x.county_id = ${line}.county_id AND x.township_id = ${line}.township_id AND x.id = ${line}.session_id`;

/** How many sessions a year holds. */
export const sessionsIn = (tenant: Prisma.Sql, year: number): Prisma.Sql =>
  sql`(SELECT count(*)::int FROM session WHERE ${tenant} AND voided_at IS NULL AND ${inYear(sql`starts_on`, year)})`;

export type SessionOption = { id: string; name: string; startsOn: Day };

/** The township's sessions to choose from, the newest first. */
export function sessionOptions(scope: TownshipReader): Promise<SessionOption[]> {
  return scope.tx.$queryRaw<SessionOption[]>`
    SELECT s.id, ${sessionName} AS name, s.starts_on::text AS "startsOn" FROM ${sessionWithTerm}
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.voided_at IS NULL
    ORDER BY s.starts_on DESC, s.id LIMIT 60`;
}

/** The last day of a session; what was put forward there is reckoned from it. */
export async function sessionClosedOn(scope: TownshipScope, sessionId: string | null): Promise<Day | null> {
  if (sessionId === null) return null;
  const session = found(await scope.tx.session.findUnique({ where: keyOf(scope, sessionId) }));
  return (session.endsOn ?? session.startsOn).toISOString().slice(0, 10);
}

/** The session that was held on the own day of a row, as `id` and `name`; null where none is registered. @param row the alias of a row with `occurred_on` */
export const sessionHeldOn = (row: Prisma.Sql): Prisma.Sql => sql`(
  SELECT json_build_object('id', s.id, 'name', ${sessionName}) FROM ${sessionWithTerm}
  WHERE s.county_id = ${row}.county_id AND s.township_id = ${row}.township_id AND s.voided_at IS NULL
    AND ${row}.occurred_on BETWEEN s.starts_on AND coalesce(s.ends_on, s.starts_on) ORDER BY s.starts_on DESC, s.id LIMIT 1)`;
/** The days a session lasted; the same NOT_FOUND for unknown, foreign and voided ones. */
export async function sessionDays(
  scope: TownshipScope,
  id: string,
): Promise<{ startsOn: Day; endsOn: Day | null }> {
  const { startsOn, endsOn } = found(await scope.tx.session.findUnique({ where: keyOf(scope, id) }));
  return { startsOn: dayFromUtc(startsOn), endsOn: dayOrNull(endsOn) };
}

export type SessionWithTurnout = SessionOption & { expected: number | null; present: number | null };

/** The same sessions with how many were expected and came, for what was voted on there. */
export function sessionsWithTurnout(scope: TownshipReader): Promise<SessionWithTurnout[]> {
  return scope.tx.$queryRaw<SessionWithTurnout[]>`
    SELECT s.id, ${sessionName} AS name, s.starts_on::text AS "startsOn", x.expected::int, x.present::int
    FROM ${sessionWithTerm} CROSS JOIN LATERAL ${sessionTurnout(sql`s`)} x
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = ${scope.townshipId}::uuid AND s.voided_at IS NULL
    ORDER BY s.starts_on DESC, s.id LIMIT 60`;
}
