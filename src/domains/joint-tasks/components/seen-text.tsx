import { answerLabels } from "../labels";
import type { Seen } from "../rules/answers";
import { severityWords } from "../rules/merged";

/** What somebody saw at a point, as one line. */
export function SeenText({ seen, by }: { seen: Seen; by: string }) {
  const { answer, severity, note, place } = seen;
  const words = [severity === null ? null : severityWords[severity], note, place];
  const told = words.filter((word) => word !== null).join("，");
  return (
    <span>
      {by}：<strong>{answerLabels[answer]}</strong>
      {told === "" ? "" : `（${told}）`}
    </span>
  );
}
