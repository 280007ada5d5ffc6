import { z } from "zod";
import { printedRows, pageRows } from "@/lib/listing";
import { countyChange, inCounty, inTownship, optional, page, townshipCode, year } from "@/server/trpc/inputs";
import { mapSize } from "./rules/map";
import { metricCodes } from "@/domains/figures/rules/metrics";

const townshipClass = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const metric = z.enum(metricCodes);

export const comparisonInput = inCounty({ year, class: townshipClass.default(null) });
export const homeInput = inCounty({ year });
export const todayInput = inCounty({});
/** @property of a card, a side of an imbalance or a stage of suggestions, as `/c/:county/rows` has it */
export const rowsInput = inCounty({
  of: z.string().max(60),
  township: optional(townshipCode),
  year: optional(year),
  page,
  pageSize: z.int().min(1).max(printedRows).default(pageRows),
});
const place = z.strictObject({
  code: townshipCode,
  column: z.int().min(1).max(mapSize.columns),
  row: z.int().min(1).max(mapSize.rows),
});
/** No places put the tiles in rows again. @property version of the map that was seen; null where there was none */
export const saveMapInput = countyChange({
  places: z.array(place).max(mapSize.columns * mapSize.rows, "乡镇太多"),
  version: z.int().min(1).nullable(),
});
export const yearbookInput = inCounty({ year, township: optional(townshipCode) });
export const ownYearbookInput = inTownship({ year });
export const evidenceInput = inCounty({ township: townshipCode, metric, year, page });
export const trendInput = inCounty({ township: townshipCode.nullable().default(null), metric, year });
export const ownPositionInput = inTownship({ year });
export const ownEvidenceInput = inTownship({ metric, year, page });

export type ComparisonInput = z.output<typeof comparisonInput>;
export type HomeInput = z.output<typeof homeInput>;
export type RowsInput = z.output<typeof rowsInput>;
export type SaveMapInput = z.output<typeof saveMapInput>;
export type YearbookInput = z.output<typeof yearbookInput>;
export type OwnYearbookInput = z.output<typeof ownYearbookInput>;
export type EvidenceInput = z.output<typeof evidenceInput>;
export type TrendInput = z.output<typeof trendInput>;
export type OwnPositionInput = z.output<typeof ownPositionInput>;
export type OwnEvidenceInput = z.output<typeof ownEvidenceInput>;
