import { StatusTag } from "@/ui/detail/status-tag";
import { levelLabels } from "../labels";
import { type Level, levels } from "../rules/roster";

/** The levels a person serves at, highest first, as words; spelled out where no heading says what they are. */
export function LevelTags({ held, spelled = false }: { held: readonly Level[]; spelled?: boolean }) {
  const shown = levels.filter((level) => held.includes(level));
  return (
    <span className="level-tags">
      {shown.map((level) => (
        <StatusTag key={level} tone={level === "township" ? "neutral" : "info"}>
          {levelLabels[level]}
          {spelled ? "人大代表" : ""}
        </StatusTag>
      ))}
    </span>
  );
}
