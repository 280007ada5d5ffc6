import { inCounty, inTownship, searchText } from "@/server/trpc/inputs";

export const searchTownshipInput = inTownship({ q: searchText });
export const searchCountyInput = inCounty({ q: searchText });
export type SearchInput = { q: string };

/** In the order shown. */
export const searchKinds = [
  "deputy",
  "suggestion",
  "session",
  "presidiumMeeting",
  "activity",
  "finding",
] as const;
export type SearchKind = (typeof searchKinds)[number];
/** Hits of one kind at most; more are found in that kind's own list. */
export const mostOfAKind = 10;
