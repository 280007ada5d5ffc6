import "server-only";
import { holdsOn } from "@/domains/deputies/rules/roster";
import { livingOf, recordReads, type Stored } from "@/domains/records/data/reads";
import { turnoutOf } from "@/domains/sessions/rules/attendance";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { lawRule } from "@/domains/tenancy/rules/law";
import { type Day, dayOf, quarterOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import {
  presidiumQuorate,
  presidiumTurnout,
  type TurnoutRow,
  turnoutColumns,
  votesOn,
} from "@/server/db/turnout";
import type { ByIdInput } from "@/server/trpc/inputs";
import { presidiumMeeting } from "../record";
import {
  countsAsMeeting,
  quarterCoverage,
  quarterEnds,
  rollSentences,
  sizeSentence,
  staffSentence,
} from "../rules";
import type { YearInput } from "../schema";
import { expectedMembers, type Mark, marksOfMeeting, meetingsOfYear, unexcusedAbsences } from "./meetings";
import { membersOn } from "./members";

/** The year at a glance: its quarters, who stayed away without leave, and whether the office is staffed. */
export async function yearView(scope: TownshipReader, { year }: YearInput) {
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
  const inOffice = await membersOn(scope, on);
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

const { sql } = Prisma;
const r = sql`r`;
const t = sql`t`;

export type ListedTurnout = TurnoutRow & { quorate: boolean | null; counts: boolean };

/** What the page of meeting `r` shows beyond its facts: how everybody was marked, the turnout, and who had a vote that day. */
type Attended = { everyMark: Mark[]; turnout: TurnoutRow & { quorate: boolean | null }; inOffice: number };

const attended = sql`, ${marksOfMeeting(r)} AS "everyMark",
  (SELECT row_to_json(a) FROM (SELECT ${turnoutColumns(t)}, ${presidiumQuorate(t)} AS quorate FROM ${presidiumTurnout(r)} t) a) AS turnout,
  (SELECT count(*)::int FROM presidium_member m WHERE m.county_id = r.county_id AND m.township_id = r.township_id
    AND ${votesOn(sql`m`, sql`r.occurred_on`)}) AS "inOffice"`;

/** Attendance of a meeting, who was away, and whether it counts. */
function attendanceOf({
  facts,
  everyMark,
  turnout: row,
  inOffice,
}: Stored<typeof presidiumMeeting> & Attended) {
  const { kind, occurredOn } = facts;
  const marks = everyMark.filter((mark) => mark.voting && holdsOn(mark, occurredOn));
  const turnout = turnoutOf(row);
  const quorate = countsAsMeeting(kind) ? row.quorate : null;
  const outside = everyMark.filter((mark) => !marks.includes(mark)).map(({ name }) => name);
  return {
    counts: countsAsMeeting(kind) && quorate !== false,
    turnout,
    quorate,
    checks: rollSentences({ expected: turnout?.expected ?? null, inOffice, outside }),
    marks,
  };
}

const isMeeting = sql`r.kind <> 'consultation'`;

export const meetingReads = recordReads<typeof presidiumMeeting, ListedTurnout, MeetingAttendance>(
  presidiumMeeting,
  {
    list: {
      join: () => sql`CROSS JOIN LATERAL ${presidiumTurnout(r)} t`,
      select: sql`, ${turnoutColumns(t)}, CASE WHEN ${isMeeting} THEN ${presidiumQuorate(t)} END AS quorate,
        (${isMeeting} AND ${presidiumQuorate(t)} IS NOT FALSE) AS counts`,
      sorts: { turnout: sql`t.present::float / nullif(t.expected, 0)` },
      where: { quarter: (code) => sql`extract(quarter FROM r.occurred_on) = ${Number(code)}::int` },
    },
    sheet: [
      { column: { header: "应到（人）", width: 10, kind: "number" }, cell: (row) => row.expected },
      { column: { header: "实到（人）", width: 10, kind: "number" }, cell: (row) => row.present },
      { column: { header: "请假（人）", width: 10, kind: "number" }, cell: (row) => row.onLeave },
      { column: { header: "缺席（人）", width: 10, kind: "number" }, cell: (row) => row.absent },
    ],
    detail: { select: () => attended, tell: attendanceOf },
  },
);

export async function attendanceSheet(scope: TownshipReader, { id }: ByIdInput) {
  const { version, facts } = await livingOf(presidiumMeeting, scope, id);
  const { topic, occurredOn } = facts;
  return { id, version, topic, occurredOn, members: await expectedMembers(scope, id, occurredOn) };
}

export type MeetingAttendance = ReturnType<typeof attendanceOf>;
export type YearView = Awaited<ReturnType<typeof yearView>>;
