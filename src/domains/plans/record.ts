import { choice, count, day, formOnly, maybe, note, pastDay, text } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";
import { itemStateLabels, originLabels, workLabels, workWords } from "./labels";
import { mostPoints } from "./rules/guidance";

const year = (label: string) =>
  count(label, "", { min: 1949, max: 2100, headers: ["计划年度", "年份"], list: "wide" });

const pointLabels = Object.fromEntries(
  Array.from({ length: mostPoints }, (_, index) => [String(index + 1), `第${index + 1}条`]),
);

const two = (month: number): string => String(month).padStart(2, "0");

/** 计划事项: what the township means to do in a month of the year, who sees to it, and why that topic. */
export const planItem = recordKind({
  type: "planItem",
  name: "计划事项",
  unit: "项",
  router: "plans",
  ahead: true,
  titleOf: ({ month, topic }) => `${month}月计划「${topic}」`,
  /** an item belongs to a month, not to a day */
  dayOf: ({ year: of, month }) => `${of}-${two(month)}-01`,
  fields: {
    topic: text("事项", 200, {
      list: "sortable",
      search: true,
      headers: ["工作事项", "计划事项", "工作内容", "主要工作", "议题", "内容"],
    }),
    kind: choice("类别", workLabels, {
      list: "sortable",
      filter: true,
      headers: ["工作类别", "类型", "工作类型"],
      alsoWritten: workWords,
    }),
    year: year("年度"),
    month: count("计划月份", "月", {
      ...{ min: 1, max: 12, list: "sortable" },
      headers: ["月份", "计划时间", "时间安排", "完成时间", "时间"],
    }),
    owner: maybe(
      text("责任人", 60, {
        inside: true,
        ...{ list: "wide", search: true },
        headers: ["负责人", "牵头人", "责任领导", "责任单位"],
      }),
    ),
    origin: maybe(choice("选题来源", originLabels, { headers: ["来源", "议题来源"] })),
    reason: maybe(note("选题理由", 500, { headers: ["理由", "选题依据", "备注"] })),
    // Its own page shows the point's words.
    guidance: formOnly(
      maybe(
        count("县指导意见", "", {
          ...{ min: 1, max: mostPoints, list: "wide", empty: "无" },
          hint: "县人大年度指导意见的第几条，没有的不填",
          headers: ["指导意见", "对应条目"],
        }),
      ),
    ),
  },
  filters: {
    state: choice("状态", itemStateLabels),
    guidance: choice("县指导意见", pointLabels),
  },
  due: { planItem: { what: "完成计划事项", act: "去办理" } },
  overdue: "plans?state=overdue",
  words: {
    fields: {
      record: "完成它的记录",
      doneOn: "完成日期",
      doneNote: "完成情况",
      changeReason: "调整理由",
      cancelReason: "取消理由",
    },
  },
});

/** 计划批准: the party committee's approval of a year's plan, and when the plan was issued [R7]. */
export const annualPlan = recordKind({
  type: "annualPlan",
  name: "计划批准",
  unit: "份",
  router: "annualPlans",
  path: "plans/approvals",
  rights: "plans",
  titleOf: ({ year: of, documentNumber }) => `${of}年人大工作计划（${documentNumber}）`,
  fields: {
    year: year("年度"),
    documentNumber: text("党委批准文号", 60, { list: "sortable", search: true, hint: "如 高党〔2026〕8号" }),
    occurredOn: pastDay("批准日期", { list: "sortable" }),
    issuedOn: maybe(day("印发日期", { list: "sortable", hint: "还没有印发的不填，印发后再补" })),
  },
});

/** 县人大指导意见: the county's own; its townships read it. */
export const guidance = {
  type: "guidance",
  name: "年度指导意见",
  unit: "份",
  path: null,
  table: "guidance",
} as const satisfies Face;
