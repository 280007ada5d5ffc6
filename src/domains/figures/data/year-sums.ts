import "server-only";
import { atOnce } from "@/server/db/at-once";
import type { CountyScope } from "@/server/db/scope";
import { beside } from "@/server/db/beside";
import { lastInCounty } from "@/server/evidence/last-change";
import type { Period } from "@/server/evidence/period";
import type { MetricCode } from "../rules/metrics";
import { sumEvidence, type YearSum } from "./evidence";

/** What is read of the register of suggestions, and the entry of every step: about as much work as everything else. */
const apart = new Set<MetricCode>(["C1", "C2", "C3", "C4", "C5", "C6", "G2"]);

async function lastChange({ tx }: CountyScope): Promise<number> {
  const [row] = await tx.$often<{ seq: number }[]>`SELECT ${lastInCounty}::float8 AS seq`;
  return row?.seq ?? 0;
}

/**
 * The sums of all of a county's townships, counted from the evidence by two connections at once where one is to spare.
 * Every change has a number (ADR 12): while that is the same before and after, both have read the same state; where
 * somebody saved meanwhile, one statement counts it all.
 */
export async function sumTogether(
  scope: CountyScope,
  period: Period,
  metrics: readonly MetricCode[],
): Promise<YearSum[]> {
  const [some, others] = [true, false].map((is) => metrics.filter((one) => apart.has(one) === is));
  if (!some?.length || !others?.length) return sumEvidence(scope.tx, period, metrics);
  const before = await lastChange(scope);
  const second = beside(scope, ({ tx }) => sumEvidence(tx, period, some));
  if (second === null) return sumEvidence(scope.tx, period, metrics);
  const sums = (await atOnce(sumEvidence(scope.tx, period, others), second)).flat();
  return (await lastChange(scope)) === before ? sums : sumEvidence(scope.tx, period, metrics);
}
