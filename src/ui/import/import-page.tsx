"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useId, useState } from "react";
import type { RowAnswer } from "@/lib/sheets";
import { type Crumb, Crumbs } from "../detail/detail-page";
import { Panel } from "../panel";
import { ImportQuestions } from "./import-questions";
import { ImportResultPanel } from "./import-result";
import { type ImportProgress, type ImportResult, sendImport } from "./send-import";

type ImportPageProps = {
  /** The importable's path, e.g. "deputies.importRows". */
  procedure: string;
  township: string;
  title: string;
  crumbs: readonly Crumb[];
  /** What to know before filling in: one or two sentences. */
  intro: ReactNode;
  /** What a row becomes is counted in: 人, 件 … */
  unit: string;
  backHref: string;
  backLabel: string;
  /** Routers whose lists the import makes stale. */
  affects: readonly string[];
};

type State =
  | { step: "choose" }
  | { step: "sending"; file: File; progress: ImportProgress | null }
  | { step: "answered"; file: File; result: ImportResult };

function Progress({ file, progress }: { file: File; progress: ImportProgress | null }) {
  return (
    <div role="status" className="stack">
      <p>
        {progress === null
          ? `正在读取并核对「${file.name}」…`
          : `正在写入：${progress.done} / ${progress.total} 行。请不要关闭页面。`}
      </p>
      <progress
        className="import-progress"
        aria-label="导入进度"
        {...(progress === null ? {} : { value: progress.done, max: progress.total })}
      />
    </div>
  );
}

function FileChoice({ busy, onChoose }: { busy: boolean; onChoose: (file: File) => void }) {
  const id = useId();
  return (
    <div className="uploader">
      <input
        id={id}
        type="file"
        accept=".xlsx,.csv"
        className="visually-hidden"
        disabled={busy}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) onChoose(file);
        }}
      />
      <label htmlFor={id} className="btn btn-primary">
        选择文件并导入
      </label>
      <small>.xlsx 或 .csv，不超过 10 MB、10,000 行</small>
    </div>
  );
}

/** Template, file, progress, result: one page for everything that can be brought in from Excel. */
export function ImportPage(props: ImportPageProps) {
  const { procedure, township, title, crumbs, intro, unit, backHref, backLabel, affects } = props;
  const queryClient = useQueryClient();
  const [state, setState] = useState<State>({ step: "choose" });

  const send = async (file: File, answers: readonly RowAnswer[] = []) => {
    setState({ step: "sending", file, progress: null });
    const key = crypto.randomUUID();
    const result = await sendImport({ procedure, township, file, key, answers }, (progress) =>
      setState({ step: "sending", file, progress }),
    );
    setState({ step: "answered", file, result });
    if (result.kind !== "created") return;
    await queryClient.invalidateQueries({
      predicate: ({ queryKey: [path] }) => Array.isArray(path) && affects.includes(String(path[0])),
    });
  };
  return (
    <div className="stack form-page">
      <header className="detail-head">
        <Crumbs items={crumbs} />
        <h1>{title}</h1>
        <p className="soft">{intro}</p>
      </header>
      <Panel>
        <ol className="import-steps">
          <li>
            <strong>第一步 下载模板，按表头填写</strong>
            <span>
              <a className="btn" href={`/api/import/${procedure}/template`} download>
                下载模板
              </a>
            </span>
            <small>已有的表格也可以直接用，只要表头的列名相同；标题行、空行、序号列不影响。</small>
          </li>
          <li>
            <strong>第二步 选择填好的文件</strong>
            <FileChoice busy={state.step === "sending"} onChoose={(file) => void send(file)} />
            <small>先核对全部内容，有一处不对就一行也不导入，并逐处指出行和列。</small>
          </li>
        </ol>
      </Panel>
      {state.step === "sending" ? (
        <Panel>
          <Progress file={state.file} progress={state.progress} />
        </Panel>
      ) : null}
      {state.step === "answered" && state.result.kind === "asked" ? (
        <ImportQuestions
          key={state.result.questions.map(({ line }) => line).join()}
          questions={state.result.questions}
          unit={unit}
          onAnswered={(answers) => void send(state.file, answers)}
          onCancel={() => setState({ step: "choose" })}
        />
      ) : null}
      {state.step === "answered" && state.result.kind !== "asked" ? (
        <ImportResultPanel
          result={state.result}
          procedure={procedure}
          file={state.file}
          unit={unit}
          backHref={backHref}
          backLabel={backLabel}
        />
      ) : null}
    </div>
  );
}
