"use client";

import Link from "next/link";
import { useState } from "react";
import { Panel } from "../panel";
import { ActButton } from "../link-button";
import { type ImportFault, type ImportResult, saveMarked } from "./send-import";

const shownFaults = 200;

function FaultList({ errors, total }: { errors: readonly ImportFault[]; total: number }) {
  return (
    <>
      <ol className="import-faults">
        {errors.slice(0, shownFaults).map((fault, index) => (
          <li key={index}>{fault.message}</li>
        ))}
      </ol>
      {total > shownFaults ? (
        <p className="soft">
          这里列出前 {shownFaults} 处，共 {total} 处；其余见下载的标注文件。
        </p>
      ) : null}
    </>
  );
}

type Props = {
  result: ImportResult;
  procedure: string;
  file: File;
  unit: string;
  backHref: string;
  backLabel: string;
};

/** What came of the file: all rows are in, or which cells to mend first. */
export function ImportResultPanel({ result, procedure, file, unit, backHref, backLabel }: Props) {
  const [saving, setSaving] = useState<string | null>(null);
  if (result.kind === "created") {
    return (
      <Panel title="导入完成">
        <p role="status">
          已导入 {result.created.toLocaleString("zh-CN")} {unit}，一行不少。
        </p>
        {result.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <p>
          <Link className="btn btn-primary" href={backHref}>
            {backLabel}
          </Link>
        </p>
      </Panel>
    );
  }
  if (result.kind === "refused") {
    return (
      <Panel title="没有导入">
        <p role="alert">{result.message}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={`有 ${result.total} 处要改`}
      note={`「${file.name}」一行也没有导入，改好后把整个文件再传一次。`}
      extra={
        <ActButton
          onClick={() =>
            void saveMarked(procedure, file, result.errors).then((problem) => setSaving(problem))
          }
        >
          下载标注错误的文件
        </ActButton>
      }
    >
      <div role="alert" className="stack">
        {saving ? <p>{saving}</p> : null}
        <FaultList errors={result.errors} total={result.total} />
        {result.ignored.length > 0 ? (
          <p className="soft">这些列不认识，不会导入：{result.ignored.join("、")}</p>
        ) : null}
      </div>
    </Panel>
  );
}
