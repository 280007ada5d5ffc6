import dynamic from "next/dynamic";
import { columnsOf, type Screens } from "@/domains/records/components/slots";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import type { ListedProject } from "../data/projects";
import { stageLabels, stageTones } from "../labels";
import { Nominate } from "./nominate";

const columns = columnsOf<ListedProject>([
  {
    key: "stage",
    title: "阶段",
    render: ({ stage, changes }) => (
      <>
        <StatusTag tone={stageTones[stage]}>{stageLabels[stage]}</StatusTag>{" "}
        {changes > 0 ? <StatusTag tone="warn">票决后有调整</StatusTag> : null}
      </>
    ),
  },
  {
    key: "nextDue",
    title: "下一节点",
    render: ({ nextDue, overdue }) => (
      <>
        {nextDue ?? <Value of="none" />}{" "}
        {overdue > 0 ? <StatusTag tone="bad">{`${overdue} 个逾期`}</StatusTag> : null}
      </>
    ),
  },
]);

/** A project's list and form are those of every kind, with these beside; its own page has steps, milestones and money. */
export const projectScreens: Screens = {
  list: {
    columns,
    actions: Nominate,
    empty: {
      title: "还没有登记民生实事项目",
      body: "先登记征集到的项目（可从 Excel 导入），再由主席团列为候选、提交人代会票决。",
    },
  },
  page: dynamic(() => import("./project-detail").then((module) => module.ProjectDetail)),
  form: {
    intro: "只有名称、年度、来源和征集日期必填；金额和内容在票决前补齐即可，票决后只能按决定调整。",
    initial: (today) => ({
      solicitedFrom: "deputies",
      occurredOn: today,
      // What is asked for in autumn is meant for the next year.
      year: Number(today.slice(0, 4)) + (today.slice(5) > "07-01" ? 1 : 0),
    }),
  },
};
