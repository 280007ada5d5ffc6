/**
 * Where a suggestion stands, from being written to being closed (requirement R68). `consulted` means that the
 * deputies confirmed the consultation before the reply that is due now, so it is passed again in every redo.
 */
export const suggestionStates = [
  "draft",
  "submitted",
  "returned",
  "merged",
  "checked",
  "assigned",
  "returnRequested",
  "accepted",
  "consulted",
  "replied",
  "redo",
  "rated",
  "notRated",
  "tracking",
  "closed",
] as const;
export type SuggestionState = (typeof suggestionStates)[number];

export const suggestionKinds = ["suggestion", "bill"] as const;
export type SuggestionKind = (typeof suggestionKinds)[number];

export const suggestionOrigins = ["session", "intersession", "reception", "group", "visit"] as const;
export type SuggestionOrigin = (typeof suggestionOrigins)[number];

export const suggestionCategories = [
  "construction",
  "transport",
  "water",
  "agriculture",
  "environment",
  "education",
  "health",
  "welfare",
  "culture",
  "safety",
  "economy",
  "governance",
  "other",
] as const;
export type SuggestionCategory = (typeof suggestionCategories)[number];

/** A solved, B being solved with a promise, C planned with a promise, D explained, E beyond power and reported up (R75). */
export const outcomes = ["A", "B", "C", "D", "E"] as const;
export type Outcome = (typeof outcomes)[number];
/** B and C are promises with days; D and E say why, and to whom it was reported up. */
export const isPromise = (outcome: string | null | undefined): boolean => outcome === "B" || outcome === "C";
export const needsExplaining = (outcome: string | null | undefined): boolean =>
  outcome === "D" || outcome === "E";

export const ratingWords = ["satisfied", "basic", "unsatisfied"] as const;
export type RatingWord = (typeof ratingWords)[number];

/** What a deputy enters through a one-time link cannot be entered for them by the office. */
export const officeRatingMethods = ["paper", "phone"] as const;
export type OfficeRatingMethod = (typeof officeRatingMethods)[number];
export const ratingMethods = [...officeRatingMethods, "link"] as const;
export type RatingMethod = (typeof ratingMethods)[number];

export const consultationMethods = ["visit", "onSite", "meeting", "phone"] as const;
export type ConsultationMethod = (typeof consultationMethods)[number];

export const officeConfirmMethods = ["signature", "phone"] as const;
export type OfficeConfirmMethod = (typeof officeConfirmMethods)[number];
export const confirmMethods = [...officeConfirmMethods, "link"] as const;
export type ConfirmMethod = (typeof confirmMethods)[number];

export const unitKinds = [
  "government",
  "department",
  "village",
  "institution",
  "enterprise",
  "other",
] as const;
export type UnitKind = (typeof unitKinds)[number];
