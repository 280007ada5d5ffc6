import { z } from "zod";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { codesOf } from "@/lib/choices";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalLines,
  optionalText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { requestKindLabels } from "./labels";

const townships = z.array(id).max(500, "乡镇太多").default([]);
const title = text(100, "名称");
const ask = lines(2000, "要什么");

export const requestsInput = inCounty({ year: optional(year) });
export const requestInput = inCounty({ id });
/** What is about to be asked; it may still be half written. */
export const heldInput = inCounty({
  title: optionalText(100, "名称"),
  ask: optionalLines(2000, "要什么"),
  townships,
});
export const sendInput = countyChange({
  title,
  kind: z.enum(codesOf(requestKindLabels), "请选择表格、数据或书面报告"),
  ask,
  basis: optionalText(300, "依据"),
  committee: z.enum(codesOf(committeeLabels), "请选择牵头的工委"),
  dueOn: day("报送期限"),
  townships,
  despite: optionalLines(300, "仍要报送的理由"),
});
export const recallInput = countyChange({ id, version, reason: lines(300, "原因") });
export const giveBackInput = countyChange({ id, version, why: lines(300, "需要补充什么") });
export const exemptInput = countyChange({ id, version, why: lines(300, "理由") });
export const burdenInput = inCounty({ year: optional(year) });

export const ownAsksInput = inTownship({ year: optional(year) });
export const askInput = inTownship({ id });
export const answerInput = townshipChange({
  id,
  version,
  answer: optionalLines(4000, "报送内容"),
  heldKey: optionalText(60, "数据已在系统中"),
});

export type RequestsInput = z.output<typeof requestsInput>;
export type RequestInput = z.output<typeof requestInput>;
export type HeldInput = z.output<typeof heldInput>;
export type SendInput = z.output<typeof sendInput>;
export type RecallInput = z.output<typeof recallInput>;
export type GiveBackInput = z.output<typeof giveBackInput>;
export type ExemptInput = z.output<typeof exemptInput>;
export type BurdenInput = z.output<typeof burdenInput>;
export type OwnAsksInput = z.output<typeof ownAsksInput>;
export type AskInput = z.output<typeof askInput>;
export type AnswerInput = z.output<typeof answerInput>;
