import dynamic from "next/dynamic";
import { columnsOf, type Screens } from "@/domains/records/components/slots";
import { StatusTag } from "@/ui/detail/status-tag";
import { Value } from "@/ui/detail/value";
import type { ActivityStanding } from "../data/activities";
import { activityStateText } from "../labels";
import { laterFields } from "@/lib/records/steps";
import { activity } from "../record";
import { EarlierReport, LawName } from "./activity-fields";

const columns = columnsOf<ActivityStanding>([
  {
    key: "findings",
    title: "发现问题",
    unit: "个",
    align: "number",
    sortable: true,
    render: (row) => (row.noFindings ? <Value of="none" /> : <Value of={row.findings} />),
  },
  {
    key: "openFindings",
    title: "未销号",
    unit: "个",
    align: "number",
    render: (row) => <Value of={row.openFindings} />,
  },
  {
    key: "state",
    title: "状态",
    render: (row) => {
      const { tone, text } = activityStateText(row);
      return (
        <>
          <StatusTag tone={tone}>{text}</StatusTag>{" "}
          {row.enteredClosed ? <StatusTag tone="warn">补录已办结</StatusTag> : null}
        </>
      );
    },
  },
]);

/** An activity's list and form are those of every kind, with these beside; its own page has steps and findings. */
export const activityScreens: Screens = {
  list: {
    columns,
    sorts: ["findings"],
    empty: { title: "没有监督活动", body: "登记一次视察或执法检查，问题清单和代表履职档案随之生成。" },
  },
  page: dynamic(() => import("./activity-detail").then((module) => module.ActivityDetail)),
  form: {
    intro: "计划中的活动也可以先登记，开展后再补报告和问题。",
    /** A visit may be asked for with the units it goes to, as after an appraisal. */
    initial: (today, { topic, unitIds }) => ({
      kind: "inspectionVisit",
      occurredOn: today,
      ...(topic === undefined ? {} : { topic }),
      ...(unitIds === undefined || unitIds === "" ? {} : { unitIds: unitIds.split(",") }),
    }),
    fields: { lawName: LawName },
    // Handing the report on is a step of the activity's page; what was told there can be corrected.
    folded: {
      keys: laterFields(activity),
      summary: "报告的交办和反馈",
      needed: (record) => (record?.facts["handedOn"] ?? null) !== null,
    },
    more: {
      asked: EarlierReport,
      sent: ({ report, reportedOn }, record) => (record === null ? { report, reportedOn } : {}),
    },
  },
};
