import { Panel } from "@/ui/panel";
import type { LineChange } from "@/lib/line-changes";
import type { Around } from "../data/own";

type Changes = readonly { part: string; lines: readonly LineChange[] }[];

/** What became of a text, part by part: lines that went and lines that came. */
export function ChangedLines({ changes }: { changes: Changes }) {
  return changes.map(({ part, lines }) => (
    <div key={part}>
      <h3>{part}</h3>
      {lines
        .filter(({ kind }) => kind !== "same")
        .map(({ kind, text }, at) => (
          <p key={at}>{kind === "out" ? <del>{text}</del> : <ins>{text}</ins>}</p>
        ))}
    </div>
  ));
}

/** Every published edition with what it changed, closed until somebody asks. */
export function VersionsPanel({ versions }: Pick<Around, "versions">) {
  if (versions.length === 0) return null;
  return (
    <Panel title="各版" className="no-print">
      {versions.map(({ id, number, publishedOn, publishedByName, changes }) => (
        <details key={id}>
          <summary>{`第 ${number} 版，${publishedOn} 由${publishedByName}发布`}</summary>
          {changes.length === 0 ? (
            <p className="soft">{number === 1 ? "第一版。" : "文字没有改动。"}</p>
          ) : (
            <ChangedLines changes={changes} />
          )}
        </details>
      ))}
    </Panel>
  );
}
