import { z } from "zod";
import { pagedTypes } from "@/domains/registry";
import { countyChange, id, inCounty, inTownship, townshipCode, year } from "@/server/trpc/inputs";

export const scoresInput = inCounty({ year });
export const ownScoreInput = inTownship({ year });
export const townshipScoreInput = inCounty({ township: townshipCode, year });
export const recordMovesInput = inTownship({ recordType: z.enum(pagedTypes), id });
export const adoptSchemeInput = countyChange({ year });

export type ScoresInput = z.output<typeof scoresInput>;
export type OwnScoreInput = z.output<typeof ownScoreInput>;
export type AdoptSchemeInput = z.output<typeof adoptSchemeInput>;
export type TownshipScoreInput = z.output<typeof townshipScoreInput>;
export type RecordMovesInput = z.output<typeof recordMovesInput>;
