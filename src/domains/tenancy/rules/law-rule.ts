import type { Day } from "@/lib/dates";

export const lawRuleKeys = [
  "suggestion.assignDays",
  "suggestion.assignDaysBetweenSessions",
  "suggestion.returnDays",
  "suggestion.replyMonths",
  "suggestion.replyMonthsComplex",
  "suggestion.replyFromSessionClose",
  "suggestion.redoMonths",
  "suggestion.ratingWindowWorkingDays",
  "session.noticeDays",
  "session.documentDays",
  "session.minDays",
  "session.perYear",
  "session.presentPercent",
  "presidium.perQuarter",
  "presidium.minMembers",
  "presidium.maxMembers",
  "bill.minDeputies",
  "plan.supervisionTopics",
  "report.responseMonths",
  "inspection.responseMonths",
  "resolution.filingDays",
  "group.activitiesPerYear",
  "opinion.answerDays",
  "petition.forwardDays",
  "petition.finishDays",
  "petition.extendDays",
] as const;

export type LawRuleKey = (typeof lawRuleKeys)[number];

export type LawRule = {
  key: LawRuleKey;
  value: number;
  unit: "days" | "months" | "workingDays" | "percent" | "count";
  law: string;
  article: string;
  effectiveFrom: Day;
  effectiveTo: Day | null;
};
