import { addDays, daysBetween, quarterOf, yearOf, type Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import { type MeetingKind, type PresidiumPost, presidiumPostLabels, type QuarterState } from "./labels";

/** A consultation is no meeting of the presidium and covers no quarter. */
export const countsAsMeeting = (kind: MeetingKind): boolean => kind !== "consultation";

export type QuarterCell = {
  quarter: 1 | 2 | 3 | 4;
  state: QuarterState;
  /** days of the meetings that count for it, earliest first */
  meetings: { id: string; day: Day }[];
  /** days of those that had no quorum, and so do not count */
  notQuorate: { id: string; day: Day }[];
  /** how many its rule asks for */
  needed: number;
  /** whole days left, today not counted, while the quarter is open without a meeting */
  daysLeft: number | null;
  endsOn: Day;
};

/** @property quorate false when fewer than half of the members were present; null when nobody entered attendance */
export type MeetingFact = { id: string; occurredOn: Day; kind: MeetingKind; quorate: boolean | null };

const quarters = [1, 2, 3, 4] as const;
const quarterStarts = (year: number, quarter: number): Day =>
  `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`;

/** The last day of a quarter; a meeting on it still counts for it. */
export const quarterEnds = (year: number, quarter: number): Day =>
  quarter === 4 ? `${year}-12-31` : addDays(quarterStarts(year, quarter + 1), -1);

function stateOf(year: number, quarter: number, met: boolean, today: Day): QuarterState {
  if (met) return "met";
  if (today > quarterEnds(year, quarter)) return "missing";
  return today >= quarterStarts(year, quarter) ? "open" : "future";
}

/** The year's four quarters: met with its days, missing, still open with the days left, or not yet begun [R23]. */
export function quarterCoverage(
  meetings: readonly MeetingFact[],
  year: number,
  today: Day,
  neededOn: (quarterEndsOn: Day) => number = () => 1,
): QuarterCell[] {
  const own = meetings.filter(
    (meeting) => countsAsMeeting(meeting.kind) && yearOf(meeting.occurredOn) === year,
  );
  return quarters.map((quarter) => {
    const daysOf = (quorate: boolean) =>
      own
        .filter((meeting) => quarterOf(meeting.occurredOn) === quarter)
        .filter((meeting) => (meeting.quorate !== false) === quorate)
        .map((meeting) => ({ id: meeting.id, day: meeting.occurredOn }))
        .sort((a, b) => a.day.localeCompare(b.day));
    const held = daysOf(true);
    const endsOn = quarterEnds(year, quarter);
    const needed = neededOn(endsOn);
    const state = stateOf(year, quarter, held.length >= needed, today);
    return {
      quarter,
      state,
      meetings: held,
      notQuorate: daysOf(false),
      needed,
      endsOn,
      daysLeft: state === "open" ? daysBetween(today, endsOn) : null,
    };
  });
}

/** What a meeting's attendance says against the members in office that day. */
export function rollSentences(roll: {
  expected: number | null;
  inOffice: number;
  outside: readonly string[];
}): string[] {
  const { expected, inOffice, outside } = roll;
  const gone = `登记了出席的${outside.join("、")}当日不在任，不计入应到`;
  return [
    ...(outside.length > 0 ? [gone] : []),
    ...(expected !== null && inOffice > 0 && expected !== inOffice
      ? [`应到 ${expected} 人，当日在任的主席团成员 ${inOffice} 人，请核对成员任期或更正出席`]
      : []),
  ];
}

type SizeRule = { value: number; citation: string };

/** The presidium's size against the law: who has a vote, and how many there may be; null when it fits or nobody is entered. */
export function sizeSentence(
  inOffice: readonly { post: string }[],
  fewest: SizeRule,
  most: SizeRule,
): string | null {
  const members = inOffice.filter((member) => member.post !== "secretary").length;
  if (members === 0) return null;
  if (members < fewest.value)
    return `主席团成员 ${members} 人，少于 ${fewest.value} 人（${fewest.citation}），请核对成员名单`;
  return members > most.value
    ? `主席团成员 ${members} 人，多于 ${most.value} 人（${most.citation}），请核对成员名单`
    : null;
}

export const staffTarget = 3;

/** Chair, vice-chairs and secretaries in office: fewer than three is worth a word to the county [R2]. */
export function staffSentence(
  inOffice: readonly { post: string; fullTime: boolean | null }[],
): string | null {
  const staff = inOffice.filter((member) => member.post !== "member");
  if (staff.length >= staffTarget || staff.length === 0) return null;
  return `主席、副主席和秘书共 ${staff.length} 人，少于 ${staffTarget} 人`;
}

/** 地方组织法第18条: one chair, one or two vice-chairs. */
export function mayEnterTogether(post: PresidiumPost, people: number): Decision {
  if (post === "chair" && people > 1) return deny("主席只有一名，请只选一人。", "地方组织法第18条");
  if (post === "viceChair" && people > 2) return deny("副主席一至二名，请最多选两人。", "地方组织法第18条");
  return allow;
}

type Service = { post: PresidiumPost; startsOn: Day; endsOn: Day | null };

/** Nobody holds two places in the presidium at once, and nobody leaves before they came. */
export function mayServe(member: Service & { name: string }, others: readonly Service[]): Decision {
  const { name, startsOn, endsOn } = member;
  if (endsOn !== null && endsOn < startsOn) return deny("离任日期早于任职日期，请核对。");
  const clash = others.find(
    (other) => startsOn <= (other.endsOn ?? "9999-12-31") && other.startsOn <= (endsOn ?? "9999-12-31"),
  );
  return clash === undefined
    ? allow
    : deny(
        `${name}自 ${clash.startsOn} 起已任${presidiumPostLabels[clash.post]}，任期重叠。请先填写原职务的离任日期，或修改那条记录。`,
      );
}

/** A term of office is not cut to days that leave out a meeting the member was marked at. */
export const termHoldsMarks = (name: string, outside: number): Decision =>
  outside === 0
    ? allow
    : deny(`${name}在新的任职期之外有 ${outside} 次会议出席记录，请先核对日期或重新登记那些会议的出席。`);

/** Whoever was marked at a meeting was a member: they leave, they are not struck out. */
export const mayVoidMember = (name: string, marks: number): Decision =>
  marks === 0 ? allow : deny(`${name}已有 ${marks} 次会议出席记录，不能作废。离任的请填写离任日期。`);

/** A roll is called of somebody; where nobody was entered, totals may be. */
export const rollNeedsMembers = (expected: number, on: Day): Decision =>
  expected > 0
    ? allow
    : deny(`${on} 没有在任的主席团成员。请先登记主席团成员；只知道人数时可只填应到、实到。`);

/** Nobody outside the term of office can be marked. @param strangers names of those marked who were not in office */
export const onlyMembersAreMarked = (strangers: readonly string[], on: Day): Decision =>
  strangers.length === 0
    ? allow
    : deny(`${strangers.join("、")}在 ${on} 不是主席团成员，不计入应到。请核对任职日期。`);

type Marked = { name: string; startsOn: Day; endsOn: Day | null };

/** A meeting does not move to a day on which somebody marked at it was no member. */
export function dayFitsMarks(marks: readonly Marked[], on: Day): Decision {
  const outside = marks.filter(({ startsOn, endsOn }) => startsOn > on || (endsOn !== null && endsOn < on));
  const names = outside.map(({ name }) => name).join("、");
  return outside.length === 0
    ? allow
    : deny(`改到 ${on} 后，${names}当日不在任。请先核对任职日期或重新登记出席。`);
}

/** Of a hundred members so many make a meeting a well attended one, as other counties' schemes have it. */
export const attendanceBar = 85;
