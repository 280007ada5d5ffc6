/** The records behind an evidence row. */
export const recordTypes = [
  "session",
  "presidium_meeting",
  "activity",
  "finding",
  "suggestion",
  "quarter",
  "declaration",
] as const;
export type RecordType = (typeof recordTypes)[number];

/** The dated steps of records, each of which is entered on some day (G2). */
export const stepCodes = [
  "registered",
  "attendance",
  "vote",
  "election",
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
  "rated",
  "deferralRequested",
  "deferralDecided",
  "presidiumHeld",
  "closed",
  "fulfilled",
  "calledBack",
] as const;
export type StepCode = (typeof stepCodes)[number];
