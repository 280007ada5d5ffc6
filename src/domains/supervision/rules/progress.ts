import type { Day } from "@/lib/dates";
import { type FindingFacts, findingOverdueDays } from "./findings";
import { findingDueOn } from "./terms";

export type FindingStep = {
  label: string;
  state: "done" | "now" | "todo" | "skipped";
  /** the day it was done, or is due */
  day: Day | null;
  overdue: boolean;
};

const labels = ["发现", "通知", "方案", "整改", "核实", "销号"] as const;

/**
 * The six steps of a finding; the first that is not done is where it stands, and a finding opened again waits for a new
 * notice. Of one struck off on paper only what its papers tell is a step done.
 */
export function findingSteps(facts: FindingFacts & { closedOn: Day | null }, today: Day): FindingStep[] {
  const { state, occurredOn, notifiedOn, plannedOn, rectifiedOn, verifiedOn, closedOn } = facts;
  const told = state === "reopened" ? null : notifiedOn;
  const days = [occurredOn, told, plannedOn, rectifiedOn, verifiedOn, closedOn];
  const struckOff = state === "closed";
  const now = struckOff ? -1 : days.indexOf(null);
  const late = findingOverdueDays(facts, today) !== null;
  return labels.map((label, index) => {
    const day = days[index] ?? null;
    if (struckOff) return { label, state: day === null ? "skipped" : "done", day, overdue: false };
    if (index === now) return { label, state: "now", day: findingDueOn(facts), overdue: late };
    return { label, state: index < now ? "done" : "todo", day: index < now ? day : null, overdue: false };
  });
}
