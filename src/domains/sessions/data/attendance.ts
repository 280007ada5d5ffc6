import "server-only";
import type { Day } from "@/lib/dates";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { AttendanceStatus } from "../labels";
import type { Mark } from "../rules/attendance";

export type SheetRow = {
  deputyId: string;
  name: string;
  pinyin: string;
  initials: string;
  constituency: string | null;
  status: AttendanceStatus | null;
  leaveReason: string | null;
};

/**
 * The deputies expected at a session: whose township mandate covers its first day. One row a deputy, by pinyin;
 * `status` is null until attendance has been entered.
 */
export function expectedDeputies(scope: TownshipScope, sessionId: string, on: Day): Promise<SheetRow[]> {
  return scope.tx.$queryRaw<SheetRow[]>`
    SELECT d.id AS "deputyId", d.name, d.pinyin, d.initials, m.constituency, a.status, a.leave_reason AS "leaveReason"
    FROM deputy d
    JOIN (
      SELECT m.deputy_id, min(m.constituency) AS constituency FROM mandate m
      WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.level = 'township'
        AND m.voided_at IS NULL AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date)
      GROUP BY m.deputy_id
    ) m ON m.deputy_id = d.id
    LEFT JOIN session_attendance a ON a.county_id = d.county_id AND a.township_id = d.township_id
      AND a.deputy_id = d.id AND a.session_id = ${sessionId}::uuid
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.voided_at IS NULL
    ORDER BY d.pinyin, d.id LIMIT 1000`;
}

/** Deputies marked at a session who would not be expected on a day. */
export function markedOutside(
  scope: TownshipScope,
  sessionId: string,
  on: Day,
): Promise<{ id: string; name: string }[]> {
  return scope.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT d.id, d.name FROM session_attendance a
    JOIN deputy d ON d.county_id = a.county_id AND d.township_id = a.township_id AND d.id = a.deputy_id
    WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.session_id = ${sessionId}::uuid
      AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.county_id = a.county_id AND m.township_id = a.township_id
        AND m.deputy_id = a.deputy_id AND m.level = 'township' AND m.voided_at IS NULL
        AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date))
    ORDER BY d.pinyin`;
}

/** How many deputies of this congress hold a mandate on a day. */
export async function deputiesInOffice(scope: TownshipScope, on: Day): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT m.deputy_id)::int AS count FROM mandate m
    JOIN deputy d ON d.county_id = m.county_id AND d.township_id = m.township_id AND d.id = m.deputy_id AND d.voided_at IS NULL
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.level = 'township'
      AND m.voided_at IS NULL AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date)`;
  return row?.count ?? 0;
}

/** The names of these deputies of this township, whether in office or not; unknown and foreign ids are missing. */
export function deputiesNamed(scope: TownshipScope, ids: string[]): Promise<{ id: string; name: string }[]> {
  return scope.tx.deputy.findMany({
    where: { ...tenantOf(scope), id: { in: ids }, voidedAt: null },
    select: { id: true, name: true },
  });
}

export function countMarks(scope: TownshipScope, sessionId: string): Promise<number> {
  return scope.tx.sessionAttendance.count({ where: { ...tenantOf(scope), sessionId } });
}

/** Puts the whole roll of a session anew. */
export async function replaceMarks(
  scope: TownshipScope,
  sessionId: string,
  marks: readonly ({ deputyId: string } & Mark)[],
): Promise<void> {
  await scope.tx.sessionAttendance.deleteMany({ where: { ...tenantOf(scope), sessionId } });
  await scope.tx.sessionAttendance.createMany({
    data: marks.map((mark) => ({ ...newLine(scope), sessionId, ...mark })),
  });
}
