import "server-only";
import { uses } from "@/domains/uses";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import { dayAfter, firstDay, type Period, todayOf } from "@/server/evidence/period";
import type { Raised } from "../rules/raised";
import { type Batch, batches, type Crowd, crowds } from "../rules/same-day";
import { sameDayParts, sameDayRecords } from "../rules/signals";

const sql = Prisma.sql;

/** Who was where on which day, by every kind that tells what deputies did; to put forward a suggestion nobody goes anywhere. */
function presence(period: Period): Prisma.Sql {
  const last = sql`least(${todayOf(period)}, ${dayAfter(period)} - 1)`;
  const branches = uses.flatMap(({ type, deeds }) =>
    deeds === undefined || type === "suggestion"
      ? []
      : [
          sql`SELECT ${type}::text AS type, township_id, deputy_id, id, day FROM (${deeds(period, firstDay(period), last)}) done`,
        ],
  );
  return Prisma.join(branches, " UNION ");
}

/** Days on which the same people were named again and again, or one person more often than a day allows. */
export async function sameDays(tx: Tx, period: Period): Promise<Raised[]> {
  const together = await tx.$queryRaw<Batch[]>`
    SELECT township_id AS "townshipId", day::text AS day, type, people, array_agg(id::text ORDER BY id) AS ids
    FROM (SELECT type, township_id, day, id, count(*)::int AS people, string_agg(deputy_id::text, ' ' ORDER BY deputy_id) AS who
      FROM (${presence(period)}) present GROUP BY 1, 2, 3, 4) records
    WHERE people > 1 GROUP BY township_id, day, type, people, who HAVING count(*) >= ${sameDayRecords}::int ORDER BY 2, 5`;
  const alone = await tx.$queryRaw<Crowd[]>`
    SELECT township_id AS "townshipId", day::text AS day, deputy_id AS "deputyId",
      json_agg(json_build_object('type', type, 'id', id) ORDER BY id) AS records
    FROM (${presence(period)}) present GROUP BY 1, 2, 3 HAVING count(*) > ${sameDayParts}::int ORDER BY 2, 3`;
  return [...batches(together), ...crowds(alone)];
}
