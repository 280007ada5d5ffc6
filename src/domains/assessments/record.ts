import type { Face } from "@/lib/records/kind";
import { schemeStatusLabels } from "./labels";

export const assessmentScheme = {
  type: "assessmentScheme",
  name: "考核办法",
  unit: "份",
  path: null,
  table: "assessment_scheme",
  words: {
    fields: {
      year: "年度",
      name: "名称",
      status: "状态",
      changes: "改动",
      consultedOn: "开始征求意见",
      consultedUntil: "征求意见截止",
      decisionNumber: "决定文号",
      decisionReason: "原因",
      said: "意见",
      answer: "答复",
    },
    codes: { status: schemeStatusLabels },
  },
} as const satisfies Face;
