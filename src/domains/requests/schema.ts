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
  optionalText,
  reasonInput,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { requestKindLabels, resultLabels } from "./labels";

const said = {
  kind: z.enum(codesOf(requestKindLabels), "请选择类别"),
  title: text(100, "请示事项"),
  content: lines(4000, "具体情况"),
};
const workdays = (label: string, most: number) =>
  z.int(`${label}应为整数`).min(1, `${label}至少1天`).max(most, `${label}最多${most}天`);

export const yearInput = inCounty({ year: optional(year) });
export const requestInput = inCounty({ id });
export const termsInput = inCounty({});
export const receiveInput = countyChange({ id, version });
export const postponeInput = countyChange({
  id,
  version,
  until: day("延期到"),
  reason: lines(300, "延期理由"),
});
export const answerInput = countyChange({
  ...{ id, version, result: z.enum(codesOf(resultLabels), "请选择答复结果") },
  ...{ answerText: lines(4000, "答复"), passedTo: optionalText(60, "转给") },
});
export const setTermsInput = countyChange({
  ...{
    version: optional(version),
    receiveDays: workdays("收件期限", 60),
    answerDays: workdays("答复期限", 250),
  },
});

export const ownInput = inTownship({ year: optional(year) });
export const byIdInput = inTownship({ id });
export const ownLedgerInput = inTownship({ year: optional(year) });
export const sendInput = townshipChange(said);
export const confirmInput = townshipChange({ id, version });
export const askAgainInput = townshipChange({ id, version, content: lines(4000, "还有什么没解决") });
export const withdrawInput = reasonInput;

export type ReceiveInput = z.output<typeof receiveInput>;
export type PostponeInput = z.output<typeof postponeInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type SetTermsInput = z.output<typeof setTermsInput>;
export type SendInput = z.output<typeof sendInput>;
export type ConfirmInput = z.output<typeof confirmInput>;
export type AskAgainInput = z.output<typeof askAgainInput>;
