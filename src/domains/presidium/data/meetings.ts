import "server-only";
import { leaveOn, type LeaveOnDay } from "@/domains/deputies/data/away";
import { deputyOf } from "@/domains/deputies/data/in-office";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay, inYear } from "@/server/db/span";
import { presidiumQuorate, presidiumTurnout, votesOn } from "@/server/db/turnout";
import type { AttendanceStatus } from "@/domains/sessions/labels";
import type { PresidiumPost } from "../labels";
import type { MeetingFact } from "../rules";

const m = Prisma.sql`m`;
const t = Prisma.sql`t`;

/** All live meetings of a year, for its quarters. */
export function meetingsOfYear(scope: TownshipReader, year: number): Promise<MeetingFact[]> {
  return scope.tx.$queryRaw<MeetingFact[]>`
    SELECT m.id, m.kind, to_char(m.occurred_on, 'YYYY-MM-DD') AS "occurredOn", ${presidiumQuorate(t)} AS quorate
    FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.voided_at IS NULL
      AND ${inYear(Prisma.sql`m.occurred_on`, year)}
    ORDER BY m.occurred_on, m.id`;
}

export type AbsenceRow = {
  memberId: string;
  name: string;
  post: PresidiumPost;
  meetingId: string;
  occurredOn: Day;
  topic: string;
};

/** Who stayed away without leave in a year; consultations do not count [R23]. */
export function unexcusedAbsences(scope: TownshipReader, year: number): Promise<AbsenceRow[]> {
  return scope.tx.$queryRaw<AbsenceRow[]>`
    SELECT p.id AS "memberId", p.name, p.post, m.id AS "meetingId", to_char(m.occurred_on, 'YYYY-MM-DD') AS "occurredOn", m.topic
    FROM presidium_attendance a
    JOIN presidium_meeting m ON m.county_id = a.county_id AND m.township_id = a.township_id AND m.id = a.meeting_id
    JOIN presidium_member p ON p.county_id = a.county_id AND p.township_id = a.township_id AND p.id = a.member_id
    WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.status = 'absent'
      AND m.voided_at IS NULL AND m.kind <> 'consultation' AND ${votesOn(Prisma.sql`p`, Prisma.sql`m.occurred_on`)}
      AND ${inYear(Prisma.sql`m.occurred_on`, year)}
    ORDER BY m.occurred_on DESC, p.name LIMIT 500`;
}

export type SheetRow = {
  memberId: string;
  deputyId: string | null;
  name: string;
  post: PresidiumPost;
  pinyin: string;
  initials: string;
  status: AttendanceStatus | null;
  leaveReason: string | null;
  /** the leave that the roster says of that day; null for who is no deputy */
  leave: LeaveOnDay | null;
};

/** Members with a vote who hold office on a day, chair first and then by pinyin; with a meeting, how each was marked there. */
export function expectedMembers(
  scope: TownshipReader,
  meetingId: string | null,
  on: Day,
): Promise<SheetRow[]> {
  return scope.tx.$queryRaw<SheetRow[]>`
    SELECT m.id AS "memberId", m.deputy_id AS "deputyId", m.name, m.post, coalesce(d.pinyin, '') AS pinyin, coalesce(d.initials, '') AS initials,
      a.status, a.leave_reason AS "leaveReason", ${leaveOn(m, Prisma.sql`m.deputy_id`, asDay(on))} AS leave
    FROM presidium_member m
    LEFT JOIN ${deputyOf(m)}
    LEFT JOIN presidium_attendance a ON a.county_id = m.county_id AND a.township_id = m.township_id AND a.member_id = m.id
      AND a.meeting_id = ${meetingId}::uuid
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid 
      AND ${votesOn(m, asDay(on))}
    ORDER BY array_position(ARRAY['chair', 'viceChair', 'member'], m.post), d.pinyin, m.name, m.id`;
}

export type Mark = {
  memberId: string;
  name: string;
  post: PresidiumPost;
  startsOn: Day;
  endsOn: Day | null;
  voting: boolean;
  status: AttendanceStatus;
  leaveReason: string | null;
};

/** How everybody was marked at a meeting, whether still in office or not, one JSON array. @param meeting the alias of its row */
export const marksOfMeeting = (meeting: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(json_agg(mark), '[]'::json) FROM (
    SELECT a.member_id AS "memberId", p.name, p.post, p.starts_on AS "startsOn", p.ends_on AS "endsOn",
      p.voided_at IS NULL AND p.post <> 'secretary' AS voting, a.status, a.leave_reason AS "leaveReason"
    FROM presidium_attendance a
    JOIN presidium_member p ON p.county_id = a.county_id AND p.township_id = a.township_id AND p.id = a.member_id
    WHERE a.county_id = ${meeting}.county_id AND a.township_id = ${meeting}.township_id AND a.meeting_id = ${meeting}.id
    ORDER BY a.id) mark)`;

export async function marksOf(scope: TownshipScope, meetingId: string): Promise<Mark[]> {
  const [row] = await scope.tx.$queryRaw<{ marks: Mark[] }[]>`
    SELECT ${marksOfMeeting(m)} AS marks FROM presidium_meeting m
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.id = ${meetingId}::uuid`;
  return row?.marks ?? [];
}

export async function replaceMarks(
  scope: TownshipScope,
  meetingId: string,
  marks: readonly { memberId: string; status: AttendanceStatus; leaveReason: string | null }[],
): Promise<void> {
  await scope.tx.presidiumAttendance.deleteMany({ where: { ...tenantOf(scope), meetingId } });
  await scope.tx.presidiumAttendance.createMany({
    data: marks.map((mark) => ({ ...newLine(scope), meetingId, ...mark })),
  });
}
