import { z } from "zod";
import { lawRuleKeys } from "@/domains/tenancy/rules/law-rule";
import { countyChange, day, lines } from "@/server/trpc/inputs";

export const overrideLawInput = countyChange({
  ruleKey: z.enum(lawRuleKeys),
  value: z.int("请填写整数").min(0).max(1000),
  reason: lines(300, "理由"),
  validFrom: day("起用日期"),
});

export type OverrideLawInput = z.infer<typeof overrideLawInput>;
