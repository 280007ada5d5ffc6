import "server-only";
import { lastFewOf } from "@/lib/last-few";
import { lastInCounty } from "@/server/evidence/last-change";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Period } from "@/server/evidence/period";
import type { MetricCode } from "../rules/metrics";
import { sumEvidence, type YearSum } from "./evidence";

const kept = lastFewOf<Promise<YearSum[]>>("sums", 500);

/**
 * Sums that no table remembers, counted once for each state of the county: to plan the statement takes longer than all the rest
 * of a drawer. Who asks belongs to the key, because a role may not see every record.
 */
export async function sumsLately(
  { tx, actor }: CountyScope | TownshipScope,
  period: Period,
  metrics: readonly MetricCode[],
): Promise<YearSum[]> {
  const [last] = await tx.$often<{ seq: number }[]>`SELECT (${lastInCounty})::float8 AS seq`;
  const key = JSON.stringify([last?.seq, actor.role, period, metrics]);
  const count = () => sumEvidence(tx, period, metrics);
  const counting = kept.get(key) ?? kept.keep(key, count());
  // Who counts may be cut off; then everybody counts for himself.
  return counting.catch(() => (kept.forget(key), count()));
}
