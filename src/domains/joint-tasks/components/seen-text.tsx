import { answerLabels, severityLabels } from "../labels";
import type { Seen } from "../rules/answers";

/** What somebody saw at a point, as one line. */
export function SeenText({ seen, by }: { seen: Seen; by: string }) {
  const { answer, severity, note, place } = seen;
  const words = [severity === null ? null : severityLabels[severity], note, place];
  const told = words.filter((word) => word !== null).join("，");
  return (
    <span>
      {by}：<strong>{answerLabels[answer]}</strong>
      {told === "" ? "" : `（${told}）`}
    </span>
  );
}
