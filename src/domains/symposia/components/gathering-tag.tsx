import { StatusTag } from "@/ui/detail/status-tag";
import { type GatheringState, stateLabels } from "../labels";

const tones = { draft: "warn", invited: "info", recorded: "good", calledOff: "neutral" } as const;

export function GatheringTag({ state }: { state: GatheringState }) {
  return <StatusTag tone={tones[state]}>{stateLabels[state]}</StatusTag>;
}
