import { z } from "zod";
import { createInputWith } from "@/domains/records/schema";
import { attendanceLabels } from "@/domains/sessions/labels";
import { codesOf } from "@/lib/choices";
import {
  day,
  entry,
  id,
  inTownship,
  optional,
  optionalText,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { presidiumPostLabels } from "./labels";
import { presidiumMeeting } from "./record";

/** Several deputies who took the same post on the same day: a presidium is elected as a whole. */
export const createMembersInput = townshipChange({
  deputyIds: z
    .array(id)
    .min(1, "请选择代表")
    .max(50, "一次最多登记50人")
    .transform((ids) => [...new Set(ids)]),
  post: z.enum(codesOf(presidiumPostLabels), "请选择职务"),
  fullTime: optional(z.boolean()),
  startsOn: day("任职日期"),
  ...entry,
});

const exceptions = z
  .array(
    z.strictObject({
      memberId: id,
      status: z.enum(codesOf(attendanceLabels)),
      leaveReason: optionalText(100, "请假事由"),
    }),
  )
  .max(200);

export const createMeetingInput = createInputWith(presidiumMeeting, {
  /** whoever of the members in office is not named here was present, or on the leave of the roster; without it attendance is entered later */
  exceptions: exceptions.nullish().transform((value) => value ?? null),
});
export const recordAttendanceInput = townshipChange({ id, version, exceptions });
export const yearInput = inTownship({ year: z.int().min(1949).max(2100) });

export type CreateMembersInput = z.output<typeof createMembersInput>;
export type CreateMeetingInput = z.output<typeof createMeetingInput>;
export type RecordAttendanceInput = z.output<typeof recordAttendanceInput>;
export type YearInput = z.output<typeof yearInput>;
