import "server-only";
import { deputyOf } from "@/domains/deputies/data/in-office";
import { type Day, dayFromUtc } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { type Part } from "@/server/db/page";
import { keyOf, newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { containing } from "@/server/db/search";
import { asDay, inYear } from "@/server/db/span";
import {
  presidiumQuorate,
  presidiumTurnout,
  type TurnoutRow,
  turnoutColumns,
  votesOn,
} from "@/server/db/turnout";
import type { AttendanceStatus } from "@/domains/sessions/labels";
import type { MeetingKind, PresidiumPost } from "../labels";
import type { MeetingFact } from "../rules";
import type { ListMeetingsInput } from "../schema";

export type MeetingListRow = {
  id: string;
  number: number | null;
  kind: MeetingKind;
  topic: string;
  decisions: string | null;
  place: string | null;
  occurredOn: Day;
  quorate: boolean | null;
  voided: boolean;
} & TurnoutRow;

const m = Prisma.sql`m`;
const t = Prisma.sql`t`;

const orders: Record<ListMeetingsInput["sort"], Prisma.Sql> = {
  occurredOn: Prisma.sql`m.occurred_on`,
  number: Prisma.sql`m.number`,
  turnout: Prisma.sql`m.share`,
};

const nothing = Prisma.empty;

function conditions(input: ListMeetingsInput): Prisma.Sql {
  const pattern = containing(input.q);
  return Prisma.sql`
    ${input.voided ? nothing : Prisma.sql`AND m.voided_at IS NULL`}
    ${input.year === null ? nothing : Prisma.sql`AND ${inYear(Prisma.sql`m.occurred_on`, input.year)}`}
    ${input.quarter === null ? nothing : Prisma.sql`AND extract(quarter FROM m.occurred_on) = ${input.quarter}`}
    ${input.kind === null ? nothing : Prisma.sql`AND m.kind = ${input.kind}`}
    ${input.q === "" ? nothing : Prisma.sql`AND (m.topic ILIKE ${pattern} OR m.decisions ILIKE ${pattern} OR m.place ILIKE ${pattern})`}`;
}

/** A part of the meetings with their turnout. */
export const meetingRows =
  (scope: TownshipReader, input: ListMeetingsInput) =>
  ({ limit, offset }: Part) => {
    const direction = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    const order = orders[input.sort];
    return scope.tx.$queryRaw<(MeetingListRow & { total: number })[]>`
    WITH hits AS (
      SELECT m.*, count(*) OVER ()::int AS total, t.basis, t.expected, t.present, t.on_leave, t.absent,
        ${presidiumQuorate(t)} AS quorate, t.present::float / nullif(t.expected, 0) AS share
      FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
      WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid ${conditions(input)}
    )
    SELECT m.id, m.number, m.kind, m.topic, m.decisions, m.place, to_char(m.occurred_on, 'YYYY-MM-DD') AS "occurredOn",
      ${turnoutColumns(m)}, m.quorate, m.voided_at IS NOT NULL AS voided, m.total
    FROM hits m ORDER BY ${order} ${direction} NULLS LAST, m.occurred_on DESC, m.id
    LIMIT ${limit} OFFSET ${offset}`;
  };

export async function meetingYears(scope: TownshipReader): Promise<number[]> {
  const rows = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM occurred_on)::int AS year FROM presidium_meeting
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL ORDER BY 1 DESC`;
  return rows.map((row) => row.year);
}

/** All live meetings of a year, for its quarters. */
export function meetingsOfYear(scope: TownshipScope, year: number): Promise<MeetingFact[]> {
  return scope.tx.$queryRaw<MeetingFact[]>`
    SELECT m.id, m.kind, to_char(m.occurred_on, 'YYYY-MM-DD') AS "occurredOn", ${presidiumQuorate(t)} AS quorate
    FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.voided_at IS NULL
      AND ${inYear(Prisma.sql`m.occurred_on`, year)}
    ORDER BY m.occurred_on, m.id`;
}

/** The attendance of one meeting. */
export async function turnoutOfMeeting(scope: TownshipScope, id: string) {
  const [row] = await scope.tx.$queryRaw<(TurnoutRow & { quorate: boolean | null })[]>`
    SELECT ${turnoutColumns(t)}, ${presidiumQuorate(t)} AS quorate
    FROM presidium_meeting m CROSS JOIN LATERAL ${presidiumTurnout(m)} t
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND m.id = ${id}::uuid`;
  if (row === undefined) throw notFound();
  return row;
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
export function unexcusedAbsences(scope: TownshipScope, year: number): Promise<AbsenceRow[]> {
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

export function findMeeting(scope: TownshipScope, id: string) {
  return scope.tx.presidiumMeeting.findUnique({ where: keyOf(scope, id) });
}

export type SheetRow = {
  memberId: string;
  name: string;
  post: PresidiumPost;
  pinyin: string;
  initials: string;
  status: AttendanceStatus | null;
  leaveReason: string | null;
};

/** Members with a vote who hold office on a day, chair first; with a meeting, how each was marked there. */
export function expectedMembers(
  scope: TownshipScope,
  meetingId: string | null,
  on: Day,
): Promise<SheetRow[]> {
  return scope.tx.$queryRaw<SheetRow[]>`
    SELECT m.id AS "memberId", m.name, m.post, coalesce(d.pinyin, '') AS pinyin, coalesce(d.initials, '') AS initials,
      a.status, a.leave_reason AS "leaveReason"
    FROM presidium_member m
    LEFT JOIN ${deputyOf(m)}
    LEFT JOIN presidium_attendance a ON a.county_id = m.county_id AND a.township_id = m.township_id AND a.member_id = m.id
      AND a.meeting_id = ${meetingId}::uuid
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid 
      AND ${votesOn(m, asDay(on))}
    ORDER BY array_position(ARRAY['chair', 'viceChair', 'member'], m.post), m.name, m.id`;
}

/** How everybody was marked at a meeting, whether still in office or not. */
export async function marksOf(scope: TownshipScope, meetingId: string) {
  const rows = await scope.tx.presidiumAttendance.findMany({
    where: { ...tenantOf(scope), meetingId },
    include: { member: true },
  });
  return rows.map(({ memberId, status, leaveReason, member }) => ({
    memberId,
    name: member.name,
    post: member.post as PresidiumPost,
    startsOn: dayFromUtc(member.startsOn),
    endsOn: member.endsOn === null ? null : dayFromUtc(member.endsOn),
    voting: member.voidedAt === null && member.post !== "secretary",
    status: status as AttendanceStatus,
    leaveReason,
  }));
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
