import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";
import type { AttendanceStatus } from "../labels";

export type Mark = { status: AttendanceStatus; leaveReason: string | null };

/** Leave is a record of its own and needs a reason; presence and plain absence have none. */
export function mayMark(name: string, mark: Mark): Decision {
  if (mark.status === "leave" && mark.leaveReason === null) return deny(`请填写${name}的请假事由。`);
  return allow;
}

export type Turnout = {
  expected: number;
  present: number;
  leave: number | null;
  absent: number | null;
  /** true when only totals were entered, as in old records */
  totalsOnly: boolean;
};

/** What the database reckons of a meeting, the same for its page, its list and every figure. */
type Reckoned = {
  basis: "rollCall" | "noMandate" | "totals" | "noAttendance";
  expected: number | null;
  present: number | null;
  onLeave: number | null;
  absent: number | null;
};

/** The turnout as screens read it; null when nobody entered a roll or totals, or nobody marked was entitled. */
export function turnoutOf(reckoned: Reckoned): Turnout | null {
  const { basis, expected, present, onLeave, absent } = reckoned;
  if (expected === null || present === null) return null;
  return { expected, present, leave: onLeave, absent, totalsOnly: basis === "totals" };
}

/** Totals of old records come as a pair, and make way for marks person by person. */
export function mayEnterTotals(total: number | null, present: number | null, hasMarks: boolean): Decision {
  if ((total === null) !== (present === null)) return deny("应到和实到人数要么都填，要么都不填。");
  if (total === null || present === null) return allow;
  if (present > total) return deny(`实到 ${present} 人多于应到 ${total} 人，请核对。`);
  if (hasMarks) return deny("这次会议已逐人登记出席，人数由名单得出。请清空应到、实到两栏。");
  return allow;
}

/**
 * Who was in office by the roster was to come: totals typed for a few of them would make any attendance a full one.
 * @param known in office that day; 0 where the roster was never entered
 */
export const countsAllKnown = (
  { field, who }: { field: string; who: string },
  total: number | null,
  known: number,
): Decision =>
  total !== null && total < known
    ? about(
        field,
        deny(
          `应到 ${total} 人少于名册上当天在任的${who} ${known} 人，请核对应到人数，或改为逐人登记出席；名册有误的，先更正名册。`,
        ),
      )
    : allow;

/** What happens at a meeting can be entered from its first day on. */
export function mayEnterAfter(startsOn: Day, today: Day, what: string): Decision {
  return startsOn <= today ? allow : deny(`会议 ${startsOn} 才召开，请在召开当日或之后登记${what}。`);
}

/** A roll is called of somebody; where the mandates were never entered, totals may be. */
export const rollNeedsDeputies = (expected: number, startsOn: Day): Decision =>
  expected > 0
    ? allow
    : deny(
        `${startsOn} 没有在任的本级代表。请先在「代表」登记代表任期；只知道人数时，可修改会议填应到、实到。`,
      );

/** Nobody outside the mandate can be marked. @param strangers names of those marked who were not in office */
export const onlyExpectedAreMarked = (strangers: readonly string[], startsOn: Day): Decision =>
  strangers.length === 0
    ? allow
    : deny(`${strangers.join("、")}在 ${startsOn} 不是本级代表，不计入应到。请核对代表任期。`);

/** A session does not move to a day on which those marked present or absent were no deputies. */
export const dayFitsRoll = (outside: readonly string[], startsOn: Day): Decision =>
  outside.length === 0
    ? allow
    : deny(
        `改到 ${startsOn} 后，已登记出席或发言的${outside.slice(0, 5).join("、")}等 ${outside.length} 人当日不在任期内。请先核对代表任期，或重新登记出席和发言。`,
      );
