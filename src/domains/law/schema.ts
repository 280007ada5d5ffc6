import { z } from "zod";
import { lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optionalDay,
  text,
  version,
  year,
} from "@/server/trpc/inputs";

export const overrideLawInput = countyChange({
  ruleKey: z.enum(lawRuleKeys),
  value: z.int("请填写整数").min(0).max(1000),
  reason: lines(300, "理由"),
  validFrom: day("起用日期"),
});

export const workdaysInput = inCounty({ year });
export const ownWorkdaysInput = inTownship({ year });
export const enterDaysInput = countyChange({
  from: day("第一天"),
  to: optionalDay("最后一天"),
  name: text(20, "名称"),
  works: z.boolean("请选择放假还是上班"),
});
export const strikeDayInput = countyChange({ id, version, reason: lines(200, "原因") });

export type OverrideLawInput = z.infer<typeof overrideLawInput>;
export type EnterDaysInput = z.output<typeof enterDaysInput>;
export type StrikeDayInput = z.output<typeof strikeDayInput>;
