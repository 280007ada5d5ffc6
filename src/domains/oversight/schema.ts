import { z } from "zod";
import { pageRows, printedRows } from "@/lib/listing";
import {
  countyChange,
  id,
  inCounty,
  inTownship,
  optional,
  page,
  text,
  townshipCode,
  version,
  year,
} from "@/server/trpc/inputs";
import { mapSize } from "./rules/map";
import { metricCodes } from "@/domains/figures/rules/metrics";
import { mostMetrics, mostTownships, mostYears } from "./rules/choice";

const townshipClass = z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable();
const metric = z.enum(metricCodes);

export const comparisonInput = inCounty({ year, class: townshipClass.default(null) });
export const homeInput = inCounty({ year });
export const todayInput = inCounty({});
/** @property of a card, a side of an imbalance or a stage of suggestions, as `/c/:county/rows` has it */
export const rowsInput = inCounty({
  of: text(60, "要看的数字"),
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
  version: version.nullable(),
});
export const yearbookInput = inCounty({ year, township: optional(townshipCode) });
export const ownYearbookInput = inTownship({ year });
export const evidenceInput = inCounty({ township: townshipCode, metric, year, page });
export const trendInput = inCounty({ township: townshipCode.nullable().default(null), metric, year });
export const ownPositionInput = inTownship({ year });
export const ownEvidenceInput = inTownship({ metric, year, page });

const once = (values: readonly unknown[]): boolean => new Set(values).size === values.length;

const choice = {
  metrics: z
    .array(metric)
    .min(1, "请至少选一个指标")
    .max(mostMetrics, `一次最多比较 ${mostMetrics} 个指标`)
    .refine(once, "指标选重了"),
  years: z
    .array(year)
    .min(1, "请至少选一个年份")
    .max(mostYears, `一次最多比较 ${mostYears} 个年份`)
    .refine(once, "年份选重了"),
  class: townshipClass,
  townships: z
    .array(townshipCode)
    .max(mostTownships, `一次最多选 ${mostTownships} 个乡镇`)
    .refine(once, "乡镇选重了"),
};

export const anyInput = inCounty(choice);
export const choicesInput = inCounty({});
export const savedInput = inCounty({ id });
export const saveInput = countyChange({
  id: id.nullable(),
  version: version.nullable(),
  name: text(60, "名称"),
  shared: z.boolean(),
  choice: z.strictObject(choice),
});
export const strikeInput = countyChange({ id, version });

export type AnyInput = z.output<typeof anyInput>;
export type SavedInput = z.output<typeof savedInput>;
export type SaveInput = z.output<typeof saveInput>;
export type StrikeInput = z.output<typeof strikeInput>;
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
