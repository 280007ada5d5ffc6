import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { tenantOf } from "@/server/db/record";
import { annualPlan } from "../record";
import { mayApprove } from "../rules/year";

export const approvalSlots: CommandSlots<typeof annualPlan> = {
  others: sameIn(annualPlan, "year"),
  mayBe: async (scope, facts, { others }) => {
    const where = { ...tenantOf(scope), year: facts.year, voidedAt: null };
    return mayApprove(facts, await scope.tx.planItem.count({ where }), others);
  },
};
