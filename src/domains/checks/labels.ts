/** What a look at the papers gave. */
export const resultLabels = {
  asRecorded: "如实",
  differs: "不符",
  missing: "查无",
} as const;

export type Result = keyof typeof resultLabels;

/** What each means, beside its choice. */
export const resultHints: Record<Result, string> = {
  asRecorded: "原始材料与记录一致",
  differs: "有材料，但与记录不一致",
  missing: "找不到这件事的材料",
};
