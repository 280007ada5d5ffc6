export const reportKindLabels = {
  special: "专项工作报告",
  lawGovernment: "法治政府建设年度报告",
  justice: "公正司法年度报告",
} as const;

export const hearingLabels = { presidium: "主席团会议", congress: "人代会" } as const;
