import { z } from "zod";
import {
  countyChange,
  countyImportRows,
  day,
  id,
  inCounty,
  optionalText,
  searchText,
  text,
  version,
} from "@/server/trpc/inputs";

export const settingsInput = inCounty({});
export const townshipsInput = inCounty({
  q: searchText,
  withMerged: z.boolean().default(false),
});

const amount = (label: string, max: number) =>
  z.number(`${label}应为数字`).min(0, `${label}不能为负`).max(max, `${label}过大，请核对单位`).nullable();

const townshipFacts = {
  name: text(40, "名称"),
  shortName: text(10, "简称"),
  kind: z.enum(["township", "ethnicTownship", "town", "subdistrict"]),
  class: z.int().min(1).max(3).nullable(),
  population: z.int("人口应为整数").min(0).max(5_000_000).nullable(),
  areaKm2: amount("面积", 100_000),
  outputWan: amount("产值", 100_000_000),
  sourceNote: optionalText(200, "数据来源"),
};

export const addTownshipInput = countyChange({
  code: z.string().regex(/^\d{9}$/, "乡镇代码为9位数字（县6位+乡镇3位）"),
  ...townshipFacts,
});
export const importTownshipsInput = countyImportRows;
export const editTownshipInput = countyChange({ id, version, ...townshipFacts });
export const mergeTownshipInput = countyChange({ id, version, intoId: id, mergedOn: day("并入日期") });

const thresholds = z.strictObject({
  population: amount("人口", 5_000_000),
  outputWan: amount("产值", 100_000_000),
  areaKm2: amount("面积", 100_000),
});
export const classRuleInput = countyChange({
  first: thresholds,
  second: thresholds,
  needed: z.int().min(1).max(3),
});

export type AddTownshipInput = z.infer<typeof addTownshipInput>;
export type ImportTownshipsInput = z.infer<typeof importTownshipsInput>;
export type EditTownshipInput = z.infer<typeof editTownshipInput>;
export type MergeTownshipInput = z.infer<typeof mergeTownshipInput>;
export type ClassRuleInput = z.infer<typeof classRuleInput>;
export type TownshipsInput = z.infer<typeof townshipsInput>;
