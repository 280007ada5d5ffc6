import "server-only";
import { titled } from "@/domains/registry";
import { uses } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { together, type Whose } from "@/server/records/uses";
import { mostOfAKind, type SearchInput } from "./schema";

type Found = {
  type: string;
  id: string;
  title: string | null;
  facts: unknown;
  note: string | null;
  day: Day | null;
  township: string;
  townshipName: string;
};
export type SearchHit = ReturnType<typeof titled<Found>>;

/** One statement over all kinds, each cut at its limit; the tenant's predicate stands in every branch. */
async function found(scope: TownshipReader | CountyScope, whose: Whose, q: string): Promise<SearchHit[]> {
  if (q === "") return [];
  const branches = uses.flatMap(({ search }) => search?.(whose, q, mostOfAKind) ?? []);
  const rows = await scope.tx.$queryRaw<Found[]>`
    SELECT h.type, h.id, h.title, h.facts, h.note, to_char(h.day, 'YYYY-MM-DD') AS day, t.code AS township, t.name AS "townshipName"
    FROM ${together("search", branches)} h JOIN township t ON t.county_id = ${whose.countyId}::uuid AND t.id = h.township_id`;
  return rows.map(titled);
}

export function searchTownship(scope: TownshipReader, { q }: SearchInput): Promise<SearchHit[]> {
  return found(scope, scope, q);
}

export function searchCounty(scope: CountyScope, { q }: SearchInput): Promise<SearchHit[]> {
  return found(scope, { countyId: scope.countyId, townshipId: null }, q);
}
