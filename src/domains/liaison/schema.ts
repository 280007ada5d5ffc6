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
  optionalId,
  optionalLines,
  optionalText,
  reasonInput,
  text,
  townshipChange,
  townshipCode,
  townshipInput,
  version,
  year,
} from "@/server/trpc/inputs";
import { wayLabels } from "./labels";

export const contactsInput = inCounty({});
export const ownContactsInput = townshipInput;
export const appointInput = countyChange({
  accountId: id,
  townships: z.array(townshipCode).min(1, "请选择乡镇").max(500, "一次选择的乡镇太多"),
  since: day("开始日期"),
});
export const endInput = countyChange({ id, version, until: day("停止日期") });

const contact = {
  occurredOn: day("日期"),
  way: z.enum(codesOf(wayLabels), "请选择方式"),
  countyPerson: text(60, "县人大联系人"),
  townshipPerson: optionalText(60, "乡镇联系人"),
  subject: text(200, "事由"),
  result: optionalLines(1000, "结果"),
  /** it is not the one that stands there for the day */
  sure: z.boolean().default(false),
};

export const silenceInput = inCounty({});
export const logInput = inCounty({ year: optional(year), townshipId: optionalId });
export const enterInput = countyChange({ townshipId: id, ...contact });
export const strikeInput = countyChange({ id, version, reason: lines(200, "原因") });
export const setSilenceInput = countyChange({
  version: optional(version),
  days: z.int("天数应为整数").min(7, "至少7天").max(365, "最多365天"),
});
export const ownLogInput = inTownship({ year: optional(year) });
export const enterOwnInput = townshipChange(contact);
export const strikeOwnInput = reasonInput;

export type AppointInput = z.output<typeof appointInput>;
export type EndInput = z.output<typeof endInput>;
export type EnterInput = z.output<typeof enterInput>;
export type EnterOwnInput = z.output<typeof enterOwnInput>;
export type StrikeInput = z.output<typeof strikeInput>;
export type StrikeOwnInput = z.output<typeof strikeOwnInput>;
export type SetSilenceInput = z.output<typeof setSilenceInput>;
