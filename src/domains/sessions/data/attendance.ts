import "server-only";
import { leaveOn, type LeaveOnDay } from "@/domains/deputies/data/away";
import { deputiesOn, deputyOf, inOffice } from "@/domains/deputies/data/in-office";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay } from "@/server/db/span";
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
  /** the leave that the roster says of that day, and what for */
  leave: LeaveOnDay | null;
};

/**
 * The deputies expected at a session: whose township mandate covers its first day. One row a deputy, by pinyin;
 * `status` is null until attendance has been entered.
 */
export function expectedDeputies(scope: TownshipReader, sessionId: string, on: Day): Promise<SheetRow[]> {
  return scope.tx.$queryRaw<SheetRow[]>`
    SELECT d.id AS "deputyId", d.name, d.pinyin, d.initials, d.constituency, a.status, a.leave_reason AS "leaveReason",
      ${leaveOn(Prisma.sql`d`, Prisma.sql`d.id`, asDay(on))} AS leave
    FROM ${deputiesOn(scope, on, "township")} d
    LEFT JOIN session_attendance a ON a.county_id = d.county_id AND a.township_id = d.township_id
      AND a.deputy_id = d.id AND a.session_id = ${sessionId}::uuid
    ORDER BY d.pinyin, d.id LIMIT 1000`;
}

/** Deputies marked at a session, or told to have spoken there, who would not be expected on a day. */
export function markedOutside(
  scope: TownshipScope,
  sessionId: string,
  on: Day,
): Promise<{ id: string; name: string }[]> {
  return scope.tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT d.id, d.name FROM (SELECT county_id, township_id, session_id, deputy_id FROM session_attendance
      UNION SELECT county_id, township_id, session_id, deputy_id FROM session_speech) a
    JOIN ${deputyOf(Prisma.sql`a`)}
    WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.session_id = ${sessionId}::uuid
      AND NOT ${inOffice(on, "township")}
    ORDER BY d.pinyin`;
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
