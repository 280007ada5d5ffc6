import {
  choice,
  count,
  day,
  maybe,
  name,
  note,
  pastDay,
  people,
  text,
  units,
  yesNo,
} from "@/lib/records/fields";
import { unnamed } from "@/lib/records/headcounts";
import { type Face, recordKind } from "@/lib/records/kind";
import { activityKindLabels, activityStateLabels, findingStateLabels, raisedOutcomeLabels } from "./labels";

/** 监督活动: a visit or inspection; its report, and who signed that nothing was found, are steps of their own. */
export const activity = recordKind({
  type: "activity",
  name: "监督活动",
  unit: "次",
  router: "supervision",
  titleOf: ({ kind, topic }) => `${activityKindLabels[kind]}「${topic}」`,
  fields: {
    topic: text("主题", 200, { list: "sortable", search: true }),
    kind: choice("类别", activityKindLabels, { list: "sortable", filter: true }),
    occurredOn: day("活动日期", { list: "sortable" }),
    endedOn: maybe(day("结束日期", { hint: "一天内结束的不填" })),
    lawName: maybe(text("检查的法律法规", 200, { search: true })),
    deputyIds: maybe(
      people("参加代表", "activity_participant", {
        list: "count",
        owed: true,
        hint: "只列活动当天在任的代表",
      }),
    ),
    ...unnamed("deputyIds", { max: 2000 }),
    unitIds: maybe(units("受检单位", "activity_unit", { list: "wide" })),
    leader: maybe(name("带队人", { search: true })),
    place: maybe(text("地点", 100, { search: true })),
    visited: maybe(count("走访点（户）", "个", { max: 100_000 })),
    isJoint: maybe(yesNo("与上级人大联动开展")),
    handedOn: maybe(pastDay("报告交办日期")),
    respondedOn: maybe(pastDay("反馈日期")),
    response: maybe(note("反馈情况", 4000)),
  },
  steps: {
    hand: {
      name: "交办",
      act: "登记报告交办",
      day: "handedOn",
      hint: "把活动报告送交政府或受检单位研究处理的日期，反馈期限从这天算起",
    },
    respond: { name: "反馈", act: "登记反馈", day: "respondedOn", asks: ["response"], after: "hand" },
  },
  filters: { state: choice("状态", activityStateLabels) },
  planned: {
    work: {
      lawInspection: "lawInspection",
      inspectionVisit: "visit",
      investigation: "visit",
      unannouncedVisit: "visit",
      supervisionCheck: "visit",
      followUpVisit: "visit",
      workAppraisal: "appraisal",
    },
    calledOff: "cancelled",
  },
  due: {
    activityReport: { what: "监督活动待出报告", act: "去办结" },
    inspectionHandover: { what: "执法检查报告还没有交办", act: "登记交办" },
    inspectionResponse: { what: "执法检查报告待反馈", act: "登记反馈" },
  },
  duty: { title: "参加视察、调研等活动", roles: { deputyIds: "参加" }, there: ["deputyIds"] },
  words: {
    fields: {
      unitIds: "单位",
      report: "活动报告",
      reportedOn: "报告日期",
      noFindings: "未发现问题",
      signerIds: "签认代表",
    },
  },
});

const raisedFields = {
  ...{ why: "超出乡镇职权的理由", ask: "请县人大做什么", answerBy: "答复期限" },
  ...{ outcome: "处理", handledBy: "办理部门", answer: "答复" },
};

/** 上报问题: a finding beyond the township's power, as the county has it on its list. */
export const raisedFinding = {
  type: "raisedFinding",
  name: "上报问题",
  unit: "个",
  path: null,
  table: "raised_finding",
  words: { fields: raisedFields, codes: { outcome: raisedOutcomeLabels } },
} as const satisfies Face;

export const finding = {
  type: "finding",
  name: "监督问题",
  unit: "个",
  path: "supervision/findings",
  table: "finding",
  due: {
    findingUnassigned: { what: "问题还没有通知整改单位", act: "去通知" },
    findingDue: { what: "问题整改", act: "看问题" },
    findingToVerify: { what: "问题待代表核实、销号", act: "去核实" },
    raisedToReceive: { what: "乡镇上报的问题待接收", act: "去接收" },
    raisedToAnswer: { what: "乡镇上报的问题待答复", act: "去答复" },
    raisedAnswered: { what: "上报的问题县人大已答复", act: "看答复" },
  },
  overdue: "supervision/findings?overdue=yes",
  duty: { title: "核实问题整改", roles: { verified: "核实" }, there: ["verified"] },
  words: {
    fields: {
      description: "问题",
      unitId: "整改单位",
      notifiedOn: "通知日期",
      dueOn: "整改期限",
      plan: "整改方案",
      plannedOn: "方案日期",
      rectification: "整改结果",
      rectifiedOn: "整改完成日期",
      verifiedOn: "核实日期",
      verificationNote: "核实意见",
      closedOn: "销号日期",
      ...raisedFields,
    },
    codes: { state: findingStateLabels, outcome: raisedOutcomeLabels },
  },
} as const satisfies Face;
