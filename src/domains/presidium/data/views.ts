import "server-only";
import { dayFromUtc, dayOf } from "@/lib/dates";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { type Turnout, turnoutOf } from "@/domains/sessions/rules/attendance";
import { lawRule } from "@/domains/tenancy/rules/law";
import { notFound } from "@/lib/errors";
import { historyOf } from "@/domains/history/data";
import { found } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { meetingKindLabels, type MeetingKind } from "../labels";
import { countsAsMeeting, isQuorate, quarterCoverage, quarterEnds, staffSentence } from "../rules";
import type { ListMeetingsInput, YearInput } from "../schema";
import {
  expectedMembers,
  findMeeting,
  listMeetingRows,
  marksOf,
  type MeetingListRow,
  meetingsOfYear,
  meetingYears,
  unexcusedAbsences,
} from "./meetings";
import { listMembers } from "./members";

function listed(row: MeetingListRow) {
  const { marked, markedPresent, markedLeave, membersTotal, membersPresent, total: _, ...rest } = row;
  const turnout = turnoutOf(
    {
      expected: marked,
      present: markedPresent,
      leave: markedLeave,
      absent: marked - markedPresent - markedLeave,
    },
    { total: membersTotal, present: membersPresent },
  );
  return { ...rest, turnout, counts: countsAsMeeting(row.kind) };
}

export async function listMeetings(scope: TownshipScope, input: ListMeetingsInput) {
  const rows = await listMeetingRows(scope, input);
  const years = await meetingYears(scope);
  return { rows: rows.map(listed), total: rows[0]?.total ?? 0, years };
}

/** The year at a glance: its quarters, who stayed away without leave, and whether the office is staffed. */
export async function yearView(scope: TownshipScope, { year }: YearInput) {
  const today = dayOf(scope.now);
  const choice = await lawChoiceOf(scope);
  const yearEnd = quarterEnds(year, 4);
  const rule = lawRule(choice, "presidium.perQuarter", today < yearEnd ? today : yearEnd);
  const quarters = quarterCoverage(await meetingsOfYear(scope, year), year, today, rule.value);
  const inOffice = await listMembers(scope, { q: "", on: today < yearEnd ? today : yearEnd });
  return {
    year,
    quarters,
    perQuarter: rule.value,
    article: rule.citation,
    absences: await unexcusedAbsences(scope, year),
    staffNote: staffSentence(inOffice),
  };
}

export async function meetingById(scope: TownshipScope, { id }: ByIdInput) {
  const row = await findMeeting(scope, id);
  if (row === null) throw notFound();
  const marks = await marksOf(scope, id);
  const count = (status: string) => marks.filter((mark) => mark.status === status).length;
  const turnout: Turnout | null = turnoutOf(
    { expected: marks.length, present: count("present"), leave: count("leave"), absent: count("absent") },
    { total: row.membersTotal, present: row.membersPresent },
  );
  const kind = row.kind as MeetingKind;
  return {
    ...row,
    kind,
    occurredOn: dayFromUtc(row.occurredOn),
    counts: countsAsMeeting(kind),
    turnout,
    quorate: turnout === null || !countsAsMeeting(kind) ? null : isQuorate(turnout.expected, turnout.present),
    marks,
    timeline: await historyOf(scope, id, row),
  };
}

export async function attendanceSheet(scope: TownshipScope, { id }: ByIdInput) {
  const meeting = found(await findMeeting(scope, id));
  const occurredOn = dayFromUtc(meeting.occurredOn);
  return {
    id,
    version: meeting.version,
    topic: meeting.topic,
    occurredOn,
    totals: { total: meeting.membersTotal, present: meeting.membersPresent },
    members: await expectedMembers(scope, id, occurredOn),
  };
}

/** Rows for the office's own register, as the list shows them; 5,000 at most. */
export async function exportMeetings(scope: TownshipScope, input: ListMeetingsInput) {
  const rows = await listMeetingRows(scope, { ...input, page: 1, pageSize: 5000 });
  return {
    title: "主席团会议台账",
    columns: [
      { header: "日期", width: 12, kind: "day" as const },
      { header: "会次", width: 8, kind: "number" as const },
      { header: "类别", width: 12 },
      { header: "议题", width: 50 },
      { header: "议定事项", width: 60 },
      { header: "地点", width: 20 },
      { header: "应到（人）", width: 10, kind: "number" as const },
      { header: "实到（人）", width: 10, kind: "number" as const },
      { header: "请假（人）", width: 10, kind: "number" as const },
      { header: "缺席（人）", width: 10, kind: "number" as const },
    ],
    rows: rows
      .map(listed)
      .map((row) => [
        row.occurredOn,
        row.number,
        meetingKindLabels[row.kind],
        row.topic,
        row.decisions,
        row.place,
        row.turnout?.expected ?? null,
        row.turnout?.present ?? null,
        row.turnout?.leave ?? null,
        row.turnout?.absent ?? null,
      ]),
  };
}

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>["rows"][number];
export type MeetingRecord = Awaited<ReturnType<typeof meetingById>>;
export type YearView = Awaited<ReturnType<typeof yearView>>;
