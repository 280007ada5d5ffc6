import "server-only";
import type { CommandSlots } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { allow } from "@/lib/decision";
import { resultsOf } from "../data/year";
import { appraisalOutcome } from "../record";
import { mayUse } from "../rules/outcomes";

export const outcomeSlots: CommandSlots<typeof appraisalOutcome> = {
  others: sameIn(appraisalOutcome, "year"),
  /** That it was sent on since is no new judgement. */
  mayBe: async (scope, facts, { others, step }) => {
    if (step !== null) return allow;
    const { yearEnd, results } = await resultsOf(scope, facts.year);
    return mayUse(facts, yearEnd?.occurredOn ?? null, results, others);
  },
};
