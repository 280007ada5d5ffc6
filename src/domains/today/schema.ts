export const dueKinds = [
  "suggestionAssign",
  "suggestionReply",
  "suggestionRedo",
  "suggestionRating",
  "suggestionPromise",
  "findingUnassigned",
  "findingDue",
  "findingToVerify",
  "activityReport",
  "presidiumMeeting",
  "session",
] as const;
export type DueKind = (typeof dueKinds)[number];
