import "server-only";
import { v7 as uuid } from "uuid";
import { contactSources } from "@/domains/contact-sources";
import { lastVisits } from "@/domains/joint-tasks/data/visits";
import { lastSigned } from "@/domains/notices/data/rows";
import { lastAsked } from "@/domains/requests/data/rows";
import { activeTownships } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { ContactSource } from "../labels";
import { defaultSilence, silenceOf, type Seen } from "../rules/silence";

const { sql } = Prisma;

const lastEntered = (countyId: string) => sql`
  SELECT e.township_id, max(e.contact_on) AS day FROM liaison_entry e
  WHERE e.county_id = ${countyId}::uuid AND e.voided_at IS NULL GROUP BY e.township_id`;

/** Where contact is seen, a line a source: a SELECT of township_id and day; on one day the first counts. */
const sources: Record<ContactSource, (countyId: string, today: Day) => Prisma.Sql> = {
  entry: lastEntered,
  visit: lastVisits,
  request: lastAsked,
  notice: lastSigned,
  ...contactSources,
};

/** A FROM item: every contact's latest day, by township and source. */
export const contactsSeen = (countyId: string, today: Day): Prisma.Sql =>
  sql`(${Prisma.join(
    (Object.keys(sources) as ContactSource[]).map(
      (source) =>
        sql`SELECT s.township_id, s.day, ${source}::text AS source FROM (${sources[source](countyId, today)}) s`,
    ),
    " UNION ALL ",
  )})`;

/** @property version null where the county goes by the program's own number */
export async function silenceLimitOf({ tx, countyId }: { tx: Rows; countyId: string }) {
  const [row] = await tx.$often<{ days: number; version: number }[]>`
    SELECT days, version FROM silence_limit WHERE county_id = ${countyId}::uuid`;
  return row ?? { days: defaultSilence, version: null };
}

type Found = { id: string; code: string; name: string; seen: Seen[] };

/** Every township with its latest contact and what counted, the longest silent first [R95]. */
export async function silence(scope: CountyScope) {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const limit = await silenceLimitOf(scope);
  const found = await tx.$queryRaw<Found[]>`
    SELECT t.id, t.code, t.name, coalesce((SELECT json_agg(json_build_object('source', s.source, 'day', s.day))
      FROM ${contactsSeen(countyId, today)} s WHERE s.township_id = t.id), '[]') AS seen
    FROM (${activeTownships(countyId)}) t`;
  const order = Object.keys(sources);
  const townships = found.map(({ seen, ...township }) => ({
    ...township,
    ...silenceOf(
      seen.toSorted((one, other) => order.indexOf(one.source) - order.indexOf(other.source)),
      limit.days,
      today,
    ),
  }));
  return {
    ...{ today, limit },
    townships: townships.toSorted((one, other) => (other.days ?? 99_999) - (one.days ?? 99_999)),
    silent: townships.filter((one) => one.silent).length,
  };
}

export async function keepSilenceLimit(
  { tx, countyId, actor }: CountyScope,
  { version, days }: { version: number | null; days: number },
): Promise<void> {
  const said = { days, editedByName: actor.name };
  if (version === null) {
    const made = await tx.silenceLimit.createMany({
      data: [{ countyId, id: uuid(), ...said }],
      skipDuplicates: true,
    });
    assertOneChanged(made.count);
    return;
  }
  const { count } = await tx.silenceLimit.updateMany({
    where: { countyId, version },
    data: { ...said, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
