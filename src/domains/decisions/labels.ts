export const resolutionKindLabels = { resolution: "决议", decision: "决定" } as const;

export const filingLabels = { filed: "已报备案", unfiled: "未报备案" } as const;
