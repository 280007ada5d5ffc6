import "server-only";
import { countyNamed } from "@/domains/tenancy/data";
import type { CountyScope } from "@/server/db/scope";
import { metricCodes } from "../rules/metrics";
import { type FinalBundle, finalFormat } from "../rules/final-result";
import { type Bundle, bundleFormat, type FrozenRow } from "../rules/snapshot";
import { resultOf } from "./result";
import { snapshotOf } from "./snapshot";

/** The file that is published: the snapshot put together again and, once the meeting has decided, its result; null while nothing is frozen. */
export async function bundleOf(scope: CountyScope, year: number): Promise<Bundle | FinalBundle | null> {
  const frozen = await frozenBundle(scope, year);
  const kept = frozen === null ? null : await resultOf(scope, year);
  if (frozen === null || kept === null) return frozen;
  const { decision, results, frozenHash, hash } = kept;
  return { ...frozen, format: finalFormat, frozenHash, decision, results, hash };
}

async function frozenBundle(scope: CountyScope, year: number): Promise<Bundle | null> {
  const { tx, countyId } = scope;
  const snapshot = await snapshotOf(scope, year);
  if (snapshot === null) return null;
  const county = await countyNamed(scope);
  const kept = await tx.$queryRaw<{ townshipId: string; metric: string; hash: string; rows: FrozenRow[] }[]>`
    SELECT township_id AS "townshipId", metric, hash, rows FROM frozen_evidence
    WHERE county_id = ${countyId}::uuid AND year = ${year}`;
  const parts = new Map(kept.map((part) => [`${part.townshipId} ${part.metric}`, part]));
  return {
    format: bundleFormat,
    ...{ county, year, note: snapshot.note, judgedOn: snapshot.judgedOn },
    ...{ frozenAt: snapshot.frozenAt.toISOString(), ...snapshot.terms },
    townships: snapshot.townships.map(({ standing }) => standing),
    evidence: snapshot.townships.flatMap(({ id, standing, cells }) =>
      metricCodes.flatMap((metric) => {
        const [part, cell] = [parts.get(`${id} ${metric}`), cells.find((one) => one.metric === metric)];
        if (part === undefined || cell === undefined) return [];
        return [{ township: standing.code, metric, cell, hash: part.hash, rows: part.rows }];
      }),
    ),
    hash: snapshot.hash,
  };
}
