import { z } from "zod";
import { codesOf } from "@/lib/choices";
import { countyChange, id, inCounty, inTownship, optional, optionalText, year } from "@/server/trpc/inputs";
import { presetLabels } from "./labels";

const target = optional(z.int("请填写整数").min(0, "不能是负数").max(1000, "数太大了，请核对"));

export const standardsInput = inCounty({});
export const setStandardInput = countyChange({
  fromYear: year,
  preset: z.enum(codesOf(presetLabels), "请选择标准"),
  name: optionalText(30, "名称"),
  report: target,
  suggestion: target,
  speech: target,
  activity: target,
  visit: target,
  forum: target,
  advice: target,
  service: target,
  help: target,
  mediation: target,
});
const ofYear = { year: optional(year) };
export const progressInput = inTownship(ofYear);
export const deputyProgressInput = inTownship({ id, ...ofYear });

export type SetStandardInput = z.output<typeof setStandardInput>;
export type ProgressInput = z.output<typeof progressInput>;
export type DeputyProgressInput = z.output<typeof deputyProgressInput>;
