import { type Day, yearOf } from "@/lib/dates";
import { allow, type Decision, firstDenial } from "@/lib/decision";
import {
  type ActivityFacts,
  cancelNeedsAPlan,
  completingNeedsItsDay,
  mayEditActivity,
  mayReopenActivity,
  notBeforeItsDay,
} from "./activities";
import { type FindingAction, findingActionsIn, type FindingState, mayEditFinding, mayFind } from "./findings";

export type ActivityAction = "complete" | "addFinding" | "addClosed";
export type ActivityChange = "edit" | "cancel" | "reopen" | "void";
export type FindingChange = "edit" | "void";

type Next<Offer> = { main: Offer | null; others: Offer[] };

/**
 * What comes next for an activity; what is not allowed carries its reason. The same rules decide in the commands. Nothing
 * comes after a cancelled one.
 */
export function activityNext(
  facts: ActivityFacts,
  today: Day,
): Next<{ key: ActivityAction; decision: Decision }> | null {
  if (facts.state === "cancelled") return null;
  const main =
    facts.state === "planned"
      ? { key: "complete" as const, decision: completingNeedsItsDay(facts, today) }
      : null;
  if (facts.noFindings) return { main, others: [] };
  const find = firstDenial(notBeforeItsDay(facts, today, "登记问题"), mayFind(facts, today, today));
  const others = [{ key: "addFinding" as const, decision: find }];
  // Only an earlier year's activity has problems that were struck off on paper.
  const earlier = yearOf(facts.occurredOn) < yearOf(today);
  return { main, others: earlier ? [...others, { key: "addClosed", decision: allow }] : others };
}

const open = <Key>(offers: readonly (readonly [Key, Decision])[]): Key[] =>
  offers.flatMap(([key, decision]) => (decision.allowed ? [key] : []));

/** What may be changed of an activity beside its next step; why it cannot be struck out is told when it is tried. */
export const activityChanges = (facts: ActivityFacts): ActivityChange[] =>
  open([
    ["edit", mayEditActivity(facts)],
    ["cancel", cancelNeedsAPlan(facts)],
    ["reopen", mayReopenActivity(facts)],
    ["void", allow],
  ]);

/** What comes next for a finding, the expected step first; a finding struck off asks for nothing, but may come back. */
export function findingNext(state: FindingState): Next<FindingAction> {
  const [first, ...rest] = findingActionsIn(state);
  if (first === undefined) return { main: null, others: [] };
  return state === "closed" ? { main: null, others: [first, ...rest] } : { main: first, others: rest };
}

export const findingChanges = (facts: { state: FindingState }): FindingChange[] =>
  open([
    ["edit", mayEditFinding(facts)],
    ["void", allow],
  ]);
