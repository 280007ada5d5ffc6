import type { Day } from "@/lib/dates";

/** A number the law gives, and where it says so. */
export type LawValue = { value: number; citation: string };

export const lawKeys = [
  "suggestion.assignDays",
  "suggestion.replyMonths",
  "suggestion.complexReplyMonths",
  "suggestion.replyFromSessionClose",
  "suggestion.redoMonths",
  "suggestion.returnDays",
  "suggestion.ratingWorkingDays",
  "suggestion.dissatisfactionLimit",
  "suggestion.billSigners",
] as const;
export type LawKey = (typeof lawKeys)[number];
export type SuggestionLaw = Record<LawKey, LawValue>;

export type LawOverride = { ruleKey: string; value: number; reason: string; validFrom: Day };

/**
 * What holds where neither the state nor the province says anything is the platform's own default and is cited as
 * such; a county changes it with a reason.
 */
const national: SuggestionLaw = {
  "suggestion.assignDays": { value: 15, citation: "平台默认,参照重庆市建议工作条例第13条" },
  "suggestion.replyMonths": { value: 3, citation: "代表法第51条" },
  "suggestion.complexReplyMonths": { value: 6, citation: "代表法第51条" },
  "suggestion.replyFromSessionClose": { value: 0, citation: "代表法第51条" },
  "suggestion.redoMonths": { value: 1, citation: "平台默认,参照浙江省实施代表法办法第43条" },
  "suggestion.returnDays": { value: 10, citation: "平台默认,参照浙江省建议办理规定第14条" },
  "suggestion.ratingWorkingDays": { value: 20, citation: "平台默认,参照重庆市建议工作条例第27条" },
  "suggestion.dissatisfactionLimit": { value: 3, citation: "平台默认:一年超过2件代表不满意且无正当理由的,取消评先资格" },
  "suggestion.billSigners": { value: 5, citation: "地方组织法第22条" },
};

const provinces: Record<string, Partial<SuggestionLaw>> = {
  zhejiang: {
    "suggestion.redoMonths": { value: 1, citation: "浙江省实施代表法办法第43条" },
    "suggestion.returnDays": { value: 10, citation: "浙江省建议办理规定第14条" },
  },
  chongqing: {
    "suggestion.assignDays": { value: 15, citation: "重庆市建议工作条例第13条" },
    "suggestion.replyMonths": { value: 2, citation: "重庆市乡镇人大工作条例第16条" },
    "suggestion.complexReplyMonths": { value: 4, citation: "重庆市乡镇人大工作条例第16条" },
    "suggestion.redoMonths": { value: 2, citation: "重庆市实施代表法办法第47条" },
    "suggestion.ratingWorkingDays": { value: 20, citation: "重庆市建议工作条例第27条" },
  },
  shandong: {
    "suggestion.replyMonths": { value: 2, citation: "山东省乡镇人大工作条例第15条" },
    "suggestion.complexReplyMonths": { value: 4, citation: "山东省乡镇人大工作条例第15条" },
    "suggestion.replyFromSessionClose": { value: 1, citation: "山东省乡镇人大工作条例第15条" },
  },
};

/**
 * The law of a county on a day: the national values, the province's over them, the county's own over both.
 * @param province "zhejiang", "chongqing", "shandong"; any other has the national values
 * @param overrides the latest one valid on the day counts
 */
export function suggestionLawOf(province: string, overrides: readonly LawOverride[], day: Day): SuggestionLaw {
  const law = { ...national, ...provinces[province] };
  const dated = overrides
    .filter((override) => override.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  for (const override of dated) {
    const key = lawKeys.find((known) => known === override.ruleKey);
    if (key !== undefined) law[key] = { value: override.value, citation: `本县规定:${override.reason}` };
  }
  return law;
}
