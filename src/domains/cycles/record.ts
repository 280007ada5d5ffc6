import type { Face } from "@/lib/records/kind";
import { noteKindNames } from "./rules/self-assessing";
import { stageNames } from "./rules/stages";

export const assessmentCycle = {
  type: "assessmentCycle",
  name: "年度考核",
  unit: "年",
  path: null,
  table: "assessment_cycle",
  due: {
    selfAssessment: {
      what: "年度考核自评待提交",
      act: "去自评",
      page: { read: "assessment/self", write: "assessment/self" },
    },
    assessmentAppeal: {
      what: "年度考核初步结果，可以申诉",
      act: "去查看",
      page: { read: "assessment/appeal", write: "assessment/appeal" },
    },
    cycleStage: { what: "年度考核这一阶段到期", act: "去推进" },
  },
  words: {
    fields: {
      ...{ stage: "阶段", from: "开始", until: "截止", ranking: "公布范围", awards: "表彰" },
      ...{ meetingOn: "会议日期", meetingNumber: "会议", percent: "评议团占比", hash: "摘要" },
    },
    codes: { stage: stageNames },
  },
} as const satisfies Face;

export const selfAssessment = {
  type: "selfAssessment",
  name: "考核自评",
  unit: "份",
  path: null,
  table: "self_assessment",
  words: { fields: { reopenedUntil: "退回后截止", reopenReason: "退回原因" } },
} as const satisfies Face;

export const selfNote = {
  type: "selfNote",
  name: "自评意见",
  unit: "条",
  path: null,
  table: "self_note",
  filed: true,
  words: {
    fields: { indicator: "指标", kind: "意见", text: "说明", recordId: "记录" },
    codes: { kind: noteKindNames },
  },
} as const satisfies Face;

export const assessmentAppeal = {
  type: "assessmentAppeal",
  name: "考核申诉",
  unit: "件",
  path: null,
  table: "assessment_appeal",
  filed: true,
  words: {
    fields: {
      ...{ indicator: "指标", grounds: "申诉理由", recordId: "记录", upheld: "成立", reason: "理由" },
      ...{ pointsBefore: "原得分", pointsAfter: "改为", found: "审查情况" },
    },
  },
} as const satisfies Face;

export const cycleReviewer = {
  type: "cycleReviewer",
  name: "考核评审",
  unit: "份",
  path: null,
  table: "cycle_reviewer",
  words: { fields: { seat: "席位", accountName: "评审人", value: "评定", reason: "理由", item: "事项" } },
} as const satisfies Face;
