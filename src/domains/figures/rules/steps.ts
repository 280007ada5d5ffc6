/** What is behind an evidence row: a kind of record, or a quarter without a meeting, or a township's word that there was none. */
export type RecordType =
  | "session"
  | "presidiumMeeting"
  | "activity"
  | "finding"
  | "suggestion"
  | "deputy"
  | "training"
  | "planItem"
  | "annualPlan"
  | "specialWorkReport"
  | "resolution"
  | "fiscalCheck"
  | "project"
  | "projectBallot"
  | "projectRating"
  | "deputyGroup"
  | "reception"
  | "voterOpinion"
  | "groupActivity"
  | "dutyReport"
  | "deputyVisit"
  | "dutyDispute"
  | "dutyInspection"
  | "sessionTask"
  | "appraisal"
  | "appraisalOutcome"
  | "handlingUnit"
  | "petition"
  | "countyPetition"
  | "jointPart"
  | "practice"
  | "station"
  | "post"
  | "fund"
  | "policy"
  | "honour"
  | "committeeHearing"
  | "month"
  | "quarter"
  | "declaration";

/** The dated steps of records, each of which is entered on some day (G2). */
export const stepCodes = [
  "registered",
  "attendance",
  "vote",
  "election",
  "speech",
  "reported",
  "notified",
  "planned",
  "rectified",
  "verified",
  "struckOff",
  "checked",
  "assigned",
  "accepted",
  "returnRequested",
  "consulted",
  "confirmed",
  "replied",
  "answered",
  "rated",
  "deferralRequested",
  "deferralDecided",
  "presidiumHeld",
  "closed",
  "fulfilled",
  "calledBack",
  "planDone",
  "deliberated",
  "handedOver",
  "responded",
  "implemented",
  "filed",
  "concluded",
  "taskDone",
  "nominated",
  "completed",
  "milestoneDone",
  "projectEvent",
  "sent",
  "noted",
  "extended",
  "finished",
  "settled",
] as const;
export type StepCode = (typeof stepCodes)[number];
