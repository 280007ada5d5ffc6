/** How far suggestions came, in order. */
export const suggestionStageNames = {
  raised: "提出",
  assigned: "交办",
  replied: "答复",
  satisfied: "代表满意",
  solved: "解决",
} as const;
export type SuggestionStage = keyof typeof suggestionStageNames;

type Stages = Readonly<Record<SuggestionStage, number>>;

/** How far the suggestions of a time came, in a sentence. @param when 本年 */
export function suggestionsSaid(stages: Stages, when = "本年"): string {
  if (stages.raised === 0) return `${when}没有登记代表建议。`;
  const rest = (["assigned", "replied", "satisfied", "solved"] as const)
    .map((stage) => `${suggestionStageNames[stage]} ${stages[stage]} 件`)
    .join("，");
  return `${when}代表提出建议 ${stages.raised} 件，其中${rest}。`;
}
