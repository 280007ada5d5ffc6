import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

/**
 * An event is written down after it happened, and steps follow one another: its day lies neither in the future nor
 * before the step it follows.
 * @param what the event in Chinese, e.g. "答复日期"
 */
export function dayFollows(
  day: Day,
  before: { day: Day | null; what: string },
  today: Day,
  what: string,
): Decision {
  if (day > today)
    return about("occurredOn", deny(`${what}不能晚于今天（${today}）。请填写实际发生的日期。`));
  if (before.day !== null && day < before.day) {
    return about("occurredOn", deny(`${what}不能早于${before.what}（${before.day}）。请核对两个日期。`));
  }
  return allow;
}

/** Suggestions are handed over at the meeting or after it; not every one has a meeting. */
export const meetingIsNotAfter = (meetingOn: Day | null, assignedOn: Day): Decision =>
  meetingOn !== null && meetingOn > assignedOn ? deny("交办会日期不能晚于交办日期，请核对。") : allow;
