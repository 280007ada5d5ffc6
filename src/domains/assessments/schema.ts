import type { z } from "zod";
import { countyChange, inCounty, inTownship, optionalLines, year } from "@/server/trpc/inputs";

export const scoresInput = inCounty({ year });
export const ownScoreInput = inTownship({ year });
export const adoptSchemeInput = countyChange({ year });
export const freezeInput = inCounty({ year });
export const ownFreezeInput = inTownship({ year });
export const freezeYearInput = countyChange({ year, note: optionalLines(500, "封存说明") });

export type FreezeInput = z.output<typeof freezeInput>;
export type OwnFreezeInput = z.output<typeof ownFreezeInput>;
export type FreezeYearInput = z.output<typeof freezeYearInput>;
export type ScoresInput = z.output<typeof scoresInput>;
export type OwnScoreInput = z.output<typeof ownScoreInput>;
export type AdoptSchemeInput = z.output<typeof adoptSchemeInput>;
