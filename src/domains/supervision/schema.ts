import { z } from "zod";
import {
  countyChange,
  day,
  entry,
  id,
  inCounty,
  inTownship,
  lines,
  listInput,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalText,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { createInputOf } from "@/domains/records/schema";
import { activity } from "./record";
import { findingStates } from "./rules/findings";
import { raisedOutcomes } from "./rules/raised";

const optionalCode = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  optional(z.enum(codes));
const ids = z
  .array(id)
  .max(300, "一次最多300个")
  .default([])
  .transform((all) => [...new Set(all)]);
const visited = optional(z.int("走访数应为整数").min(0, "走访数不能是负数").max(100_000));

/** With its report it is an activity of an earlier year, entered as done. */
export const createActivityInput = createInputOf(activity, {
  report: optionalLines(8000, "活动报告"),
  reportedOn: optionalDay("报告日期"),
});
export const completeActivityInput = townshipChange({
  id,
  version,
  report: lines(8000, "报告内容"),
  reportedOn: day("报告日期"),
  visited,
  noFindings: z.boolean().default(false),
  signerIds: ids,
});
export const optionsInput = inTownship({ on: day("日期") });

const findingShape = {
  description: lines(2000, "问题描述"),
  occurredOn: day("发现日期"),
  unitId: optionalId,
};
/** Of an activity or of an appraisal; longer than one finding may be: with `perLine` each of its lines is one. */
export const createFindingInput = townshipChange({
  activityId: optionalId,
  appraisalId: optionalId,
  ...findingShape,
  ...entry,
  description: lines(20_000, "问题描述"),
  perLine: z.boolean().default(false),
});
export const createClosedFindingInput = townshipChange({
  activityId: id,
  ...findingShape,
  ...entry,
  notifiedOn: optionalDay("通知日期"),
  dueOn: optionalDay("整改期限"),
  rectification: optionalLines(4000, "整改结果"),
  rectifiedOn: optionalDay("整改完成日期"),
  deputyId: optionalId,
  verifiedOn: optionalDay("核实日期"),
  closedOn: day("销号日期"),
});
export const editFindingInput = townshipChange({ id, version, description: lines(2000, "问题描述") });
export const notifyFindingInput = townshipChange({
  id,
  version,
  unitId: id,
  notifiedOn: day("交办日期"),
  dueOn: day("整改期限"),
});
export const planFindingInput = townshipChange({
  id,
  version,
  plan: lines(4000, "整改方案"),
  plannedOn: day("方案日期"),
});
export const rectifyFindingInput = townshipChange({
  id,
  version,
  rectification: lines(4000, "整改结果"),
  rectifiedOn: day("整改日期"),
});
export const verifyFindingInput = townshipChange({
  id,
  version,
  deputyId: id,
  verifiedOn: day("核实日期"),
  note: lines(2000, "核实意见"),
});
/** @property dueOn of one that was struck off: the day by which it is to be mended this time */
export const reopenFindingInput = townshipChange({
  id,
  version,
  reason: lines(200, "原因"),
  dueOn: optionalDay("整改期限"),
});
export const closeFindingInput = townshipChange({ id, version, closedOn: day("销号日期") });

/** @property why it is beyond the township's power @property ask what the county is asked to do */
export const raiseInput = townshipChange({
  id,
  why: lines(1000, "超出乡镇职权的理由"),
  ask: lines(1000, "请县人大做什么"),
});
export const takeBackInput = townshipChange({ id, version, reason: lines(200, "原因") });
export const raisedListInput = inCounty({});
export const raisedInput = inCounty({ id });
export const receiveRaisedInput = countyChange({ id, version, dueOn: day("答复期限") });
export const answerRaisedInput = countyChange({
  id,
  version,
  outcome: z.enum(raisedOutcomes, "请选择怎样处理"),
  handledBy: optionalText(60, "办理部门"),
  answer: lines(2000, "答复"),
});

export const findingSorts = ["dueOn", "occurredOn", "number"] as const;
export const listFindingsInput = inTownship({
  ...listInput(findingSorts),
  state: optionalCode(findingStates),
  unitId: optionalId,
  overdue: z.boolean().default(false),
});

export type CreateActivityInput = z.output<typeof createActivityInput>;
export type CompleteActivityInput = z.output<typeof completeActivityInput>;
export type OptionsInput = z.output<typeof optionsInput>;
export type CreateFindingInput = z.output<typeof createFindingInput>;
export type CreateClosedFindingInput = z.output<typeof createClosedFindingInput>;
export type EditFindingInput = z.output<typeof editFindingInput>;
export type NotifyFindingInput = z.output<typeof notifyFindingInput>;
export type PlanFindingInput = z.output<typeof planFindingInput>;
export type RectifyFindingInput = z.output<typeof rectifyFindingInput>;
export type VerifyFindingInput = z.output<typeof verifyFindingInput>;
export type ReopenFindingInput = z.output<typeof reopenFindingInput>;
export type CloseFindingInput = z.output<typeof closeFindingInput>;
export type ListFindingsInput = z.output<typeof listFindingsInput>;
export type RaiseInput = z.output<typeof raiseInput>;
export type TakeBackInput = z.output<typeof takeBackInput>;
export type ReceiveRaisedInput = z.output<typeof receiveRaisedInput>;
export type AnswerRaisedInput = z.output<typeof answerRaisedInput>;
