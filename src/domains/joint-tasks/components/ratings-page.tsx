"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { classLabel } from "@/domains/tenancy/labels";
import { useTRPC } from "@/trpc/client";
import { DetailPage } from "@/ui/detail/detail-page";
import { exportHref } from "@/ui/list/export-href";
import { type Column, DataTable } from "@/ui/list/data-table";
import { Panel } from "@/ui/panel";
import type { ratings } from "../data/ratings";
import { ratingLevelLabels, percentText } from "../labels";
import { fewest } from "../rules/merged";
import { type RatingLevel, type Sum } from "../rules/ratings";

type Row = Awaited<ReturnType<typeof ratings>>["rows"][number];
type Groups = Row["levels"];

const turnout = ({ returned: of, issued: n }: Sum) => percentText({ of, n });
const satisfied = (one: Sum) => percentText({ of: one.satisfied, n: one.voiced });

const columns: Column<Row>[] = [
  {
    key: "rank",
    title: "名次",
    render: ({ rank, tied }) => (rank === null ? "票太少" : `${tied ? "并列 " : ""}${rank}`),
  },
  { key: "bureau", title: "部门", width: 12, render: ({ bureau }) => bureau },
  { key: "turnout", title: "收回", width: 12, render: turnout },
  { key: "satisfied", title: "满意", width: 12, render: satisfied },
  { key: "basic", title: "基本满意", render: ({ basic }) => basic },
  { key: "dissatisfied", title: "不满意", render: ({ dissatisfied }) => dissatisfied },
  { key: "abstained", title: "弃权", render: ({ abstained }) => abstained },
];

const told = ({ shown, kept }: Groups, said: (name: string) => string): string =>
  [
    ...shown.map((one) => `${said(one.name)} ${satisfied(one)}`),
    ...(kept.length === 0 ? [] : [`${kept.map(said).join("、")}不单列`]),
  ].join("；");

const groupColumns: Column<Row>[] = [
  { key: "bureau", title: "部门", width: 12, render: ({ bureau }) => bureau },
  {
    key: "levels",
    title: "按代表级别",
    width: 18,
    render: ({ levels }) => told(levels, (name) => ratingLevelLabels[name as RatingLevel]),
  },
  {
    key: "classes",
    title: "按乡镇类别",
    width: 18,
    render: ({ classes }) => told(classes, (name) => classLabel(name === "" ? null : Number(name))),
  },
  {
    key: "townships",
    title: "按乡镇",
    width: 26,
    render: ({ townships }) => told(townships, (name) => name),
  },
];

const empty = { title: "还没有票数", body: "乡镇填报、县里认定以后，票数在这里合计。" };

/** The county's roll-up of what townships' deputies think of its bureaus [R88]. */
export function RatingsPage({ county, id }: { county: string; id: string }) {
  const { data } = useSuspenseQuery(useTRPC().jointTasks.ratings.queryOptions({ id }));
  const { task, rows, asked, counted } = data;
  return (
    <DetailPage
      crumbs={[
        { label: "联动任务", href: `/c/${county}/joint?year=${task.year}` },
        { label: task.title, href: `/c/${county}/joint/${id}` },
        { label: "评议结果" },
      ]}
      title={`${task.title}：评议结果`}
      actions={
        <a className="btn" href={exportHref("jointTasks.exportRatings", { id })} download>
          下载（Excel）
        </a>
      }
    >
      <Panel title={`全县合计（${asked} 个乡镇中 ${counted} 个已认定）`}>
        <DataTable
          label="全县合计"
          columns={columns}
          rows={rows}
          rowKey={({ bureau }) => bureau}
          empty={empty}
        />
        <p className="soft">
          满意率 = 满意票 ÷（收回票 − 弃权票）。先比满意率，再比满意和基本满意；都相同的并列。
        </p>
      </Panel>
      <Panel title="分组满意率">
        <DataTable
          label="分组满意率"
          columns={groupColumns}
          rows={rows}
          rowKey={({ bureau }) => bureau}
          empty={empty}
        />
        <p className="soft">{`不足 ${fewest} 票的不单列；只有一组不足的，连同票数最少的另一组一起不单列，免得倒推出来。`}</p>
      </Panel>
    </DetailPage>
  );
}
