import { inCounty, inTownship, optional, year } from "@/server/trpc/inputs";

export const townshipStandingInput = inTownship({ year: optional(year) });
export const countyStandingInput = inCounty({ year: optional(year) });
export type StandingInput = { year: number | null };
