import { StatusTag } from "@/ui/detail/status-tag";
import { askStateLabels, askTones } from "../labels";
import type { AskState } from "../rules/asks";

/** How far a township is with what the county asked; a late one says by how much. */
export function AskTag({ state, late }: { state: AskState; late: number | null }) {
  if (late === null) return <StatusTag tone={askTones[state]}>{askStateLabels[state]}</StatusTag>;
  const tone = state === "answered" ? "warn" : "bad";
  return <StatusTag tone={tone}>{`${askStateLabels[state]}，迟 ${late} 天`}</StatusTag>;
}
