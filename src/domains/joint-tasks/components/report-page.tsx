"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { recordHref } from "@/domains/registry";
import { useTRPC } from "@/trpc/client";
import { useCommand } from "@/trpc/use-command";
import { useMay } from "@/trpc/viewer";
import { DetailPage } from "@/ui/detail/detail-page";
import { NextAction } from "@/ui/detail/next-action";
import { StatusTag } from "@/ui/detail/status-tag";
import { exportHref } from "@/ui/list/export-href";
import { Panel } from "@/ui/panel";
import type { Merged } from "../data/merged";
import { sectionLabels } from "../labels";
import { ReportTables } from "./report-tables";

const ReportEditor = dynamic(() => import("./report-editor").then((module) => module.ReportEditor), {
  ssr: false,
});

function Text({ sections }: Pick<Merged, "sections">) {
  return sections.map(({ code, text }) => (
    <section key={code}>
      <h3>{sectionLabels[code]}</h3>
      {text === "" ? (
        <p className="soft">还没有写。</p>
      ) : (
        text.split("\n").map((line, index) => <p key={`${index} ${line}`}>{line}</p>)
      )}
    </section>
  ));
}

/** Each sentence of the figures with the records it was counted from, and whether the report still says it. */
function Statements({ statements }: Pick<Merged, "statements">) {
  return (
    <ul>
      {statements.map(({ text, refs, inText }) => (
        <li key={text}>
          {text} {inText ? null : <StatusTag tone="warn">报告里没有这句，或者数字已变</StatusTag>}
          {refs.length === 0 ? null : (
            <details className="no-print">
              <summary>{`看 ${refs.length} 条记录`}</summary>
              <ul>
                {refs.map(({ type, id, township, name }) => (
                  <li key={id}>
                    <a href={recordHref(township, type, id) ?? "#"}>{name}</a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Versions({ versions }: Pick<Merged, "versions">) {
  return versions.map(({ version, by, on, issuedOn, changes }) => (
    <details key={version}>
      <summary>{`第 ${version} 版，${by}，${on}${issuedOn === null ? "" : `，${issuedOn} 印发`}`}</summary>
      {changes.every(({ lines }) => lines.length === 0) ? (
        <p className="soft">没有改动，或是第一版。</p>
      ) : null}
      {changes.map(({ code, lines }) =>
        lines.map(({ kind, text }, index) => (
          <p key={`${code} ${index}`}>
            {sectionLabels[code]}：{kind === "out" ? <del>{text}</del> : <ins>{text}</ins>}
          </p>
        )),
      )}
    </details>
  ));
}

/** 汇总报告: the townships' results brought together, written here and issued. */
export function ReportPage({ county, id }: { county: string; id: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.jointTasks.merged.queryOptions({ id }));
  const issue = useCommand(trpc.jointTasks.issueReport.mutationOptions());
  const may = useMay()("jointTasks:manage");
  const [editing, setEditing] = useState(false);
  const { task, version, issuedOn, versions } = data;
  const open = may && issuedOn === null && task.state === "reporting";
  const edit = { label: version === 0 ? "写汇总报告" : "修改汇总报告", onClick: () => setEditing(true) };
  const send = { label: "印发", onClick: () => issue.run({ id, version }) };
  return (
    <DetailPage
      crumbs={[
        { label: "联动任务", href: `/c/${county}/joint?year=${task.year}` },
        { label: task.title, href: `/c/${county}/joint/${id}` },
        { label: "汇总报告" },
      ]}
      title={`${task.title}：汇总报告`}
      tag={
        <StatusTag tone={issuedOn === null ? "info" : "good"}>
          {issuedOn === null ? (version === 0 ? "自动起草" : `第 ${version} 版草稿`) : `${issuedOn} 已印发`}
        </StatusTag>
      }
      actions={
        <a className="btn" href={exportHref("jointTasks.exportReport", { id })} download>
          下载（Word）
        </a>
      }
      next={open ? <NextAction primary={edit} secondary={version === 0 ? [] : [send]} /> : null}
    >
      <Panel title="正文">
        <Text sections={data.sections} />
      </Panel>
      <ReportTables figures={data.figures} />
      <Panel title="每句话的依据">
        <Statements statements={data.statements} />
      </Panel>
      {versions.length === 0 ? null : (
        <Panel title="各版的修改" className="no-print">
          <Versions versions={versions} />
        </Panel>
      )}
      {editing ? <ReportEditor data={data} onClose={() => setEditing(false)} /> : null}
    </DetailPage>
  );
}
