"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useParams } from "next/navigation";
import { useState } from "react";
import { chosenYear, yearsOffered } from "@/lib/years";
import { useTRPC } from "@/trpc/client";
import { useMay } from "@/trpc/viewer";
import { DaySpan } from "@/ui/detail/day-span";
import { ActButton } from "@/ui/link-button";
import { type Column, DataTable } from "@/ui/list/data-table";
import { FilterBar } from "@/ui/list/filter-bar";
import { ListPage } from "@/ui/list/list-page";
import { ViewTabs } from "@/ui/list/view-tabs";
import { useUrlState } from "@/ui/list/use-url-state";
import type { tasksOfYear } from "../data/county";
import { committeeLabels, taskKindLabels } from "../labels";
import { JointTabs } from "./joint-tabs";
import { TaskTag } from "./states";
import { YearBoard } from "./year-board";

const TaskForm = dynamic(() => import("./task-form").then((module) => module.TaskForm), { ssr: false });

const views = [
  { key: "list", label: "清单" },
  { key: "gantt", label: "全年图和冲突" },
  { key: "month", label: "月历" },
  { key: "tiles", label: "按乡镇" },
] as const;

type Row = Awaited<ReturnType<typeof tasksOfYear>>["tasks"][number];

const columns: Column<Row>[] = [
  { key: "title", title: "任务", width: 18, render: ({ title }) => title },
  { key: "kind", title: "类别", render: ({ kind }) => taskKindLabels[kind] },
  { key: "committee", title: "牵头", render: ({ committee }) => committeeLabels[committee] },
  {
    key: "window",
    title: "开展时段",
    width: 13,
    render: (row) => <DaySpan from={row.windowFrom} to={row.windowUntil} />,
  },
  { key: "due", title: "成果期限", width: 8, render: ({ resultDueOn }) => resultDueOn },
  {
    key: "progress",
    title: "认定/提交/乡镇",
    render: ({ progress }) => `${progress.done} / ${progress.submitted} / ${progress.parts}`,
  },
  { key: "late", title: "逾期", render: ({ progress }) => `${progress.late} 个` },
  { key: "state", title: "状态", render: ({ state }) => <TaskTag state={state} /> },
];

/** The county's joint tasks of a year, and how far their townships are [R87]. */
export function JointYear({ currentYear }: { currentYear: number }) {
  const { filters } = useUrlState();
  const year = chosenYear(filters, currentYear);
  const view = views.find(({ key }) => key === filters["view"])?.key ?? "list";
  const { data } = useSuspenseQuery(useTRPC().jointTasks.year.queryOptions({ year }));
  const { county } = useParams<{ county: string }>();
  const may = useMay()("jointTasks:manage");
  const [adding, setAdding] = useState(false);
  const late = data.tasks.reduce((sum, { progress }) => sum + progress.late, 0);
  return (
    <ListPage
      title="联动任务"
      tabs={<JointTabs county={county} />}
      count={data.tasks.length}
      countUnit="项"
      note={late === 0 ? `${year} 年没有逾期的成果` : `${year} 年逾期未交、未认定的成果 ${late} 份`}
      filters={<FilterBar filters={[]} years={yearsOffered(data.years, currentYear)} shown={currentYear} />}
      actions={
        may ? (
          <ActButton primary shortcutNew onClick={() => setAdding(true)}>
            新建联动任务
          </ActButton>
        ) : null
      }
    >
      <ViewTabs label="看法" views={views} chosen={view} />
      {view === "list" ? (
        <DataTable
          label="联动任务"
          columns={columns}
          rows={data.tasks}
          rowKey={({ id }) => id}
          href={({ id }) => `/c/${county}/joint/${id}`}
          empty={{
            title: "还没有联动任务",
            body: "把年度监督计划里要和乡镇一起做的事项建成任务，再下发。",
          }}
        />
      ) : (
        <YearBoard data={data} view={view} county={county} may={may} />
      )}
      {adding ? <TaskForm onClose={() => setAdding(false)} /> : null}
    </ListPage>
  );
}
