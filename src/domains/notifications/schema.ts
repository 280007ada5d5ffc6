import { z } from "zod";
import { givenText, inCounty, inTownship } from "@/server/trpc/inputs";

export const townshipInput = inTownship({});
export const countyInput = inCounty({});

const key = givenText(500, "提醒");
/** Seen, or put away. */
export const markInput = z.strictObject({
  keys: z.array(key).min(1, "没有要标记的提醒").max(500, "一次标记的提醒太多"),
  dismiss: z.boolean().default(false),
});
const hourInput = (label: string) =>
  z.int(`${label}应为整点`).min(0, `${label}应在 0 至 23 点之间`).max(23, `${label}应在 0 至 23 点之间`);
export const quietInput = z.strictObject({
  quietFrom: hourInput("免打扰开始"),
  quietUntil: hourInput("免打扰结束"),
  quietDaysOff: z.boolean(),
});

export type MarkInput = z.output<typeof markInput>;
export type QuietInput = z.output<typeof quietInput>;
