import "server-only";
import { activeTownships } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { Uses } from "@/server/records/uses";
import { contactsSeen } from "./data/silence";
import { liaisonEntry } from "./record";
import { defaultSilence } from "./rules/silence";

const { sql } = Prisma;

/** A township that was last heard of longer ago than the county allows; one that never was is told on the page alone. */
export const liaisonUses: Uses = {
  type: liaisonEntry.type,
  countyDue: ({ countyId, now }) => sql`
    SELECT 'silentTownship' AS kind, 'liaisonEntry' AS type, NULL AS township_id, t.id, t.name AS title, '上次联系 ' || s.day AS note,
      s.day + s.days + 1 AS due_on, 'liaison/contacts' AS page
    FROM (SELECT seen.township_id, max(seen.day) AS day,
        coalesce((SELECT l.days FROM silence_limit l WHERE l.county_id = ${countyId}::uuid), ${defaultSilence}::int) AS days
      FROM ${contactsSeen(countyId, dayOf(now))} seen GROUP BY seen.township_id) s
    JOIN (${activeTownships(countyId)}) t ON t.id = s.township_id
    WHERE s.day + s.days < ${dayOf(now)}::date`,
};
