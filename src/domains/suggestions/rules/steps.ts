import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { Day } from "@/lib/dates";
import { redoDeadline, replyDueOf } from "./deadlines";
import { confirmedConsultationOf, lastRatingOf, lastReplyOf, type SuggestionFacts } from "./facts";

export type SuggestionStep = {
  key: string;
  label: string;
  state: "done" | "now" | "todo" | "skipped";
  /** the day it was done, or is due */
  day: Day | null;
  due: boolean;
  overdue: boolean;
};

type Plan = { key: string; label: string; doneOn: Day | null; dueOn?: Day | null };

function ratedOnOf(facts: SuggestionFacts): Day | null {
  const reply = lastReplyOf(facts);
  const rating = facts.ratings.findLast(
    ({ phase, attempt }) => phase === "reply" && attempt === reply?.attempt,
  );
  return rating?.ratedOn ?? facts.notRatedOn;
}

const heldOnOf = (facts: SuggestionFacts, round: number): Day | null =>
  confirmedConsultationOf(facts, round)?.heldOn ?? null;

/** After a redo the consultation and the reply shown are those of the new attempt, and are named so. */
function plansOf(facts: SuggestionFacts): Plan[] {
  const submitted = facts.state !== "draft" && facts.state !== "returned";
  const redone = facts.redoCount > 0;
  return [
    { key: "raise", label: "提出", doneOn: submitted ? facts.receivedOn : null },
    { key: "check", label: "三关审核", doneOn: submitted ? facts.checkedOn : null },
    {
      key: "assign",
      label: "交办",
      doneOn: facts.assignedOn,
      dueOn: facts.assignDueOn,
    },
    { key: "accept", label: "三落实", doneOn: facts.acceptedOn },
    { key: "consult1", label: redone ? "重办面商" : "首次面商", doneOn: heldOnOf(facts, 1) },
    {
      key: "reply",
      label: redone ? "重新答复" : "答复",
      doneOn: lastReplyOf(facts)?.repliedOn ?? null,
      dueOn: replyDueOf(facts),
    },
    {
      key: "rate",
      label: "代表测评",
      doneOn: ratedOnOf(facts),
      dueOn: facts.ratingDueOn,
    },
    { key: "consult2", label: "再次面商", doneOn: heldOnOf(facts, 2) },
    { key: "close", label: "办结", doneOn: facts.closedOn },
  ];
}

/** Of a matter brought in closed only what its papers tell is a step done; nothing is still to come. */
const recalled = ({ key, label, doneOn }: Plan): SuggestionStep => ({
  key,
  label,
  state: doneOn === null && key !== "close" ? "skipped" : "done",
  day: doneOn,
  due: false,
  overdue: false,
});

/** The nine steps of the detail's bar; the first that is not done is where it stands. */
export function stepsOf(facts: SuggestionFacts, today: Day): SuggestionStep[] {
  const plans = plansOf(facts);
  if (facts.enteredClosed) return plans.map(({ key, label, doneOn }) => recalled({ key, label, doneOn }));
  const current = facts.state === "merged" ? -1 : plans.findIndex((plan) => plan.doneOn === null);
  return plans.map((plan, index) => {
    const { key, label, doneOn } = plan;
    if (doneOn !== null && (current < 0 || index < current)) {
      return { key, label, state: "done", day: doneOn, due: false, overdue: false };
    }
    if (facts.state === "merged")
      return { key, label, state: "skipped", day: null, due: false, overdue: false };
    const dueOn = plan.dueOn ?? null;
    const state = index === current ? "now" : "todo";
    const shown = index === current || key === "reply" ? dueOn : null;
    return { key, label, state, day: shown, due: true, overdue: shown !== null && shown < today };
  });
}

/** The second lane: the last redo in a sentence, with its term; null when there was none (R73). */
export function redoLane(facts: SuggestionFacts, law: LawChoice, comment: string | null): string | null {
  if (facts.redoCount === 0) return null;
  const rating = facts.ratings.findLast((r) => r.phase === "reply" && r.rating === "unsatisfied");
  const ratedOn = rating?.ratedOn ?? lastRatingOf(facts)?.ratedOn;
  if (ratedOn === undefined) return null;
  const nth = facts.redoCount === 1 ? "首次答复" : `第${facts.redoCount}次答复`;
  const words = comment === null ? "" : `（代表：${comment.replace(/。$/, "")}）`;
  const term = redoDeadline(ratedOn, law);
  return `重办${facts.redoCount === 1 ? "一" : facts.redoCount}次：${ratedOn} ${nth}「不满意」${words}，应于${term.dueOn}前重新答复（${term.citation}）`;
}
