import "server-only";
import { restateDueDays } from "@/domains/suggestions/data/restate";
import { keepLawOverride, lawChoiceOf } from "@/domains/tenancy/data";
import { lawRuleLabels } from "@/domains/tenancy/labels";
import { obey } from "@/lib/obey";
import type { CountyScope } from "@/server/db/scope";
import { mayOverride } from "./rules";
import type { OverrideLawInput } from "./schema";

/**
 * A county's own value for a rule of law, from a day on, with its reason; what was before stays on record. Whatever is
 * reckoned anew when it is asked goes by it at once; the days already stored follow in this transaction.
 */
export async function overrideLaw(scope: CountyScope, input: OverrideLawInput) {
  const { idempotencyKey: _, ...own } = input;
  obey(mayOverride(await lawChoiceOf(scope), own));
  const id = await keepLawOverride(scope, own);
  const change = { key: own.ruleKey, since: own.validFrom };
  const restated = await restateDueDays(scope, await lawChoiceOf(scope), change);
  await scope.audit({
    action: "tenancy.overrideLaw",
    recordType: "lawOverride",
    recordId: id,
    occurredOn: own.validFrom,
    summary: `「${lawRuleLabels[own.ruleKey]}」自${own.validFrom}起按本县规定为 ${String(own.value)}${restated === 0 ? "" : `；${restated} 件建议的期限随之调整`}`,
    detail: { after: own, restated },
  });
  return { id, restated };
}
