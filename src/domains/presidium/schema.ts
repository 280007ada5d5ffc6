import { z } from "zod";
import {
  day,
  entry,
  id,
  inTownship,
  listInput,
  nameText,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalText,
  searchText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { attendanceLabels } from "@/domains/sessions/labels";
import { codesOf } from "@/lib/choices";
import { meetingKindLabels, presidiumPostLabels } from "./labels";

const count = (label: string) => optional(z.int(`${label}应为整数`).min(0, `${label}不能是负数`).max(10_000));

const memberShape = {
  /** a deputy of the township; people who serve the presidium without a mandate have none */
  deputyId: optionalId,
  name: nameText(40, "姓名"),
  post: z.enum(codesOf(presidiumPostLabels), "请选择职务"),
  fullTime: optional(z.boolean()),
  otherPosts: optionalText(200, "兼任职务"),
  startsOn: day("任职日期"),
  endsOn: optionalDay("离任日期"),
};
export const createMemberInput = townshipChange({ ...memberShape, ...entry });
/** Several deputies who took the same post on the same day: a presidium is elected as a whole. */
export const createMembersInput = townshipChange({
  deputyIds: z
    .array(id)
    .min(1, "请选择代表")
    .max(50, "一次最多登记50人")
    .transform((ids) => [...new Set(ids)]),
  post: memberShape.post,
  fullTime: memberShape.fullTime,
  startsOn: memberShape.startsOn,
  ...entry,
});
export const editMemberInput = townshipChange({ id, version, ...memberShape });

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
  number: optional(z.int("会次应为整数").min(1, "会次从 1 起").max(999)),
  kind: z.enum(codesOf(meetingKindLabels), "请选择会议类别"),
  topic: text(200, "议题"),
  decisions: optionalLines(4000, "议定事项"),
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
  kind: optional(z.enum(codesOf(meetingKindLabels))),
  quarter: optional(z.int().min(1).max(4)),
  voided: z.boolean().default(false),
});
export const listMembersInput = inTownship({
  q: searchText,
  /** members in office on this day; without it all, past ones too */
  on: optionalDay("日期"),
});
export const yearInput = inTownship({ year: z.int().min(1949).max(2100) });

export type CreateMemberInput = z.output<typeof createMemberInput>;
export type CreateMembersInput = z.output<typeof createMembersInput>;
export type EditMemberInput = z.output<typeof editMemberInput>;
export type CreateMeetingInput = z.output<typeof createMeetingInput>;
export type EditMeetingInput = z.output<typeof editMeetingInput>;
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
export type ListMeetingsInput = z.output<typeof listMeetingsInput>;
export type ListMembersInput = z.output<typeof listMembersInput>;
export type YearInput = z.output<typeof yearInput>;
