import "server-only";
import { carryingOf } from "@/domains/supervision/data/carrying";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";

const { sql } = Prisma;

/** When the county was last with each township for a joint task that was carried out there: a SELECT of township_id and day. */
export const lastVisits = (countyId: string, today: Day): Prisma.Sql => sql`
  SELECT p.township_id, max((c.activity ->> 'on')::date) AS day
  FROM joint_part p CROSS JOIN LATERAL (SELECT ${carryingOf(sql`p`)}::jsonb AS activity) c
  WHERE p.county_id = ${countyId}::uuid AND p.voided_at IS NULL AND p.shown_from IS NOT NULL AND p.activity_id IS NOT NULL
    AND (c.activity ->> 'on')::date <= ${today}::date
  GROUP BY p.township_id`;
