import { z } from "zod";
import { inCounty, inTownship, page, townshipCode, year } from "@/server/trpc/inputs";
import { metricCodes } from "@/domains/figures/rules/metrics";

const townshipClass = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const metric = z.enum(metricCodes);

export const comparisonInput = inCounty({ year, class: townshipClass.default(null) });
export const homeInput = inCounty({ year });
export const evidenceInput = inCounty({ township: townshipCode, metric, year, page });
export const trendInput = inCounty({ township: townshipCode.nullable().default(null), metric, year });
export const ownPositionInput = inTownship({ year });
export const ownEvidenceInput = inTownship({ metric, year, page });

export type ComparisonInput = z.output<typeof comparisonInput>;
export type HomeInput = z.output<typeof homeInput>;
export type EvidenceInput = z.output<typeof evidenceInput>;
export type TrendInput = z.output<typeof trendInput>;
export type OwnPositionInput = z.output<typeof ownPositionInput>;
export type OwnEvidenceInput = z.output<typeof ownEvidenceInput>;
