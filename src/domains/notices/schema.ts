import { z } from "zod";
import { codesOf } from "@/lib/choices";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalDay,
  optionalLines,
  optionalText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { importanceLabels } from "./labels";

const said = {
  title: text(100, "标题"),
  body: lines(20_000, "正文"),
  documentNumber: optionalText(60, "文号"),
  importance: z.enum(codesOf(importanceLabels), "请选择重要程度"),
  asked: optionalLines(1000, "要求办理"),
  dueOn: optionalDay("办理期限"),
};
/** Nobody chosen is everybody. */
const townships = z.array(id).max(500, "乡镇太多").default([]);

export const yearInput = inCounty({ year: optional(year) });
export const setUpInput = inCounty({});
export const noticeInput = inCounty({ id });
export const draftInput = countyChange({ ...said, townships });
export const editInput = countyChange({ id, version, ...said, townships });
export const noticeChangeInput = countyChange({ id, version });
export const correctInput = countyChange({ id, version, ...said, note: lines(300, "更正说明") });
export const noticeReasonInput = countyChange({ id, version, reason: lines(300, "原因") });
export const removeFileInput = countyChange({ id, reason: lines(200, "原因") });

export const ownInput = inTownship({ year: optional(year) });
export const receiptInput = inTownship({ id });
export const receiptChangeInput = townshipChange({ id, version });
export const doneInput = townshipChange({
  id,
  version,
  doneOn: day("办结日期"),
  doneText: lines(2000, "办理情况"),
});

export type DraftInput = z.output<typeof draftInput>;
export type EditInput = z.output<typeof editInput>;
export type NoticeChangeInput = z.output<typeof noticeChangeInput>;
export type CorrectInput = z.output<typeof correctInput>;
export type NoticeReasonInput = z.output<typeof noticeReasonInput>;
export type RemoveFileInput = z.output<typeof removeFileInput>;
export type ReceiptChangeInput = z.output<typeof receiptChangeInput>;
export type DoneInput = z.output<typeof doneInput>;
