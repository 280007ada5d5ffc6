import { z } from "zod";
import { metricCodes } from "@/domains/figures/rules/metrics";
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
  optionalId,
  optionalLines,
  optionalText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { answerLabels, kindLabels, partLabels, verdictLabels } from "./labels";

const metric = z.enum(metricCodes);
const gathering = {
  title: text(100, "名称"),
  heldOn: day("日期"),
  place: optionalText(60, "地点"),
  topic: optionalLines(500, "主题"),
  answerBy: optionalDay("答复期限"),
  /** one item a line, a metric's code before it where it is about one */
  agenda: optionalLines(6_500, "议程"),
  invitees: z
    .array(
      z.strictObject({
        townshipId: id,
        part: z.enum(codesOf(partLabels), "请选择身份"),
        speaksOn: optionalText(100, "发言题目"),
      }),
    )
    .max(500, "乡镇太多")
    .default([]),
};

export const yearInput = inCounty({ year: optional(year) });
export const gatheringInput = inCounty({ id });
export const outlineInput = inCounty({ heldOn: day("日期") });
export const draftInput = countyChange({ kind: z.enum(codesOf(kindLabels), "请选择类别"), ...gathering });
export const editInput = countyChange({ id, version, ...gathering });
export const inviteInput = countyChange({ id, version });
export const callOffInput = countyChange({ id, version, reason: lines(300, "原因") });
/** @property roll a line for each township that came, with the names */
export const recordInput = countyChange({
  id,
  version,
  minutes: lines(10_000, "纪要"),
  roll: optionalLines(10_000, "到会人员"),
});
export const commitInput = countyChange({
  gatheringId: id,
  townshipId: id,
  said: lines(500, "承诺"),
  ownerName: text(40, "责任人"),
  dueOn: day("完成期限"),
  metric: optional(metric),
});
export const judgeInput = countyChange({
  id,
  version,
  verdict: z.enum(codesOf(verdictLabels), "请选择已兑现或没有兑现"),
  why: lines(500, "说明"),
  followedUpId: optionalId,
});
export const dropInput = countyChange({ id, version, reason: lines(300, "原因") });

export const ownInput = inTownship({ year: optional(year) });
export const invitationInput = inTownship({ id });
export const answerInput = townshipChange({
  id,
  version,
  answer: z.enum(codesOf(answerLabels), "请选择参加、派人参加或不能参加"),
  name: optionalText(60, "参加人"),
  why: optionalLines(300, "说明"),
});
export const learnedInput = townshipChange({ id, version, learned: lines(2000, "收获") });
export const reportInput = townshipChange({ id, version, report: lines(2000, "落实情况") });

export type YearInput = z.output<typeof yearInput>;
export type GatheringInput = z.output<typeof gatheringInput>;
export type OutlineInput = z.output<typeof outlineInput>;
export type DraftInput = z.output<typeof draftInput>;
export type EditInput = z.output<typeof editInput>;
export type InviteInput = z.output<typeof inviteInput>;
export type CallOffInput = z.output<typeof callOffInput>;
export type RecordInput = z.output<typeof recordInput>;
export type CommitInput = z.output<typeof commitInput>;
export type JudgeInput = z.output<typeof judgeInput>;
export type DropInput = z.output<typeof dropInput>;
export type OwnInput = z.output<typeof ownInput>;
export type InvitationInput = z.output<typeof invitationInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type LearnedInput = z.output<typeof learnedInput>;
export type ReportInput = z.output<typeof reportInput>;
