import {
  assignDue,
  type LawChoice,
  ratingWindowEnd,
  redoDue,
  replyDue,
  type WorkCalendar,
} from "@/domains/tenancy/rules/law";
import { type Day } from "@/lib/dates";
import type { SuggestionFacts } from "./facts";

export type Deadline = { dueOn: Day; citation: string };

const deadline = ({ due, citation }: { due: Day; citation: string }): Deadline => ({ dueOn: due, citation });

/** @property note what the calendar did not know, in words */
export type WorkingDeadline = Deadline & { note: string | null };

const workingDeadline = (found: { due: Day; citation: string; note: string | null }): WorkingDeadline => ({
  ...deadline(found),
  note: found.note,
});

/** Days to assign, from the close of the session it was made at, else from receipt (C1). */
export const assignDeadline = (
  facts: { receivedOn: Day; sessionClosedOn: Day | null },
  law: LawChoice,
  calendar: WorkCalendar,
): WorkingDeadline => workingDeadline(assignDue(law, facts, calendar));

/**
 * Months to reply: three, six for complex matters (代表法第51条); a province may shorten them, and Shandong counts
 * from the close of the session for what was put forward there.
 */
export const replyDeadline = (
  facts: { assignedOn: Day; complex: boolean; sessionClosedOn: Day | null },
  law: LawChoice,
): Deadline => deadline(replyDue(law, facts));

/** Months to reply anew, from the day the deputy was not satisfied. */
export const redoDeadline = (ratedOn: Day, law: LawChoice): Deadline => deadline(redoDue(law, ratedOn));

/** Working days the deputy has to rate a reply. */
export const ratingDeadline = (repliedOn: Day, law: LawChoice, calendar: WorkCalendar): WorkingDeadline =>
  workingDeadline(ratingWindowEnd(law, repliedOn, calendar));

/**
 * The latest day a deferral may ask for, and by which rule: the limit for complex matters (代表法第51条). A redo has one
 * term of its own; no law lengthens it, so it may be put off by one more term at most.
 */
export function deferralLimit(facts: SuggestionFacts, law: LawChoice): Deadline | null {
  const { assignedOn, sessionClosedOn } = facts;
  if (assignedOn === null) return null;
  if (facts.redoCount === 0) return replyDeadline({ assignedOn, complex: true, sessionClosedOn }, law);
  const refused = facts.ratings.findLast(
    ({ phase, rating }) => phase === "reply" && rating === "unsatisfied",
  );
  return refused === undefined ? null : redoDeadline(redoDeadline(refused.ratedOn, law).dueOn, law);
}

export const latestDeferral = (facts: SuggestionFacts, law: LawChoice): Day | null =>
  deferralLimit(facts, law)?.dueOn ?? null;

/** The day the reply in hand is due: the redo's day once there is a redo. */
export const replyDueOf = (facts: SuggestionFacts): Day | null =>
  facts.redoCount > 0 ? facts.redoDueOn : facts.replyDueOn;

/** A unit owes its reply from the assignment on, and anew after a redo. */
export const replyIsAwaited = ({ state }: Pick<SuggestionFacts, "state">): boolean =>
  ["assigned", "returnRequested", "accepted", "consulted", "redo"].includes(state);

/** What is due now, by the state; null when nothing waits for anybody. The same in SQL: data/overdue.ts. */
export function currentDue(facts: SuggestionFacts): Day | null {
  switch (facts.state) {
    case "draft":
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
