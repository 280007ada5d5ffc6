import { StatusTag } from "@/ui/detail/status-tag";
import { levelLabels } from "../labels";
import { type Level, levels } from "../rules";

/** The levels a person serves at, highest first, as words. */
export function LevelTags({ held }: { held: readonly Level[] }) {
  const shown = levels.filter((level) => held.includes(level));
  return (
    <span className="level-tags">
      {shown.map((level) => (
        <StatusTag key={level} tone={level === "township" ? "neutral" : "info"}>
          {levelLabels[level]}
        </StatusTag>
      ))}
    </span>
  );
}
