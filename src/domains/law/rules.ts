import type { Day } from "@/lib/dates";
import { allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { isYesNo, lawRuleLabels } from "@/domains/tenancy/labels";
import { type LawChoice, lawRule } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";

type Own = { ruleKey: LawRuleKey; value: number; validFrom: Day };

/** A period without days, a presidium without members or a share over the whole would be obeyed by every screen. */
function mayBeValue(choice: LawChoice, { ruleKey, value, validFrom }: Own): Decision {
  const name = lawRuleLabels[ruleKey];
  const { unit } = lawRule(choice, ruleKey, validFrom);
  if (isYesNo(ruleKey)) return value <= 1 ? allow : deny(`「${name}」只能选「是」或「否」。`);
  if (unit === "percent" && (value < 1 || value > 100)) return deny(`「${name}」应在 1% 到 100% 之间。`);
  return value === 0 && unit !== "days" ? deny(`「${name}」至少为 1，请核对。`) : allow;
}

/** The fewest of the presidium may not be more than its most, on the day the new value begins. */
function mayBeSize(choice: LawChoice, { ruleKey, value, validFrom }: Own): Decision {
  const fewest =
    ruleKey === "presidium.minMembers" ? value : lawRule(choice, "presidium.minMembers", validFrom).value;
  const most =
    ruleKey === "presidium.maxMembers" ? value : lawRule(choice, "presidium.maxMembers", validFrom).value;
  const asked = ruleKey === "presidium.minMembers" || ruleKey === "presidium.maxMembers";
  return asked && fewest > most
    ? deny(`主席团最少 ${fewest} 人，多于最多 ${most} 人。请先调整另一项。`)
    : allow;
}

/** Complex matters have at least as long as the others. */
function mayBePeriod(choice: LawChoice, { ruleKey, value, validFrom }: Own): Decision {
  const plain =
    ruleKey === "suggestion.replyMonths" ? value : lawRule(choice, "suggestion.replyMonths", validFrom).value;
  const complex =
    ruleKey === "suggestion.replyMonthsComplex"
      ? value
      : lawRule(choice, "suggestion.replyMonthsComplex", validFrom).value;
  const asked = ruleKey === "suggestion.replyMonths" || ruleKey === "suggestion.replyMonthsComplex";
  return asked && plain > complex
    ? deny(`答复期限 ${plain} 个月长于复杂建议的 ${complex} 个月。请先调整另一项。`)
    : allow;
}

export const mayOverride = (choice: LawChoice, own: Own): Decision =>
  firstDenial(mayBeValue(choice, own), mayBeSize(choice, own), mayBePeriod(choice, own));
