"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { type Crumb, Crumbs } from "../detail/detail-page";
import { Panel } from "../panel";
import { ImportQuestions } from "./import-questions";
import { ImportResultPanel } from "./import-result";
import { FileChoice, PastedTable, Progress } from "./import-file";
import { type ImportProcedure, useImport } from "./use-import";

const ImportPlanPanel = dynamic(() => import("./import-plan").then((module) => module.ImportPlanPanel), {
  ssr: false,
});

type ImportPageProps = {
  /** The importable's path, e.g. "deputies.importRows". */
  procedure: ImportProcedure;
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
};

/** Template, file, progress, result: one page for everything that can be brought in from Excel. */
export function ImportPage(props: ImportPageProps) {
  const { procedure, township, title, crumbs, intro, unit, backHref, backLabel } = props;
  const { state, check, write, again } = useImport({ procedure, township });
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
            <PastedTable busy={state.step === "sending"} onChoose={(file) => void check(file)} />
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
          onAgree={(agreed) => write(state.chosen, { ...agreed, seal: state.plan.seal })}
          onCancel={again}
        />
      ) : null}
      {state.step === "asked" ? (
        <ImportQuestions
          key={state.questions.map(({ line }) => line).join()}
          questions={state.questions}
          unit={unit}
          onAnswered={(answers) => void write(state.chosen, state.agreed, answers)}
          onCancel={again}
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
          onAgain={state.resend}
        />
      ) : null}
    </div>
  );
}
