"use client";

import { useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { type ReactNode, useId, useState } from "react";
import type { ImportPlan, RowAnswer, RowQuestion } from "@/lib/sheets";
import { type Crumb, Crumbs } from "../detail/detail-page";
import { Panel } from "../panel";
import { ImportQuestions } from "./import-questions";
import { ImportResultPanel } from "./import-result";
import {
  type Agreed,
  checkImport,
  type FinalResult,
  type ImportProgress,
  type ImportResult,
  sendImport,
} from "./send-import";

const ImportPlanPanel = dynamic(() => import("./import-plan").then((module) => module.ImportPlanPanel), {
  ssr: false,
});

type ImportPageProps = {
  /** The importable's path, e.g. "deputies.importRows". */
  procedure: string;
  /** null where the county itself imports. */
  township: string | null;
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

/** One file with the key its import goes under, however often it is sent. */
type Chosen = { file: File; key: string };

type State =
  | { step: "choose" }
  | { step: "sending"; chosen: Chosen; progress: ImportProgress | null }
  | { step: "plan"; chosen: Chosen; plan: ImportPlan }
  | { step: "asked"; chosen: Chosen; agreed: Agreed; questions: RowQuestion[] }
  | { step: "answered"; chosen: Chosen; result: FinalResult };

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
        选择文件
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

  const answered = async (chosen: Chosen, result: Exclude<ImportResult, { kind: "asked" }>) => {
    if (result.kind === "plan") {
      setState({ step: "plan", chosen, plan: result.plan });
      return;
    }
    setState({ step: "answered", chosen, result });
    if (result.kind !== "created") return;
    await queryClient.invalidateQueries({
      predicate: ({ queryKey: [path] }) => Array.isArray(path) && affects.includes(String(path[0])),
    });
  };
  const check = async (file: File) => {
    const chosen = { file, key: crypto.randomUUID() };
    setState({ step: "sending", chosen, progress: null });
    await answered(chosen, await checkImport({ procedure, township, ...chosen }));
  };
  const write = async (chosen: Chosen, agreed: Agreed, answers: readonly RowAnswer[] = []) => {
    setState({ step: "sending", chosen, progress: null });
    const onProgress = (progress: ImportProgress) => setState({ step: "sending", chosen, progress });
    const sending = { procedure, township, ...chosen };
    const result = await sendImport(sending, { ...agreed, answers }, onProgress);
    // What was asked about some rows is answered beside what was agreed to for the file.
    if (result.kind === "asked") setState({ step: "asked", chosen, agreed, questions: result.questions });
    else await answered(chosen, result);
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
            <small>已有的表格也可以直接用：认得常见的列名，标题行、两行表头、合计和说明行不影响。</small>
          </li>
          <li>
            <strong>第二步 选择填好的文件</strong>
            <FileChoice busy={state.step === "sending"} onChoose={(file) => void check(file)} />
            <small>先读出来给您核对，确认后才写入；有一处不对就一行也不导入，并逐处指出行和列。</small>
          </li>
        </ol>
      </Panel>
      {state.step === "sending" ? (
        <Panel>
          <Progress file={state.chosen.file} progress={state.progress} />
        </Panel>
      ) : null}
      {state.step === "plan" ? (
        <ImportPlanPanel
          key={state.plan.seal + state.chosen.key}
          plan={state.plan}
          filename={state.chosen.file.name}
          unit={unit}
          onAgree={(given) => write(state.chosen, { given, seal: state.plan.seal })}
          onCancel={() => setState({ step: "choose" })}
        />
      ) : null}
      {state.step === "asked" ? (
        <ImportQuestions
          key={state.questions.map(({ line }) => line).join()}
          questions={state.questions}
          unit={unit}
          onAnswered={(answers) => void write(state.chosen, state.agreed, answers)}
          onCancel={() => setState({ step: "choose" })}
        />
      ) : null}
      {state.step === "answered" ? (
        <ImportResultPanel
          result={state.result}
          procedure={procedure}
          file={state.chosen.file}
          unit={unit}
          backHref={backHref}
          backLabel={backLabel}
        />
      ) : null}
    </div>
  );
}
