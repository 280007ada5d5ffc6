import { z } from "zod";
import { createInputWith, editInputWith } from "@/domains/records/schema";
import {
  day,
  id,
  lines,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { project, projectBallot, projectRating } from "./record";

const money = (label: string) =>
  optional(
    z.number(`${label}应为数字`).min(0, `${label}不能小于 0 元`).max(2_000_000_000, `${label}太大，请核对`),
  );
const votes = (label: string) => z.int(`${label}应为整数`).min(0, `${label}不能小于 0`).max(10_000);

export const nominateInput = townshipChange({
  projects: z.array(z.strictObject({ id, version })).min(1, "请至少勾选一个项目").max(200),
  nominatedOn: day("提名日期"),
});

const ofProject = { id, version };
/** The days of steps that were taken, as they should be; a nomination without one is taken back. */
export const correctDaysInput = townshipChange({
  ...ofProject,
  nominatedOn: optionalDay("提名日期"),
  completedOn: optionalDay("完成日期"),
});
const ofMilestone = { ...ofProject, milestoneId: id };

export const planInput = townshipChange({
  ...ofProject,
  what: text(200, "节点"),
  plannedOn: day("计划完成日期"),
  deputyIds: z
    .array(id)
    .max(50, "督办代表最多 50 名")
    .default([])
    .transform((ids) => [...new Set(ids)]),
});
export const finishInput = townshipChange({
  ...ofMilestone,
  doneOn: day("完成日期"),
  doneNote: optionalLines(2000, "完成情况"),
  spent: money("支出"),
});
export const verifyInput = townshipChange({
  ...ofMilestone,
  deputyId: id,
  verifiedOn: day("核实日期"),
  note: lines(2000, "核实意见"),
});
/** The days of a milestone's steps that were taken, as they should be. */
export const correctMilestoneInput = townshipChange({
  ...ofMilestone,
  doneOn: day("完成日期"),
  verifiedOn: optionalDay("核实日期"),
  reason: lines(200, "更正原因"),
});
export const delayInput = townshipChange({
  ...ofMilestone,
  newDay: day("延期到"),
  decidedOn: day("决定延期的日期"),
  reason: lines(500, "延期原因"),
});
export const removeMilestoneInput = townshipChange({ ...ofMilestone, reason: lines(200, "原因") });
export const askInput = townshipChange({
  ...ofProject,
  askedOn: day("询问日期"),
  note: lines(2000, "询问情况"),
});
export const adjustInput = townshipChange({
  ...ofProject,
  name: text(200, project.fields.name.label),
  content: optionalLines(4000, project.fields.content.label),
  budget: money("计划投资"),
  dropped: z.boolean().default(false),
  document: text(200, "决定文件或会议"),
  decidedOn: day("决定日期"),
  reason: lines(500, "调整原因"),
});
export const completeInput = townshipChange({ ...ofProject, completedOn: day("完成日期") });

const ballot = {
  sessionId: z.uuid("请选择人代会"),
  lines: z
    .array(z.strictObject({ projectId: id, inFavour: votes("赞成票"), against: votes("反对票").default(0) }))
    .min(1, "请至少填写一个候选项目的赞成票")
    .max(100, "候选项目最多 100 个")
    .refine(
      (all) => new Set(all.map(({ projectId }) => projectId)).size === all.length,
      "同一个项目填了两次，请删去一行",
    ),
};
export const createBallotInput = createInputWith(projectBallot, ballot);
export const editBallotInput = editInputWith(projectBallot, ballot);

export const createRatingInput = createInputWith(projectRating, { projectId: optionalId });

export type NominateInput = z.output<typeof nominateInput>;
export type CorrectDaysInput = z.output<typeof correctDaysInput>;
export type PlanInput = z.output<typeof planInput>;
export type FinishInput = z.output<typeof finishInput>;
export type VerifyInput = z.output<typeof verifyInput>;
export type CorrectMilestoneInput = z.output<typeof correctMilestoneInput>;
export type DelayInput = z.output<typeof delayInput>;
export type RemoveMilestoneInput = z.output<typeof removeMilestoneInput>;
export type AskInput = z.output<typeof askInput>;
export type AdjustInput = z.output<typeof adjustInput>;
export type CompleteInput = z.output<typeof completeInput>;
export type CreateBallotInput = z.output<typeof createBallotInput>;
export type EditBallotInput = z.output<typeof editBallotInput>;
export type CreateRatingInput = z.output<typeof createRatingInput>;
