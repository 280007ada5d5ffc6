import { z } from "zod";
import { pagedTypes } from "@/domains/registry";
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
  text,
  townshipChange,
  townshipCode,
  version,
  year,
} from "@/server/trpc/inputs";
import { itemKinds } from "./rules/items";
import { rankings } from "./rules/meeting";
import { seats } from "./rules/reviewing";
import { noteKinds } from "./rules/self-assessing";
import { stages } from "./rules/stages";

const begun = z.enum(stages, "没有这个阶段，请从列表重新选择").exclude(["frozen"]);
const seat = z.enum(seats, "请选择席位");
const indicator = text(20, "指标");
const record = { recordType: optional(z.enum(pagedTypes)), recordId: optional(id) };
const points = (label: string) => z.number(`请填写${label}`).min(0).max(1000);

export const cycleInput = inCounty({ year });
export const stepInput = inCounty({});
export const candidatesInput = inCounty({ year });
export const planInput = countyChange({
  year,
  stage: begun,
  from: day("开始日"),
  until: optionalDay("截止日"),
  version: optional(version),
});
/** Stages that are begun without anything else to say: the meeting and the publication have their own. */
export const beginInput = countyChange({
  year,
  stage: begun.exclude(["decided", "published"]),
  version: optional(version),
});
/** @property of a township's code */
export const seatInput = countyChange({ year, of: townshipCode, seat, accountId: id });
export const reviewInput = inCounty({ year, of: townshipCode });
export const opinionInput = countyChange({
  year,
  of: townshipCode,
  kind: z.enum(itemKinds),
  code: text(40, "事项"),
  value: points("评定"),
  reason: lines(500, "理由"),
  version: optional(version),
});
export const submitReviewInput = countyChange({ year, of: townshipCode });
export const reopenInput = countyChange({
  year,
  of: townshipCode,
  until: day("新的截止日"),
  reason: lines(200, "退回原因"),
});
export const appealsInput = inCounty({ year });
export const appealInput = inCounty({ id });
export const decideAppealInput = countyChange({
  id,
  version,
  upheld: z.boolean("请选择成立或不成立"),
  points: optional(points("改正后的得分")),
  found: lines(1000, "审查情况"),
  reason: lines(1000, "理由"),
  /** who decided besides whoever enters it */
  together: z.array(id).max(10).default([]),
});
const member = z.strictObject({
  name: text(40, "成员姓名"),
  role: text(60, "成员身份"),
  points: z.array(z.strictObject({ code: townshipCode, points: points("评分") })).max(200),
});
export const decideYearInput = countyChange({
  year,
  version,
  meetingOn: day("会议日期"),
  meetingNumber: text(60, "会议"),
  percent: z.int("评议团占比应为整数").min(0).max(100).default(0),
  panel: z.array(member).max(50).default([]),
});
export const publishInput = countyChange({
  year,
  version,
  ranking: z.enum(rankings, "请选择公布范围"),
  awards: z
    .array(z.strictObject({ code: townshipCode, name: text(60, "表彰名称") }))
    .max(100)
    .default([]),
});

export const ownInput = inTownship({ year });
export const recordsInput = inTownship({ year, indicator });
export const ownAppealInput = inTownship({ id });
export const noteInput = townshipChange({
  year,
  indicator,
  kind: z.enum(noteKinds, "请选择确认、说明或补充"),
  text: optionalLines(1000, "说明"),
  ...record,
  version: optional(version),
});
export const submitSelfInput = townshipChange({ year });
export const fileAppealInput = townshipChange({
  year,
  indicator,
  ...record,
  grounds: lines(1000, "申诉理由"),
});

export type CycleInput = z.output<typeof cycleInput>;
export type CandidatesInput = z.output<typeof candidatesInput>;
export type PlanInput = z.output<typeof planInput>;
export type BeginInput = z.output<typeof beginInput>;
export type SeatInput = z.output<typeof seatInput>;
export type ReviewInput = z.output<typeof reviewInput>;
export type OpinionInput = z.output<typeof opinionInput>;
export type SubmitReviewInput = z.output<typeof submitReviewInput>;
export type ReopenInput = z.output<typeof reopenInput>;
export type AppealsInput = z.output<typeof appealsInput>;
export type AppealInput = z.output<typeof appealInput>;
export type DecideAppealInput = z.output<typeof decideAppealInput>;
export type DecideYearInput = z.output<typeof decideYearInput>;
export type PublishInput = z.output<typeof publishInput>;
export type OwnInput = z.output<typeof ownInput>;
export type RecordsInput = z.output<typeof recordsInput>;
export type OwnAppealInput = z.output<typeof ownAppealInput>;
export type NoteInput = z.output<typeof noteInput>;
export type SubmitSelfInput = z.output<typeof submitSelfInput>;
export type FileAppealInput = z.output<typeof fileAppealInput>;
