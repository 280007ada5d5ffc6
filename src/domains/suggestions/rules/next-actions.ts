import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { allow, type Decision } from "@/lib/decision";
import { deferralLimit, replyDueOf } from "./deadlines";
import {
  attemptOf,
  confirmedConsultationOf,
  consultationOf,
  openDeferralOf,
  type SuggestionFacts,
  ratingDueText,
} from "./facts";
import {
  callbackNeedsClosing,
  closingNeedsSecondConsultation,
  deferralNeedsRoom,
  firstConsultationNeedsWork,
  furtherRedoNeedsPresidium,
  notRatedNeedsWindowPast,
  promiseNeedsReply,
  ratingNeedsReply,
  replyNeedsFirstConsultation,
  returnNeedsHaste,
  secondConsultationNeedsRating,
  submitNeedsDraft,
} from "./gates";
import type { SuggestionState } from "./states";

export type ActionKey =
  | "edit"
  | "submit"
  | "check"
  | "merge"
  | "assign"
  | "accept"
  | "requestReturn"
  | "reassign"
  | "keepAssignment"
  | "holdPresidium"
  | "consult"
  | "confirm"
  | "reply"
  | "requestDeferral"
  | "decideDeferral"
  | "rate"
  | "markNotRated"
  | "judgeReason"
  | "close"
  | "addPromise"
  | "fulfilPromise"
  | "verifyPromise"
  | "callBack";

/** @property by what the presidium decides its chair enters; the rest is the office's */
export type NextAction = { key: ActionKey; by: "office" | "presidium"; decision: Decision; hint?: string };

const presidiumDecides: readonly ActionKey[] = ["decideDeferral", "judgeReason"];

const may = (key: ActionKey, decision: Decision = allow, hint?: string): NextAction => {
  const by = presidiumDecides.includes(key) ? "presidium" : "office";
  return hint === undefined ? { key, by, decision } : { key, by, decision, hint };
};

function deferring(facts: SuggestionFacts, law: LawChoice): NextAction[] {
  if (openDeferralOf(facts) !== undefined) return [may("decideDeferral")];
  return [may("requestDeferral", deferralNeedsRoom(facts, replyDueOf(facts), deferralLimit(facts, law)))];
}

/** Consult, let the deputies confirm, then go on: the same three steps before the reply and before the closing. */
function consulting(facts: SuggestionFacts, round: 1 | 2, then: NextAction): NextAction[] {
  const gate = round === 1 ? firstConsultationNeedsWork(facts) : secondConsultationNeedsRating(facts);
  const confirmed = confirmedConsultationOf(facts, round);
  if (confirmed !== undefined) {
    const nth = attemptOf(facts) > 1 && round === 1 ? `第${attemptOf(facts)}次答复前的` : "";
    return [
      { ...then, hint: `${nth}面商已由代表确认（${confirmed.confirmedOn ?? confirmed.heldOn}）` },
      may("consult", gate),
    ];
  }
  if (consultationOf(facts, round) !== undefined) return [may("confirm"), then, may("consult", gate)];
  return [may("consult", gate), then];
}

function working(facts: SuggestionFacts, law: LawChoice): NextAction[] {
  const presidium = furtherRedoNeedsPresidium(facts);
  const first = presidium.allowed ? [] : [may("holdPresidium", allow, "重办后代表仍不满意")];
  const reply = may("reply", replyNeedsFirstConsultation(facts));
  return [...first, ...consulting(facts, 1, reply), ...deferring(facts, law)];
}

function afterReply(facts: SuggestionFacts, today: Day): NextAction[] {
  const notRated = may("markNotRated", notRatedNeedsWindowPast(facts, today));
  const rate = may("rate", ratingNeedsReply(facts, today), `测评期到 ${ratingDueText(facts)}`);
  const order = notRated.decision.allowed ? [notRated] : [rate, notRated];
  return [...order, may("addPromise", promiseNeedsReply(facts))];
}

function closing(facts: SuggestionFacts): NextAction[] {
  const close = may("close", closingNeedsSecondConsultation(facts));
  return [...consulting(facts, 2, close), may("addPromise", promiseNeedsReply(facts))];
}

function tracking(facts: SuggestionFacts): NextAction[] {
  const waiting = facts.promises.filter((promise) => promise.verifiedOn === null);
  const fulfilled = waiting.some((promise) => promise.fulfilledOn !== null);
  const open = waiting.some((promise) => promise.fulfilledOn === null);
  return [
    ...(fulfilled ? [may("verifyPromise")] : []),
    ...(open ? [may("fulfilPromise")] : []),
    may("addPromise"),
    ...(facts.calledBackOn === null ? [may("callBack", callbackNeedsClosing(facts))] : []),
  ];
}

type Now = { facts: SuggestionFacts; law: LawChoice; today: Day };

const submitting = ({ facts, law }: Now): NextAction => may("submit", submitNeedsDraft(facts, law));

const byState: Record<SuggestionState, (now: Now) => NextAction[]> = {
  draft: (now) => [submitting(now), may("edit")],
  returned: (now) => [may("edit", allow, "按退回原因修改后再提交"), submitting(now)],
  merged: () => [],
  submitted: () => [may("check"), may("merge")],
  checked: () => [may("assign")],
  assigned: ({ facts, law, today }) => [
    may("accept"),
    may("requestReturn", returnNeedsHaste(facts, law, today)),
    ...deferring(facts, law),
  ],
  returnRequested: () => [may("reassign"), may("keepAssignment")],
  accepted: ({ facts, law }) => working(facts, law),
  consulted: ({ facts, law }) => working(facts, law),
  redo: ({ facts, law }) => working(facts, law),
  replied: ({ facts, today }) => afterReply(facts, today),
  rated: ({ facts }) => closing(facts),
  notRated: ({ facts }) => closing(facts),
  tracking: ({ facts }) => tracking(facts),
  closed: ({ facts }) => (facts.calledBackOn === null ? [may("callBack")] : []),
};

/**
 * What can be done now, the first being the main thing; what is not allowed carries its reason. The same gates decide
 * in the commands. What came in closed is history: nothing is left to do.
 */
export function nextActions(facts: SuggestionFacts, law: LawChoice, today: Day): NextAction[] {
  if (facts.enteredClosed) return [];
  const unjudged = facts.ratings.some((r) => r.rating === "unsatisfied" && r.validReason === null);
  return [...byState[facts.state]({ facts, law, today }), ...(unjudged ? [may("judgeReason")] : [])];
}
