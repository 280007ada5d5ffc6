import type { Day } from "@/lib/dates";
import { stageOf, type StageFacts } from "./stage";

export type ProjectStep = {
  label: string;
  state: "done" | "now" | "todo" | "skipped";
  day: Day | null;
  note: string | null;
};

/** The six steps of a project; the first that is not done is where it stands, and of one that ended early the rest is skipped. */
export function projectSteps(facts: StageFacts, ratedOn: Day | null): ProjectStep[] {
  const { occurredOn, nominatedOn, votedOn, chosenOn, milestones, verified, completedOn } = facts;
  const stage = stageOf(facts);
  const carried = milestones > 0 && verified === milestones ? (completedOn ?? votedOn) : null;
  const share = milestones > 0 ? `节点 ${verified}/${milestones}` : null;
  const days: [label: string, day: Day | null, note: string | null][] = [
    ["征集", occurredOn, null],
    ["候选", nominatedOn, null],
    ["票决", votedOn, votedOn !== null && chosenOn === null ? "未入选" : null],
    ["实施", completedOn ?? carried, share],
    ["完成", completedOn, null],
    ["测评", ratedOn, null],
  ];
  const now = days.findIndex(([, day]) => day === null);
  const ended = stage === "notChosen" || stage === "dropped";
  return days.map(([label, day, note], index) => {
    if (day !== null) return { label, state: "done", day: label === "实施" ? null : day, note };
    if (ended) return { label, state: "skipped", day: null, note };
    return { label, state: index === now ? "now" : "todo", day: null, note };
  });
}
