import type { z } from "zod";
import { inCounty, inTownship, year } from "@/server/trpc/inputs";

export const matchesInput = inCounty({ year });
export const ownMatchesInput = inTownship({ year });

export type MatchesInput = z.output<typeof matchesInput>;
export type OwnMatchesInput = z.output<typeof ownMatchesInput>;
