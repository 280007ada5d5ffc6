import "server-only";
import { deputyVisit } from "@/domains/duty/record";
import { recordKinds } from "@/domains/record-kinds";
import { peopleOf } from "@/domains/records/data/texts";
import { activity } from "@/domains/supervision/record";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { Tx } from "@/server/db/tx";
import type { Period } from "@/server/evidence/period";
import type { Raised } from "../rules/raised";
import { type Batch, batches, type Crowd, crowds, type Outing, outings } from "../rules/same-day";
import { sameDayParts, sameDayRecords } from "../rules/signals";

/** What is planned as work takes place, and a visit does; to say something, or to be heard, nobody goes anywhere. */
const events = (recordKinds as readonly AnyKind[]).filter(
  ({ type, planned }) => planned !== undefined || type === deputyVisit.type,
);

/** Who was where on which day. */
const presence = (period: Period): Prisma.Sql =>
  Prisma.join(
    events.flatMap((kind) => peopleOf(kind, period)),
    " UNION ",
  );

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
  const outside = await tx.$queryRaw<Outing[]>`
    SELECT township_id AS "townshipId", day::text AS day, type, array_agg(DISTINCT id::text) AS ids
    FROM (${Prisma.join(peopleOf(activity, period), " UNION ")}) present
    GROUP BY township_id, day, type HAVING count(DISTINCT id) >= ${sameDayRecords}::int ORDER BY 2`;
  return [...batches(together), ...crowds(alone), ...outings(outside, together)];
}
