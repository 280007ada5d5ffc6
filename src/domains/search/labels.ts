import type { SearchKind } from "./schema";

export const searchKindLabels: Record<SearchKind, string> = {
  deputy: "代表",
  suggestion: "建议",
  session: "人代会",
  presidiumMeeting: "主席团会议",
  activity: "监督活动",
  finding: "监督问题",
};
