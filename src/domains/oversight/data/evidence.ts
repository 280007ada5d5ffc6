import "server-only";
import { type CellEvidence, cellEvidence, trendOf } from "@/domains/figures/data/cell";
import { metricOf } from "@/domains/figures/rules/metrics";
import { comparedTownship } from "@/domains/tenancy/data";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { EvidenceInput, OwnEvidenceInput, TrendInput } from "../schema";

/** What makes one cell of the comparison. */
export async function evidence(scope: CountyScope, input: EvidenceInput): Promise<CellEvidence> {
  return cellEvidence(scope, await comparedTownship(scope, { code: input.township }), input);
}

/** The same for a township's own cell. */
export async function ownEvidence(scope: TownshipScope, input: OwnEvidenceInput): Promise<CellEvidence> {
  return cellEvidence(scope, await comparedTownship(scope, { id: scope.townshipId }), input);
}

/** Five years of a metric, of one township or of the whole county taken together. */
export async function trend(scope: CountyScope, input: TrendInput) {
  const named = input.township === null ? null : await comparedTownship(scope, { code: input.township });
  const { name, kind } = metricOf(input.metric);
  const which = { townshipId: named?.id ?? null, metric: input.metric, year: input.year };
  return { metric: input.metric, name, kind, points: await trendOf(scope, which) };
}
