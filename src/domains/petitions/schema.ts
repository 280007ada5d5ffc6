import { z } from "zod";
import { categoryLabels } from "@/domains/suggestions/labels";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalLines,
  text,
  townshipChange,
  year,
} from "@/server/trpc/inputs";

type Category = keyof typeof categoryLabels;

export const yearInput = inTownship({ year: optional(year) });
export const takeOverInput = townshipChange({ id });
export const revealInput = townshipChange({ id, reason: text(100, "查看原因") });

export const handedListInput = inCounty({ year: optional(year) });
export const handOverInput = countyChange({
  townshipId: z.uuid("请选择乡镇"),
  topic: text(120, "反映事项"),
  content: optionalLines(5000, "具体情况"),
  category: z.enum(Object.keys(categoryLabels) as [Category], "请选择类别"),
  handedOn: day("交办日期"),
  dueOn: day("反馈期限"),
});
export const withdrawInput = countyChange({ id, reason: lines(200, "撤回原因") });

export type YearInput = z.output<typeof yearInput>;
export type TakeOverInput = z.output<typeof takeOverInput>;
export type RevealInput = z.output<typeof revealInput>;
export type HandedListInput = z.output<typeof handedListInput>;
export type HandOverInput = z.output<typeof handOverInput>;
export type WithdrawInput = z.output<typeof withdrawInput>;
