import type { Day } from "@/lib/dates";

/** The days of a special report, as its row has them. */
export type ReportDays = {
  occurredOn: Day;
  opinionOn: Day | null;
  handedOn: Day | null;
  respondedOn: Day | null;
  implementedOn: Day | null;
};

export const reportStageLabels = {
  planned: "待听取",
  heard: "待审议",
  deliberated: "已审议",
  handed: "已交办",
  responded: "已反馈",
  implemented: "已落实",
} as const;
export type ReportStage = keyof typeof reportStageLabels;

/** How far a report is, by its days alone [R24]. */
export function reportStage(days: ReportDays, today: Day): ReportStage {
  if (days.implementedOn !== null) return "implemented";
  if (days.respondedOn !== null) return "responded";
  if (days.handedOn !== null) return "handed";
  if (days.opinionOn !== null) return "deliberated";
  return days.occurredOn > today ? "planned" : "heard";
}

export const reportTones = {
  planned: "info",
  heard: "warn",
  deliberated: "info",
  handed: "info",
  responded: "good",
  implemented: "good",
} as const satisfies Record<ReportStage, string>;
