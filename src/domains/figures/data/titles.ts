import "server-only";
import type { Rows } from "@/server/db/tx";
import { titleOf } from "./behind";

type Ref = { townshipId: string; type: string; id: string };

/** What records are called, by their ids, as far as whoever asks may read them. */
export async function titlesOf(
  tx: Rows,
  countyId: string,
  refs: readonly Ref[],
): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; title: string | null }[]>`
    SELECT e.record_id AS id, ${titleOf} AS title
    FROM (SELECT ${countyId}::uuid AS county_id, v."townshipId" AS township_id, v.type AS record_type, v.id AS record_id
      FROM jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) v ("townshipId" uuid, type text, id uuid)) e`;
  return new Map(rows.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const])));
}
