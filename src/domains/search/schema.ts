import { z } from "zod";
import { inCounty, inTownship } from "@/server/trpc/inputs";

const q = z.string().trim().max(100, "查找的字太多，请少于100字").default("");
export const searchTownshipInput = inTownship({ q });
export const searchCountyInput = inCounty({ q });
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
