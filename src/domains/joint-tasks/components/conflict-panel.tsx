import { ActButton } from "@/ui/link-button";
import { Panel } from "@/ui/panel";
import type { Conflict } from "../rules/facts";
import "./joint.css";

type Props = { conflicts: readonly Conflict[]; onChoose: (visit: string) => void };

/** Everything that speaks against the year's plan, a sentence each, with the way to what may be done. */
export function ConflictPanel({ conflicts, onChoose }: Props) {
  return (
    <Panel title="冲突" note={conflicts.length === 0 ? "没有冲突" : `${conflicts.length} 处`}>
      {conflicts.length === 0 ? <p>这一年的安排没有冲突，可以下发。</p> : null}
      <ul className="joint-list">
        {conflicts.map(({ sentence, visit }) => (
          <li key={`${visit} ${sentence}`}>
            <span>{sentence}</span>
            <span className="no-print">
              <ActButton onClick={() => onChoose(visit)}>怎么办</ActButton>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
