import { addDays, addMonths, type Day, utcOf } from "@/lib/dates";
import type { SuggestionFacts } from "./facts";
import type { SuggestionLaw } from "./law";

export type Deadline = { dueOn: Day; citation: string };

/** Monday to Friday; a public holiday inside the window only makes it longer for the deputy in practice. */
export function addWorkingDays(day: Day, count: number): Day {
  let current = day;
  for (let left = count; left > 0; ) {
    current = addDays(current, 1);
    const weekday = utcOf(current).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return current;
}

/** Days to assign, from the close of the session it was made at, else from receipt (C1). */
export function assignDeadline(
  facts: { receivedOn: Day; sessionClosedOn: Day | null },
  law: SuggestionLaw,
): Deadline {
  const from =
    facts.sessionClosedOn !== null && facts.sessionClosedOn > facts.receivedOn
      ? facts.sessionClosedOn
      : facts.receivedOn;
  const { value, citation } = law["suggestion.assignDays"];
  return { dueOn: addDays(from, value), citation };
}

/**
 * Months to reply: three, six for complex matters (代表法第51条); a province may shorten them, and Shandong counts
 * from the close of the session for what was put forward there.
 */
export function replyDeadline(
  facts: { assignedOn: Day; complex: boolean; sessionClosedOn: Day | null },
  law: SuggestionLaw,
): Deadline {
  const { value, citation } =
    law[facts.complex ? "suggestion.complexReplyMonths" : "suggestion.replyMonths"];
  const fromClose = law["suggestion.replyFromSessionClose"].value === 1 && facts.sessionClosedOn !== null;
  const from = fromClose ? (facts.sessionClosedOn ?? facts.assignedOn) : facts.assignedOn;
  const counted = fromClose ? ",自会议闭会之日起" : "";
  return { dueOn: addMonths(from, value), citation: `${value}个月(${citation}${counted})` };
}

/** Months to reply anew, from the day the deputy was not satisfied. */
export function redoDeadline(ratedOn: Day, law: SuggestionLaw): Deadline {
  const { value, citation } = law["suggestion.redoMonths"];
  return { dueOn: addMonths(ratedOn, value), citation: `${value}个月(${citation})` };
}

/** Working days the deputy has to rate a reply. */
export function ratingDeadline(repliedOn: Day, law: SuggestionLaw): Deadline {
  const { value, citation } = law["suggestion.ratingWorkingDays"];
  return { dueOn: addWorkingDays(repliedOn, value), citation: `${value}个工作日(${citation})` };
}

/** The latest day a deferral may ask for: the limit for complex matters. */
export function latestDeferral(facts: SuggestionFacts, law: SuggestionLaw): Day | null {
  if (facts.assignedOn === null || facts.redoCount > 0) return null;
  return replyDeadline(
    { assignedOn: facts.assignedOn, complex: true, sessionClosedOn: facts.sessionClosedOn },
    law,
  ).dueOn;
}

/** The day the reply in hand is due: the redo's day once there is a redo. */
export const replyDueOf = (facts: SuggestionFacts): Day | null =>
  facts.redoCount > 0 ? facts.redoDueOn : facts.replyDueOn;

/** What is due now, by the state; null when nothing waits for anybody. */
export function currentDue(facts: SuggestionFacts): Day | null {
  switch (facts.state) {
    case "submitted":
    case "checked":
      return facts.assignDueOn;
    case "assigned":
    case "returnRequested":
    case "accepted":
    case "consulted":
    case "redo":
      return replyDueOf(facts);
    case "replied":
      return facts.ratingDueOn;
    case "tracking":
      return (
        facts.promises
          .filter((promise) => promise.verifiedOn === null)
          .map((promise) => promise.dueOn)
          .toSorted()[0] ?? null
      );
    default:
      return null;
  }
}
