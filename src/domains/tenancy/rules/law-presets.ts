import type { LawRule } from "./law-rule";

/**
 * The rules as the laws state them; which law binds a county is a choice of data, never of code. A text counts from
 * the day its present wording took effect; before that a county goes by what stood beside it. Regulations that were
 * written for the deputies of a whole province or city are followed as a model by its townships.
 */
const deputiesLaw2025 = { law: "代表法", effectiveFrom: "2025-03-11", effectiveTo: null } as const;
const petitions2022 = { law: "信访工作条例", effectiveFrom: "2022-05-01", effectiveTo: null } as const;
const organicLaw2022 = { law: "地方组织法", effectiveFrom: "2022-03-12", effectiveTo: null } as const;
const zhejiangTownship = {
  law: "浙江省乡镇人大工作条例",
  effectiveFrom: "2016-10-01",
  effectiveTo: null,
} as const;
const zhejiangDeputies = {
  law: "浙江省实施代表法办法",
  effectiveFrom: "2016-05-27",
  effectiveTo: null,
} as const;
/** Counts from a resolution's publication, which is its adoption in a township. */
const zhejiangFiling = {
  law: "浙江省各级人大常委会规范性文件备案审查规定",
  effectiveFrom: "2008-01-01",
  effectiveTo: null,
} as const;
const zhejiangSuggestions = {
  law: "浙江省代表建议办理规定",
  effectiveFrom: "2016-05-27",
  effectiveTo: null,
} as const;
const chongqingTownship = {
  law: "重庆市乡镇人大工作条例",
  effectiveFrom: "2016-03-31",
  effectiveTo: null,
} as const;
const chongqingDeputies = {
  law: "重庆市实施代表法办法",
  effectiveFrom: "2016-03-31",
  effectiveTo: null,
} as const;
const chongqingSuggestions = {
  law: "重庆市代表建议工作条例",
  effectiveFrom: "2018-01-01",
  effectiveTo: null,
} as const;
/** Revised on 19 May 2017. */
const shandongSuggestions = {
  law: "山东省代表建议办理工作条例",
  effectiveFrom: "2017-05-19",
  effectiveTo: null,
} as const;
/** Of 2015; counted from the first year that it bound as a whole. */
const shandongDeputies = {
  law: "山东省实施代表法办法",
  effectiveFrom: "2016-01-01",
  effectiveTo: null,
} as const;
const shandongTownship = {
  law: "山东省乡镇人大工作若干规定",
  effectiveFrom: "2015-12-03",
  effectiveTo: null,
} as const;
/** Before the 2025 law the same periods stood in its predecessor (2015), article 42. */
const deputiesLaw2015 = {
  law: "代表法（2015）",
  effectiveFrom: "1992-04-03",
  effectiveTo: "2025-03-10",
} as const;
const earlier = { effectiveFrom: "1979-07-01", effectiveTo: "2022-03-11" } as const;

const national: LawRule[] = [
  { key: "suggestion.replyMonths", value: 3, unit: "months", article: "第51条", ...deputiesLaw2025 },
  { key: "suggestion.replyMonths", value: 3, unit: "months", article: "第42条", ...deputiesLaw2015 },
  { key: "suggestion.replyMonthsComplex", value: 6, unit: "months", article: "第51条", ...deputiesLaw2025 },
  { key: "suggestion.replyMonthsComplex", value: 6, unit: "months", article: "第42条", ...deputiesLaw2015 },
  { key: "session.perYear", value: 2, unit: "count", article: "第14条", ...organicLaw2022 },
  { key: "session.presentPercent", value: 67, unit: "percent", article: "第14条", ...organicLaw2022 },
  { key: "session.perYear", value: 1, unit: "count", law: "地方组织法（旧）", article: "第11条", ...earlier },
  { key: "bill.minDeputies", value: 5, unit: "count", article: "第22条", ...organicLaw2022 },
  {
    key: "bill.minDeputies",
    value: 5,
    unit: "count",
    law: "地方组织法（旧）",
    article: "第18条",
    ...earlier,
  },
  { key: "petition.forwardDays", value: 15, unit: "days", article: "第22条", ...petitions2022 },
  { key: "petition.finishDays", value: 60, unit: "days", article: "第34条", ...petitions2022 },
  { key: "petition.extendDays", value: 30, unit: "days", article: "第34条", ...petitions2022 },
];

const zhejiang: LawRule[] = [
  { key: "group.activitiesPerYear", value: 3, unit: "count", article: "第19条", ...zhejiangDeputies },
  { key: "session.noticeDays", value: 7, unit: "days", article: "第20条", ...zhejiangTownship },
  { key: "session.documentDays", value: 1, unit: "days", article: "第20条", ...zhejiangTownship },
  { key: "session.minDays", value: 1, unit: "days", article: "第16条", ...zhejiangTownship },
  { key: "presidium.perQuarter", value: 1, unit: "count", article: "第24条", ...zhejiangTownship },
  { key: "presidium.minMembers", value: 7, unit: "count", article: "第8条", ...zhejiangTownship },
  { key: "presidium.maxMembers", value: 13, unit: "count", article: "第8条", ...zhejiangTownship },
  { key: "suggestion.returnDays", value: 10, unit: "days", article: "第14条", ...zhejiangSuggestions },
  { key: "suggestion.redoMonths", value: 1, unit: "months", article: "第43条", ...zhejiangDeputies },
  { key: "inspection.responseMonths", value: 3, unit: "months", article: "第24条", ...zhejiangDeputies },
  { key: "resolution.filingDays", value: 30, unit: "days", article: "第4条", ...zhejiangFiling },
];

const chongqing: LawRule[] = [
  { key: "group.activitiesPerYear", value: 4, unit: "count", article: "第43条", ...chongqingTownship },
  { key: "suggestion.replyMonths", value: 2, unit: "months", article: "第16条", ...chongqingTownship },
  { key: "suggestion.replyMonthsComplex", value: 4, unit: "months", article: "第16条", ...chongqingTownship },
  {
    key: "suggestion.assignDaysBetweenSessions",
    value: 10,
    unit: "workingDays",
    article: "第13条",
    ...chongqingSuggestions,
  },
  { key: "suggestion.redoMonths", value: 2, unit: "months", article: "第47条", ...chongqingDeputies },
  { key: "inspection.responseMonths", value: 1, unit: "months", article: "第31条", ...chongqingDeputies },
  { key: "session.noticeDays", value: 10, unit: "days", article: "第11条", ...chongqingTownship },
  { key: "session.minDays", value: 1, unit: "days", article: "第8条", ...chongqingTownship },
  { key: "presidium.perQuarter", value: 1, unit: "count", article: "第34条", ...chongqingTownship },
  { key: "presidium.minMembers", value: 7, unit: "count", article: "第30条", ...chongqingTownship },
  { key: "presidium.maxMembers", value: 11, unit: "count", article: "第30条", ...chongqingTownship },
  {
    key: "suggestion.ratingWindowWorkingDays",
    value: 20,
    unit: "workingDays",
    article: "第27条",
    ...chongqingSuggestions,
  },
];

const shandong: LawRule[] = [
  { key: "suggestion.replyMonths", value: 2, unit: "months", article: "第15条", ...shandongTownship },
  { key: "suggestion.replyMonthsComplex", value: 4, unit: "months", article: "第15条", ...shandongTownship },
  {
    key: "suggestion.assignDaysBetweenSessions",
    value: 5,
    unit: "days",
    article: "第10条",
    ...shandongSuggestions,
  },
  {
    key: "suggestion.replyFromSessionClose",
    value: 1,
    unit: "count",
    article: "第15条",
    ...shandongTownship,
  },
  { key: "inspection.responseMonths", value: 3, unit: "months", article: "第23条", ...shandongDeputies },
  { key: "presidium.minMembers", value: 7, unit: "count", article: "第8条", ...shandongTownship },
  { key: "presidium.maxMembers", value: 11, unit: "count", article: "第8条", ...shandongTownship },
];

/** What no law that binds the county settles; the source says whose practice is followed. A county may override it. */
const customary: LawRule[] = [
  { key: "suggestion.assignDays", value: 15, unit: "days" },
  { key: "suggestion.assignDaysBetweenSessions", value: 15, unit: "days" },
  { key: "suggestion.returnDays", value: 10, unit: "days" },
  { key: "suggestion.redoMonths", value: 1, unit: "months" },
  { key: "suggestion.ratingWindowWorkingDays", value: 20, unit: "workingDays" },
  { key: "suggestion.replyMonths", value: 3, unit: "months" },
  { key: "suggestion.replyMonthsComplex", value: 6, unit: "months" },
  { key: "suggestion.replyFromSessionClose", value: 0, unit: "count" },
  { key: "session.noticeDays", value: 7, unit: "days" },
  { key: "session.documentDays", value: 1, unit: "days" },
  { key: "session.minDays", value: 1, unit: "days" },
  { key: "session.perYear", value: 1, unit: "count" },
  { key: "session.presentPercent", value: 67, unit: "percent" },
  { key: "presidium.perQuarter", value: 1, unit: "count" },
  { key: "presidium.minMembers", value: 7, unit: "count" },
  { key: "presidium.maxMembers", value: 13, unit: "count" },
  { key: "bill.minDeputies", value: 5, unit: "count" },
  { key: "plan.supervisionTopics", value: 8, unit: "count" },
  { key: "report.responseMonths", value: 3, unit: "months" },
  { key: "inspection.responseMonths", value: 3, unit: "months" },
  { key: "resolution.filingDays", value: 30, unit: "days" },
  { key: "group.activitiesPerYear", value: 4, unit: "count" },
  { key: "opinion.answerDays", value: 30, unit: "days" },
  { key: "petition.forwardDays", value: 15, unit: "days" },
  { key: "petition.finishDays", value: 60, unit: "days" },
  { key: "petition.extendDays", value: 30, unit: "days" },
].map(
  (rule) =>
    ({
      ...rule,
      law: "本系统默认",
      article: "参照各省通行做法",
      effectiveFrom: "1979-07-01",
      effectiveTo: null,
    }) as LawRule,
);

export const lawPresets: Record<string, LawRule[]> = { national, zhejiang, chongqing, shandong };
export const customaryRules = customary;
