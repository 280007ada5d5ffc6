import { z } from "zod";
import {
  day,
  entry,
  id,
  importRows,
  inTownship,
  lines,
  listInput,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalText,
  rowAnswers,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import { endReasons, genders, groupRoles, levels } from "./rules/roster";

const level = z.enum(levels, "请选择级别");
const phonePattern = /^(1\d{10}|0\d{2,3}-?\d{7,8}|\d{7,8})$/;

export const phone = z
  .string()
  .transform((value) => value.replaceAll(/\s/g, ""))
  .refine((value) => phonePattern.test(value), "电话应为11位手机号或带区号的固定电话");

const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .union([z.literal("").transform(() => null), z.null(), schema])
    .optional()
    .transform((value) => value ?? null);

const person = {
  name: text(40, "姓名"),
  gender: orNull(z.enum(genders, "性别应为男或女")),
  birthYear: orNull(z.int("出生年份应为四位年份").min(1900, "出生年份不对").max(2100, "出生年份不对")),
  birthMonth: orNull(z.int("出生月份应为1到12").min(1, "出生月份应为1到12").max(12, "出生月份应为1到12")),
  ethnicity: optionalText(20, "民族"),
  education: optionalText(20, "学历"),
  party: optionalText(20, "政治面貌"),
  occupation: optionalText(120, "职业"),
};

const mandate = z.strictObject({
  level,
  termName: text(40, "届次"),
  constituency: optionalText(60, "选区"),
  startsOn: day("任职起始日期"),
});

export const listDeputiesInput = inTownship({
  ...listInput(["pinyin", "since", "constituency", "occupation"]),
  direction: z.enum(["asc", "desc"]).default("asc"),
  state: z.enum(["inOffice", "left", "all"]).default("inOffice"),
  level: optional(level),
  groupId: optionalId,
  constituency: optionalText(60, "选区"),
});

export const deputiesOnDayInput = inTownship({ on: optionalDay("日期") });

export const createDeputyInput = townshipChange({
  ...person,
  phone: orNull(phone),
  mandates: z.array(mandate).min(1, "请至少登记一项任职").max(levels.length),
  groupId: orNull(id),
  /** The answer to the question whether this is somebody in the roster, once it was asked. */
  answer: optionalText(4_000, "是否同一人"),
  ...entry,
});

export const editDeputyInput = townshipChange({
  id,
  version,
  ...person,
  /** Left out: the number stays as it is, since the form only ever sees it masked. */
  phone: orNull(phone).optional(),
});

export const revealPhoneInput = townshipChange({ id, reason: text(100, "查看原因") });

export const addMandateInput = townshipChange({ deputyId: id, ...mandate.shape, ...entry });
export const endMandateInput = townshipChange({
  id,
  version,
  endsOn: day("终止日期"),
  endReason: z.enum(endReasons, "请选择终止原因"),
  note: optionalLines(200, "说明"),
});

export const addLeaveInput = townshipChange({
  deputyId: id,
  startsOn: day("第一天"),
  endsOn: day("最后一天"),
  reason: optionalText(60, "事由"),
});

export const setSeatsInput = townshipChange({
  level,
  termName: text(40, "届次"),
  seats: z.int("名额应为整数").min(0, "名额不能为负数").max(3000, "名额过大，请核对"),
  startsOn: day("起始日期"),
  ...entry,
});

const groupRole = z.enum(groupRoles, "请选择组内职务");
export const addMembersInput = townshipChange({
  groupId: id,
  deputyIds: z.array(id).min(1, "请选择代表").max(100),
  role: groupRole,
  startsOn: day("入组日期"),
});
export const changeMemberRoleInput = townshipChange({ id, role: groupRole, on: day("变动日期") });
export const endMemberInput = townshipChange({ id, endsOn: day("离组日期") });
export const removeMemberInput = townshipChange({ id, reason: lines(200, "原因") });

/** Cells as read from the file: the command itself says what is wrong with each, so that all are named at once. */
export const importDeputiesInput = importRows.extend({ answers: rowAnswers });

export type ListDeputiesInput = z.output<typeof listDeputiesInput>;
export type DeputiesOnDayInput = z.output<typeof deputiesOnDayInput>;
export type CreateDeputyInput = z.output<typeof createDeputyInput>;
export type EditDeputyInput = z.output<typeof editDeputyInput>;
export type RevealPhoneInput = z.output<typeof revealPhoneInput>;
export type AddMandateInput = z.output<typeof addMandateInput>;
export type EndMandateInput = z.output<typeof endMandateInput>;
export type AddLeaveInput = z.output<typeof addLeaveInput>;
export type SetSeatsInput = z.output<typeof setSeatsInput>;
export type AddMembersInput = z.output<typeof addMembersInput>;
export type ChangeMemberRoleInput = z.output<typeof changeMemberRoleInput>;
export type EndMemberInput = z.output<typeof endMemberInput>;
export type RemoveMemberInput = z.output<typeof removeMemberInput>;
export type ImportDeputiesInput = z.output<typeof importDeputiesInput>;
