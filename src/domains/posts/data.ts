import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { asDay, standsOn } from "@/server/db/span";
import type { Rows } from "@/server/db/tx";
import type { postLabels } from "./record";

export type Officer = { townshipId: string; name: string; post: keyof typeof postLabels };

/** Whom to ask for in each of the county's township congresses on a day: the chair first, then who does the daily work. */
export const officersOn = (
  { tx, countyId }: { tx: Rows; countyId: string },
  day: Day,
  townshipIds: readonly string[],
): Promise<Officer[]> => tx.$queryRaw<Officer[]>`
  SELECT DISTINCT ON (p.township_id, place.nth, p.name) p.township_id AS "townshipId", p.name, p.post FROM post p
  JOIN (VALUES ('chair', 1), ('viceChair', 2), ('secretary', 3), ('liaison', 4)) place (post, nth) ON place.post = p.post
  WHERE p.county_id = ${countyId}::uuid AND p.township_id = ANY (${townshipIds}::uuid[]) AND ${standsOn(Prisma.sql`p`, asDay(day))}
  ORDER BY p.township_id, place.nth, p.name`;
