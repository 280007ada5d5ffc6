import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { firstDenial } from "@/lib/decision";
import { tenantOf } from "@/server/db/record";
import { annualPlan } from "../record";
import { lastChangeOf } from "../data/year";
import { approvalStays, mayApprove, mayRedate } from "../rules/year";

export const approvalSlots: CommandSlots<typeof annualPlan> = {
  others: sameIn(annualPlan, "year"),
  mayBe: async (scope, facts, { before, others }) => {
    const where = { ...tenantOf(scope), year: facts.year, voidedAt: null };
    return firstDenial(
      mayApprove(facts, await scope.tx.planItem.count({ where }), others),
      mayRedate(
        facts,
        before?.facts ?? null,
        await lastChangeOf(scope, facts.year, before?.enteredAt ?? null),
      ),
    );
  },
  mayVoid: (_, { facts }) => approvalStays(facts),
};
