import { groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";
import {
  answerLabels,
  committeeLabels,
  ratingLevelLabels,
  taskKindLabels,
  taskStateLabels,
  verdictLabels,
} from "./labels";
import { severityWords } from "./rules/merged";

const fields = {
  ...{ title: "任务", kind: "类别", lawName: "法律法规", basis: "依据", committee: "牵头" },
  ...{ windowFrom: "开展时段起", windowUntil: "开展时段止", resultDueOn: "成果期限", ask: "要求" },
  ...{
    members: "县级参加人员",
    checklist: "检查要点",
    checklistName: "检查清单",
    planItem: "年度监督计划事项",
  },
  ...{ visitFrom: "到乡镇第一天", visitUntil: "到乡镇最后一天", units: "受检单位", state: "状态" },
  ...{ bureaus: "被评部门", sections: "汇总报告", level: "哪一级代表", ratedOn: "评议日期", lines: "票数" },
};

/** 联动任务: the county's own; the township's part in it has the page. */
export const jointTask = {
  type: "jointTask",
  name: "县级联动任务",
  unit: "项",
  path: null,
  table: "joint_task",
  due: {
    jointJudge: { what: "联动成果待认定", act: "去认定" },
    jointAnswer: { what: "联动改期待答复", act: "去答复" },
    jointStart: { what: "暗访待开始", act: "去开始" },
    jointVerify: { what: "联动任务的问题已整改，等乡镇代表核实", act: "看任务" },
    jointCollect: { what: "联动任务还有成果没交", act: "去看看" },
  },
  words: {
    fields,
    codes: { kind: taskKindLabels, state: taskStateLabels, committee: committeeLabels },
    lists: { "jointTasks.draft": "乡镇", "jointTasks.edit": "乡镇" },
  },
} as const satisfies Face;

/** 联动任务 as one township carries it out. */
export const jointPart = {
  type: "jointPart",
  name: "联动任务",
  unit: "项",
  path: "joint",
  under: groups.supervision,
  table: "joint_part",
  due: {
    jointAccept: { what: "县联动任务待接受", act: "去答复" },
    jointCarryOut: { what: "县联动任务待开展", act: "去开展" },
    jointSubmit: { what: "县联动任务成果待提交", act: "去提交" },
    jointReturned: { what: "县联动任务成果退回补充", act: "去补充" },
  },
  words: {
    fields: {
      ...fields,
      ...{ acceptedOn: "接受日期", proposedFrom: "建议第一天", proposedUntil: "建议最后一天" },
      ...{
        proposedWhy: "理由",
        agreed: "同意",
        answerWhy: "答复",
        resultText: "成果",
        submittedOn: "提交日期",
      },
      ...{ verdict: "认定", verdictWhy: "意见", why: "理由" },
      ...{ answer: "检查结果", severity: "轻重", note: "说明", place: "地点", seenOn: "查看日期" },
    },
    codes: {
      ...{ verdict: verdictLabels, state: taskStateLabels, level: ratingLevelLabels },
      ...{ answer: answerLabels, severity: severityWords },
    },
  },
} as const satisfies Face;

export const jointChecklist = {
  type: "jointChecklist",
  name: "检查清单",
  unit: "份",
  path: null,
  table: "joint_checklist",
  words: { fields: { name: "名称", lawName: "法律法规", items: "要点" } },
} as const satisfies Face;

export const countyMark = {
  type: "countyMark",
  name: "不宜检查的日子",
  unit: "段",
  path: null,
  table: "county_mark",
  words: { fields: { name: "名称", fromOn: "第一天", untilOn: "最后一天", townships: "乡镇" } },
} as const satisfies Face;

export const burdenLimit = {
  type: "burdenLimit",
  name: "检查频次上限",
  unit: "项",
  path: null,
  table: "burden_limit",
  words: {
    fields: {
      townshipPerYear: "一个乡镇一年",
      gapDays: "两次相隔",
      unitPerYear: "一个单位一年",
      papersPerYear: "表格、报告一年",
    },
  },
} as const satisfies Face;
