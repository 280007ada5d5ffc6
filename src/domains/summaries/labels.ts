export const summaryParts = ["year", "half"] as const;
export type SummaryPart = (typeof summaryParts)[number];
export const partLabels: Readonly<Record<SummaryPart, string>> = { year: "全年", half: "上半年" };
