import type { Day } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import type { SuggestionFacts } from "./facts";

type Owed = Pick<
  SuggestionFacts,
  "state" | "enteredClosed" | "assignDueOn" | "assignedOn" | "replyDueOn" | "firstRepliedOn" | "redoDueOn"
>;

/** Struck out it would count nowhere: what missed a day stays, unless it was entered only after that day and may have slipped. */
export function voidKeepsWhatIsOwed(facts: Owed, enteredOn: Day, today: Day): Decision {
  if (facts.state === "draft" || facts.state === "returned" || facts.enteredClosed) return allow;
  const terms: readonly (readonly [what: string, dueOn: Day | null, doneOn: Day | null])[] = [
    ["交办", facts.assignDueOn, facts.assignedOn],
    ["答复", facts.replyDueOn, facts.firstRepliedOn],
    // Answered anew it waits in another state.
    ["重新答复", facts.state === "redo" ? facts.redoDueOn : null, null],
  ];
  const missed = terms.find(
    ([, dueOn, doneOn]) => dueOn !== null && enteredOn <= dueOn && (doneOn ?? today) > dueOn,
  );
  if (missed === undefined) return allow;
  const [what, dueOn] = missed;
  return deny(
    `这件建议没有在${what}期限 ${dueOn ?? ""} 前${what}，作废后会少算一件，不能作废；请继续办理，与别的建议重复的，请用「合并」。`,
  );
}
