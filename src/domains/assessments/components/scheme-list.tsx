"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { StatusTag } from "@/ui/detail/status-tag";
import { ActButton, LinkButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { ListPage } from "@/ui/list/list-page";
import { schemeStatusLabels, schemeTones } from "../labels";
import type { Version } from "../data/schemes";

const StartScheme = dynamic(() => import("./start-scheme").then((module) => module.StartScheme), {
  ssr: false,
});
const ReadScheme = dynamic(() => import("./start-scheme").then((module) => module.ReadScheme), {
  ssr: false,
});

const lastStep = (one: Version): string => {
  if (one.publishedOn !== null) return `${one.publishedOn} 公布${one.inForce ? "，现行" : ""}`;
  if (one.status === "consultation") return `${one.consultedUntil ?? ""} 截止`;
  return one.editedByName === null ? `${one.enteredByName} 起草` : `${one.editedByName} 改过`;
};

const columns: Column<Version>[] = [
  { key: "name", title: "方案", width: 20, render: ({ name }) => name },
  { key: "year", title: "年度", render: ({ year, edition }) => `${year} 年第 ${edition} 版` },
  { key: "subject", title: "考核对象", render: ({ subject }) => subjectLabels[subject] },
  {
    key: "status",
    title: "状态",
    render: ({ status }) => <StatusTag tone={schemeTones[status]}>{schemeStatusLabels[status]}</StatusTag>,
  },
  { key: "last", title: "经过", render: lastStep },
  {
    key: "decision",
    title: "决定文号",
    wideOnly: true,
    render: ({ decisionNumber }) => decisionNumber ?? "–",
  },
];

/** Every version of every year's scheme, and how a new one begins. */
export function SchemeList({ base }: { base: string }) {
  const { data } = useSuspenseQuery(useTRPC().assessments.schemes.queryOptions({}));
  const [dialog, setDialog] = useState<"start" | "file" | null>(null);
  const manage = useMay()("assessments:manage");
  const list = `${base}/assessment/scheme`;
  const close = () => setDialog(null);
  return (
    <ListPage
      title="考核方案"
      crumbs={[{ label: "年度考核", href: `${base}/assessment` }, { label: "考核方案" }]}
      note="当年 3 月 31 日前公布；公布后谁也不能改，只能按决定另出一版"
      actions={
        manage ? (
          <>
            <ActButton onClick={() => setDialog("file")}>从方案文件导入</ActButton>
            <LinkButton href={`${list}/import`}>从 Excel 导入</LinkButton>
            <ActButton primary shortcutNew onClick={() => setDialog("start")}>
              起草方案
            </ActButton>
          </>
        ) : null
      }
    >
      <DataTable
        label="考核方案"
        columns={columns}
        rows={data.versions}
        rowKey={({ id }) => id}
        href={({ id }) => `${list}/${id}`}
        empty={{
          title: "还没有自己的方案",
          body: "现在按默认方案计分。可以从默认方案、往年方案或文件开始起草。",
        }}
      />
      {dialog === "start" ? (
        <StartScheme versions={data.versions} year={data.year} list={list} onClose={close} />
      ) : null}
      {dialog === "file" ? <ReadScheme year={data.year} list={list} onClose={close} /> : null}
    </ListPage>
  );
}
