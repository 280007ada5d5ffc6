import type { z } from "zod";
import { countyChange, inCounty, inTownship, year } from "@/server/trpc/inputs";

export const scoresInput = inCounty({ year });
export const ownScoreInput = inTownship({ year });
export const adoptSchemeInput = countyChange({ year });

export type ScoresInput = z.output<typeof scoresInput>;
export type OwnScoreInput = z.output<typeof ownScoreInput>;
export type AdoptSchemeInput = z.output<typeof adoptSchemeInput>;
