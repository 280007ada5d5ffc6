import type { MetricCode } from "./metrics";
import type { RecordType } from "./steps";

/** What is entered where a metric lacks a record; null where every step of every record counts (G2). */
export const enteredAs: Record<MetricCode, RecordType | null> = {
  A1: "session",
  A2: "session",
  A3: "presidiumMeeting",
  A4: "session",
  B1: "specialWorkReport",
  B2: "activity",
  B3: "activity",
  B4: "finding",
  B5: "appraisal",
  B6: "fiscalCheck",
  C1: "suggestion",
  C2: "suggestion",
  C3: "suggestion",
  C4: "suggestion",
  C5: "suggestion",
  C6: "suggestion",
  D1: "groupActivity",
  D2: "deputy",
  D3: "reception",
  D4: "voterOpinion",
  D5: "dutyReport",
  D6: "training",
  E1: "projectBallot",
  E2: "project",
  E3: "projectRating",
  F1: "jointPart",
  F2: "resolution",
  F3: "practice",
  G1: "planItem",
  G2: null,
  M01: "presidiumMeeting",
  M02: "annualPlan",
  M03: "deputy",
  M04: "groupActivity",
  M05: "dutyReport",
  M06: "deputyVisit",
  M07: "suggestion",
  M08: "suggestion",
  M09: "suggestion",
  M10: "suggestion",
  M11: "projectBallot",
  M12: "post",
  M13: "fund",
  M14: "reception",
  M15: "reception",
  M16: "policy",
  M17: "activity",
  M18: "appraisal",
  M19: "honour",
  M20: "appraisal",
  M21: "groupActivity",
  M22: "groupActivity",
  M23: "committeeHearing",
};

/** Records of which no row of a metric speaks: each counts with the deputy, the group or the unit that it is of. */
export const countsThrough: Partial<Record<RecordType, readonly { metric: MetricCode; by: string }[]>> = {
  training: [{ metric: "D6", by: "代表" }],
  groupActivity: [
    { metric: "D1", by: "代表小组" },
    { metric: "D2", by: "代表" },
    { metric: "M03", by: "代表" },
    { metric: "M04", by: "代表小组" },
  ],
  dutyReport: [
    { metric: "D5", by: "代表" },
    { metric: "D2", by: "代表" },
    { metric: "M03", by: "代表" },
  ],
  deputyVisit: [
    { metric: "D2", by: "代表" },
    { metric: "M03", by: "代表" },
  ],
  suggestion: [
    { metric: "M09", by: "承办单位" },
    { metric: "M10", by: "承办单位" },
  ],
  reception: [{ metric: "M15", by: "联络站" }],
  projectBallot: [{ metric: "M11", by: "项目" }],
};

/** Rows that can still be mended before the year is out; what was late stays late. */
const mendable: ReadonlySet<string> = new Set([
  ...["quarterOpen", "quarterToCome", "monthOpen", "monthToCome"],
  ...["notClosed", "notNotified", "noDueDay", "notYetDue", "noReport", "noFindings", "unsignedNone"],
  ...["inProgress", "unsettled", "promiseOpen", "ratingOpen", "notRated", "groupShort", "dutyShort"],
  ...[
    "notReported",
    "untrained",
    "planOverdue",
    "planNotDue",
    "notDeliberated",
    "notHandedOver",
    "responseOpen",
  ],
  ...[
    "fileShort",
    "groupBookMissing",
    "notReplied",
    "writtenToSome",
    "unitUnsolved",
    "unitUnsatisfied",
    "stationNever",
  ],
  ...["postVacant", "policyMissing"],
  ...["jointWaiting", "practiceNotYetUsed"],
  ...["milestonesOpen", "milestonesToCome", "milestonesNone", "unitNotAppraised", "ballotsReturned"],
  ...[
    "noAttendance",
    "documentsUnknown",
    "noticeUnknown",
    "agendaUnknown",
    "lengthUnknown",
    "presentUnknown",
  ],
]);

/** @param reason of an evidence row; "dutyShort:visit.speech" names what is short */
export const canBeMended = (reason: string): boolean => mendable.has(reason.split(":")[0] ?? "");
