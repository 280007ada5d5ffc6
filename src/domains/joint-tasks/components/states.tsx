import { StatusTag } from "@/ui/detail/status-tag";
import { partStateLabels, taskStateLabels } from "../labels";
import type { PartState, TaskState } from "../rules/progress";

const partTones: Partial<Record<PartState, "good" | "warn" | "bad" | "info">> = {
  ...{ done: "good", waiting: "warn", proposed: "warn", returned: "warn", hidden: "warn" },
} as const;

/** How far a township's part is; a late one says by how much. */
export function PartTag({ state, late }: { state: PartState; late: number | null }) {
  if (late !== null && state !== "done")
    return <StatusTag tone="bad">{`${partStateLabels[state]}，逾期 ${late} 天`}</StatusTag>;
  return <StatusTag tone={partTones[state] ?? "info"}>{partStateLabels[state]}</StatusTag>;
}

export function TaskTag({ state }: { state: TaskState }) {
  return <StatusTag tone={state === "closed" ? "good" : "info"}>{taskStateLabels[state]}</StatusTag>;
}

export const spanText = (from: string, until: string): string =>
  from === until ? from : `${from} 至 ${until}`;
