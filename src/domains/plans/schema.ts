import { z } from "zod";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { planItem } from "./record";

const reason = lines(200, "理由");
/** A code of ours: whatever else is sent names no kind of record. */
const recordType = z
  .string()
  .max(40)
  .regex(/^[A-Za-z]+$/, "记录的种类不对，请刷新页面后再选");

export const yearInput = inTownship({ year: optional(year) });
export const ofRecordInput = inTownship({ recordType, id });
export const linkInput = townshipChange({ id, version, recordType, recordId: id });
export const finishInput = townshipChange({
  id,
  version,
  doneOn: day("完成日期"),
  note: lines(500, "完成情况"),
});
export const adjustInput = townshipChange({
  ...{ id, version, reason },
  topic: text(planItem.fields.topic.max, planItem.fields.topic.label),
  month: z.int("月份应为整数").min(1, "月份应在 1 到 12 之间").max(12, "月份应在 1 到 12 之间"),
});
export const copyInput = townshipChange({ year });

export const coverageInput = inCounty({ year: optional(year) });
const guidanceFacts = {
  year,
  title: text(100, "标题"),
  documentNumber: optionalText(60, "文号"),
  points: lines(8000, "要点"),
};
export const saveGuidanceInput = countyChange({
  ...guidanceFacts,
  id: optional(id),
  version: optional(version),
});
export const publishGuidanceInput = countyChange({ id, version, publishedOn: day("印发日期") });

export type YearInput = z.output<typeof yearInput>;
export type OfRecordInput = z.output<typeof ofRecordInput>;
export type LinkInput = z.output<typeof linkInput>;
export type FinishInput = z.output<typeof finishInput>;
export type AdjustInput = z.output<typeof adjustInput>;
export type CopyInput = z.output<typeof copyInput>;
export type CoverageInput = z.output<typeof coverageInput>;
export type SaveGuidanceInput = z.output<typeof saveGuidanceInput>;
export type PublishGuidanceInput = z.output<typeof publishGuidanceInput>;
