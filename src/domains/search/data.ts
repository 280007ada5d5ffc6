import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { containing, lettersOf, nameMatches } from "@/server/db/search";
import { mostOfAKind, type SearchInput, type SearchKind } from "./schema";

export type SearchHit = {
  kind: SearchKind;
  id: string;
  title: string;
  note: string | null;
  day: Day;
  township: string;
  townshipName: string;
};

/** One statement over all kinds, each cut at its limit, newest first; the tenant's predicate stands in every branch. */
function hits(tenant: Prisma.Sql, q: string): Prisma.Sql {
  const pattern = containing(q);
  const letters = containing(lettersOf(q));
  const named = nameMatches(Prisma.sql`name`, q);
  const latest = (day: Prisma.Sql) => Prisma.sql`ORDER BY ${day} DESC, id LIMIT ${mostOfAKind}`;
  return Prisma.sql`
    (SELECT 'deputy' AS kind, township_id, id, name AS title, occupation AS note, occurred_on AS day FROM deputy
      WHERE ${tenant} AND (${named} OR initials ILIKE ${letters} OR replace(pinyin, ' ', '') ILIKE ${letters} OR occupation ILIKE ${pattern})
      ORDER BY (${named}) DESC, pinyin, id LIMIT ${mostOfAKind})
    UNION ALL
    (SELECT 'suggestion', township_id, id, title, year || '年第' || number || '号', received_on FROM suggestion
      WHERE ${tenant} AND (title ILIKE ${pattern} OR content ILIKE ${pattern} OR year || '年第' || number || '号' ILIKE ${pattern})
      ${latest(Prisma.sql`received_on`)})
    UNION ALL
    (SELECT 'session', township_id, id, '第' || number || '次会议', coalesce(summary, place), starts_on FROM session
      WHERE ${tenant} AND ('第' || number || '次会议' ILIKE ${pattern} OR summary ILIKE ${pattern} OR place ILIKE ${pattern})
      ${latest(Prisma.sql`starts_on`)})
    UNION ALL
    (SELECT 'presidiumMeeting', township_id, id, topic, left(decisions, 80), occurred_on FROM presidium_meeting
      WHERE ${tenant} AND (topic ILIKE ${pattern} OR decisions ILIKE ${pattern}) ${latest(Prisma.sql`occurred_on`)})
    UNION ALL
    (SELECT 'activity', township_id, id, topic, coalesce(law_name, place), occurred_on FROM activity
      WHERE ${tenant} AND (topic ILIKE ${pattern} OR law_name ILIKE ${pattern} OR place ILIKE ${pattern}) ${latest(Prisma.sql`occurred_on`)})
    UNION ALL
    (SELECT 'finding', township_id, id, left(description, 80), left(rectification, 80), occurred_on FROM finding
      WHERE ${tenant} AND (description ILIKE ${pattern} OR rectification ILIKE ${pattern}) ${latest(Prisma.sql`occurred_on`)})`;
}

function found(scope: TownshipReader | CountyScope, tenant: Prisma.Sql, q: string): Promise<SearchHit[]> {
  if (q === "") return Promise.resolve([]);
  return scope.tx.$queryRaw<SearchHit[]>`
    SELECT h.kind, h.id, h.title, h.note, to_char(h.day, 'YYYY-MM-DD') AS day, t.code AS township, t.name AS "townshipName"
    FROM (${hits(tenant, q)}) h JOIN township t ON t.county_id = ${scope.countyId}::uuid AND t.id = h.township_id`;
}

export function searchTownship(scope: TownshipReader, { q }: SearchInput) {
  const tenant = Prisma.sql`county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL`;
  return found(scope, tenant, q);
}

export function searchCounty(scope: CountyScope, { q }: SearchInput) {
  return found(scope, Prisma.sql`county_id = ${scope.countyId}::uuid AND voided_at IS NULL`, q);
}
