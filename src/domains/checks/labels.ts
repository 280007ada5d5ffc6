import type { spotResultLabels } from "@/domains/figures/rules/spot-results";

export type Result = keyof typeof spotResultLabels;

/** What each means, beside its choice. */
export const resultHints: Record<Result, string> = {
  asRecorded: "原始材料与记录一致",
  differs: "有材料，但与记录不一致",
  missing: "找不到这件事的材料",
};
