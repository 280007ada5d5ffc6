/** How far suggestions came, in order. */
export const suggestionStageNames = {
  raised: "提出",
  assigned: "交办",
  replied: "答复",
  satisfied: "代表满意",
  solved: "解决",
} as const;
export type SuggestionStage = keyof typeof suggestionStageNames;
