import { z } from "zod";
import {
  countyChange,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  page,
  text,
  townshipChange,
  townshipCode,
  version,
  year,
} from "@/server/trpc/inputs";
import { decisions } from "./labels";
import { signalCodes } from "./rules/signals";

const signal = z.enum(signalCodes, "没有这种核查提示，请从列表重新选择");
/** What a signal is about, as the list gave it. */
const about = { year, signal, subject: text(80, "核查提示") };

export const mapInput = inCounty({ year });
/** @property of a township's code */
export const signalsInput = inCounty({ year, of: optional(townshipCode), signal: optional(signal), page });
export const ownInput = inTownship({ year, page });
export const answerInput = townshipChange({
  ...about,
  records: z.array(z.strictObject({ type: text(40, "记录种类"), id })).max(2000),
  text: lines(1000, "说明"),
  version: optional(version),
});
export const decideInput = countyChange({
  ...about,
  of: townshipCode,
  decision: z.enum(decisions, "请选择核查结论"),
  reason: lines(1000, "理由"),
  version: optional(version),
});

export type MapInput = z.output<typeof mapInput>;
export type SignalsInput = z.output<typeof signalsInput>;
export type OwnInput = z.output<typeof ownInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type DecideInput = z.output<typeof decideInput>;
