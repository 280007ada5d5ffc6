import type { Face } from "@/lib/records/kind";
import { activityKindLabels, activityStateLabels, findingStateLabels } from "./labels";

export const activity = {
  type: "activity",
  name: "监督活动",
  unit: "次",
  path: "supervision",
  table: "activity",
  due: { activityReport: { what: "监督活动待出报告", act: "去办结" } },
  duty: { title: "参加视察、调研等活动", roles: { leader: "牵头", member: "参加" } },
  words: {
    fields: {
      occurredOn: "活动日期",
      lawName: "检查的法律法规",
      endedOn: "结束日期",
      leader: "带队人",
      visited: "走访数",
      isJoint: "与上级人大联动",
      unitIds: "单位",
      deputyIds: "参加代表",
      report: "活动报告",
      reportedOn: "报告日期",
      noFindings: "未发现问题",
      signerIds: "签认代表",
    },
    codes: { kind: activityKindLabels, state: activityStateLabels },
  },
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
  },
  overdue: "supervision/findings?overdue=yes",
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
    },
    codes: { state: findingStateLabels },
  },
} as const satisfies Face;
