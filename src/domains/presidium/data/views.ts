import "server-only";
import { type Day, dayFromUtc, dayOf, quarterOf, yearOf } from "@/lib/dates";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { holdsOn } from "@/domains/deputies/rules";
import { turnoutOf } from "@/domains/sessions/rules/attendance";
import { lawRule } from "@/domains/tenancy/rules/law";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { everyRow, pageOf } from "@/server/db/page";
import { found } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import type { ByIdInput } from "@/server/trpc/inputs";
import { meetingKindLabels, type MeetingKind } from "../labels";
import {
  countsAsMeeting,
  quarterCoverage,
  quarterEnds,
  rollSentences,
  sizeSentence,
  staffSentence,
} from "../rules";
import type { ListMeetingsInput, YearInput } from "../schema";
import {
  expectedMembers,
  findMeeting,
  marksOf,
  type MeetingListRow,
  meetingRows,
  meetingsOfYear,
  meetingYears,
  turnoutOfMeeting,
  unexcusedAbsences,
} from "./meetings";
import { listMembers } from "./members";

function listed(row: MeetingListRow) {
  const { basis, expected, present, onLeave, absent, ...rest } = row;
  const turnout = turnoutOf({ basis, expected, present, onLeave, absent });
  const quorate = countsAsMeeting(row.kind) ? row.quorate : null;
  return { ...rest, turnout, quorate, counts: countsAsMeeting(row.kind) && quorate !== false };
}

export async function listMeetings(scope: TownshipReader, input: ListMeetingsInput) {
  const { rows, total } = await pageOf(input, meetingRows(scope, input));
  return { rows: rows.map(listed), total, years: await meetingYears(scope) };
}

/** The year at a glance: its quarters, who stayed away without leave, and whether the office is staffed. */
export async function yearView(scope: TownshipScope, { year }: YearInput) {
  const today = dayOf(scope.now);
  const choice = await lawChoiceOf(scope);
  const yearEnd = quarterEnds(year, 4);
  const on = today < yearEnd ? today : yearEnd;
  const ruleOn = (day: Day) => lawRule(choice, "presidium.perQuarter", day);
  const quarters = quarterCoverage(
    await meetingsOfYear(scope, year),
    year,
    today,
    (endsOn) => ruleOn(endsOn).value,
  );
  const rule = ruleOn(quarterEnds(year, yearOf(today) === year ? quarterOf(today) : 4));
  const inOffice = await listMembers(scope, { q: "", on });
  return {
    year,
    quarters,
    perQuarter: rule.value,
    article: rule.citation,
    absences: await unexcusedAbsences(scope, year),
    staffNote: staffSentence(inOffice),
    sizeNote: sizeSentence(
      inOffice,
      lawRule(choice, "presidium.minMembers", on),
      lawRule(choice, "presidium.maxMembers", on),
    ),
  };
}

export async function meetingById(scope: TownshipScope, { id }: ByIdInput) {
  const row = await findMeeting(scope, id);
  if (row === null) throw notFound();
  const occurredOn = dayFromUtc(row.occurredOn);
  const everyMark = await marksOf(scope, id);
  const marks = everyMark.filter((mark) => mark.voting && holdsOn(mark, occurredOn));
  const attended = await turnoutOfMeeting(scope, id);
  const turnout = turnoutOf(attended);
  const kind = row.kind as MeetingKind;
  const quorate = countsAsMeeting(kind) ? attended.quorate : null;
  const inOffice = (await expectedMembers(scope, null, occurredOn)).length;
  return {
    ...pick(row, "id", "version", "number", "topic", "decisions", "place", "membersTotal", "membersPresent"),
    ...pick(row, "sourceNote", "lateReason", "voidedAt", "voidReason"),
    kind,
    occurredOn,
    counts: countsAsMeeting(kind) && quorate !== false,
    turnout,
    quorate,
    checks: rollSentences({
      expected: turnout?.expected ?? null,
      inOffice,
      outside: everyMark.filter((mark) => !marks.includes(mark)).map(({ name }) => name),
    }),
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

/** Rows for the office's own register, as the list shows them. */
export async function exportMeetings(scope: TownshipReader, input: ListMeetingsInput) {
  const rows = await everyRow("次", meetingRows(scope, input));
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

/** The minutes of a year, in the order the meetings were held. */
export const minutesOfYear = (scope: TownshipReader, year: number) =>
  exportMeetings(scope, {
    ...{ township: "", q: "", page: 1, pageSize: 1, sort: "occurredOn", direction: "asc" },
    ...{ year, quarter: null, kind: null, voided: false },
  });

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>["rows"][number];
export type MeetingRecord = Awaited<ReturnType<typeof meetingById>>;
export type YearView = Awaited<ReturnType<typeof yearView>>;
