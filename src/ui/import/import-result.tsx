"use client";

import Link from "next/link";
import { holdsMore } from "@/lib/sheets";
import { Panel } from "../panel";
import { ActButton } from "../link-button";
import { pastedName } from "./import-file";
import { ProblemLine } from "../states/problem-text";
import { LeftOutList } from "./left-out-list";
import { type FinalResult, type ImportFault, type ImportResult, saveMarked } from "./send-import";

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

type CreatedProps = {
  result: Extract<ImportResult, { kind: "created" }>;
  unit: string;
  backHref: string;
  backLabel: string;
};

/** All is in; what the file holds besides is named once more, and the links lead to what was imported. */
function Created({ result, unit, backHref, backLabel }: CreatedProps) {
  const { created, notes, links, leftOut } = result;
  const loses = leftOut !== null && holdsMore(leftOut);
  const shown = links.length > 0 ? links : [{ label: backLabel, query: "" }];
  return (
    <Panel title="导入完成">
      <div className="stack">
        <p role="status">
          {notes.length > 0 ? "新登记" : "已导入"} {created.toLocaleString("zh-CN")} {unit}
          {loses ? "，下面列出的内容没有导入。" : notes.length > 0 ? "。" : "，一行不少。"}
        </p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {loses ? <LeftOutList leftOut={leftOut} /> : null}
        <p className="row">
          {shown.map(({ label, query }, index) => (
            <Link
              key={label}
              className={index === 0 ? "btn btn-primary" : "btn"}
              href={query === "" ? backHref : `${backHref}?${query}`}
            >
              {label}
            </Link>
          ))}
        </p>
      </div>
    </Panel>
  );
}

type Props = {
  result: FinalResult;
  procedure: string;
  file: File;
  unit: string;
  backHref: string;
  backLabel: string;
  /** sends the same once more: what was agreed to and answered is kept */
  onAgain: () => void;
};

/** What came of the file: all rows are in, or which cells to mend first. */
export function ImportResultPanel({ result, procedure, file, unit, backHref, backLabel, onAgain }: Props) {
  if (result.kind === "created") {
    return <Created result={result} unit={unit} backHref={backHref} backLabel={backLabel} />;
  }
  if (result.kind === "refused") {
    return (
      <Panel title="没有导入">
        <div className="stack">
          <ProblemLine problem={result.problem} />
          <span>
            <ActButton onClick={onAgain}>再试一次</ActButton>
          </span>
        </div>
      </Panel>
    );
  }
  return (
    <Panel
      title={`有 ${result.total} 处要改`}
      note={
        file.name === pastedName
          ? "一行也没有导入。请在上面粘贴的内容里改好，再读取一次。"
          : `「${file.name}」一行也没有导入，改好后把整个文件再传一次。`
      }
      extra={
        <ActButton onClick={() => saveMarked(procedure, file, result.errors)}>下载标注错误的文件</ActButton>
      }
    >
      <div role="alert" className="stack">
        <FaultList errors={result.errors} total={result.total} />
        {result.ignored.length > 0 ? (
          <p className="soft">这些列不认识，不会导入：{result.ignored.join("、")}</p>
        ) : null}
      </div>
    </Panel>
  );
}
