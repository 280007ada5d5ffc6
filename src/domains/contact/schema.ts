import { z } from "zod";
import {
  day,
  id,
  inTownship,
  lines,
  optional,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { type Satisfaction, satisfactionLabels } from "./labels";

const satisfaction = z.enum(Object.keys(satisfactionLabels) as [Satisfaction], "请选择满意度");

export const receptionYearInput = inTownship({ year });
export const answerInput = townshipChange({
  ...{ id, version, answeredOn: day("答复日期"), answer: lines(5000, "答复内容") },
  satisfaction: optional(satisfaction),
});
export const rateInput = townshipChange({ id, version, ratedOn: day("评价日期"), satisfaction });
export const toSuggestionInput = townshipChange({ id, version, leadDeputyId: z.uuid("请选择领衔代表") });
export const toPetitionInput = townshipChange({ id, version });
export const revealInput = townshipChange({ id, reason: text(100, "查看原因") });
export const behindInput = inTownship({ id });

export type ReceptionYearInput = z.output<typeof receptionYearInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type RateInput = z.output<typeof rateInput>;
export type ToSuggestionInput = z.output<typeof toSuggestionInput>;
export type ToPetitionInput = z.output<typeof toPetitionInput>;
export type RevealInput = z.output<typeof revealInput>;
export type BehindInput = z.output<typeof behindInput>;
