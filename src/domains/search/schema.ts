import { inCounty, inTownship, searchText } from "@/server/trpc/inputs";

export const searchTownshipInput = inTownship({ q: searchText });
export const searchCountyInput = inCounty({ q: searchText });
export type SearchInput = { q: string };

/** Hits of one kind at most; more are found in that kind's own list. */
export const mostOfAKind = 10;
