import { z } from "zod";
import {
  day,
  id,
  inTownship,
  listInput,
  optionalDay,
  optionalText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { attendanceLabels, codesOf } from "@/domains/sessions/labels";
import { meetingKindLabels, presidiumPostLabels } from "./labels";

const count = (label: string) =>
  z
    .int(`${label}应为整数`)
    .min(0, `${label}不能是负数`)
    .max(10_000)
    .nullish()
    .transform((value) => value ?? null);

const entry = { sourceNote: optionalText(200, "资料出处"), lateReason: optionalText(200, "补录原因") };

const memberShape = {
  /** a deputy of the township; people who serve the presidium without a mandate have none */
  deputyId: id.nullish().transform((value) => value ?? null),
  name: text(40, "姓名"),
  post: z.enum(codesOf(presidiumPostLabels), "请选择职务"),
  fullTime: z
    .boolean()
    .nullish()
    .transform((value) => value ?? null),
  otherPosts: optionalText(200, "兼任职务"),
  startsOn: day("任职日期"),
  endsOn: optionalDay("离任日期"),
};
export const createMemberInput = townshipChange({ ...memberShape, ...entry });
export const editMemberInput = townshipChange({ id, version, ...memberShape });
export const voidInput = townshipChange({ id, version, reason: text(200, "原因") });
export const byIdInput = inTownship({ id });

const exceptions = z
  .array(
    z.strictObject({
      memberId: id,
      status: z.enum(codesOf(attendanceLabels)),
      leaveReason: optionalText(100, "请假事由"),
    }),
  )
  .max(200);

const meetingShape = {
  number: z
    .int("会次应为整数")
    .min(1, "会次从 1 起")
    .max(999)
    .nullish()
    .transform((value) => value ?? null),
  kind: z.enum(codesOf(meetingKindLabels), "请选择会议类别"),
  topic: text(200, "议题"),
  decisions: optionalText(4000, "议定事项"),
  place: optionalText(100, "地点"),
  membersTotal: count("应到人数"),
  membersPresent: count("实到人数"),
  occurredOn: day("会议日期"),
};
export const createMeetingInput = townshipChange({
  ...meetingShape,
  /** whoever of the members in office is not named here was present; without it attendance is entered later */
  exceptions: exceptions.nullish().transform((value) => value ?? null),
  ...entry,
});
export const editMeetingInput = townshipChange({ id, version, ...meetingShape });
export const recordAttendanceInput = townshipChange({ id, version, exceptions });

export const meetingSorts = ["occurredOn", "number", "turnout"] as const;
export const listMeetingsInput = inTownship({
  ...listInput(meetingSorts),
  kind: z
    .enum(codesOf(meetingKindLabels))
    .nullish()
    .transform((value) => value ?? null),
  quarter: z
    .int()
    .min(1)
    .max(4)
    .nullish()
    .transform((value) => value ?? null),
  voided: z.boolean().default(false),
});
export const listMembersInput = inTownship({
  q: z.string().trim().max(100).default(""),
  /** members in office on this day; without it all, past ones too */
  on: optionalDay("日期"),
});
export const yearInput = inTownship({ year: z.int().min(1949).max(2100) });

export type CreateMemberInput = z.output<typeof createMemberInput>;
export type EditMemberInput = z.output<typeof editMemberInput>;
export type VoidInput = z.output<typeof voidInput>;
export type ByIdInput = z.output<typeof byIdInput>;
export type CreateMeetingInput = z.output<typeof createMeetingInput>;
export type EditMeetingInput = z.output<typeof editMeetingInput>;
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
export type ListMeetingsInput = z.output<typeof listMeetingsInput>;
export type ListMembersInput = z.output<typeof listMembersInput>;
export type YearInput = z.output<typeof yearInput>;
