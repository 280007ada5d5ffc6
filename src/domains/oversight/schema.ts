import { z } from "zod";
import { inCounty, inTownship } from "@/server/trpc/inputs";
import { metricCodes } from "./rules/metrics";

const year = z.int().min(1990, "年份不对").max(2100, "年份不对");
const townshipClass = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const metric = z.enum(metricCodes);
const township = z.string().regex(/^\d{9}$/, "乡镇代码应为9位数字");
const page = z.int().min(1).max(100_000).default(1);

export const comparisonInput = inCounty({ year, class: townshipClass.default(null) });
export const homeInput = inCounty({ year });
export const evidenceInput = inCounty({ township, metric, year, page });
export const trendInput = inCounty({ township: township.nullable().default(null), metric, year });
export const ownPositionInput = inTownship({ year });
export const ownEvidenceInput = inTownship({ metric, year, page });

export type ComparisonInput = z.output<typeof comparisonInput>;
export type HomeInput = z.output<typeof homeInput>;
export type EvidenceInput = z.output<typeof evidenceInput>;
export type TrendInput = z.output<typeof trendInput>;
export type OwnPositionInput = z.output<typeof ownPositionInput>;
export type OwnEvidenceInput = z.output<typeof ownEvidenceInput>;
