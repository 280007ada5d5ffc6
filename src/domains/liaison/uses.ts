import "server-only";
import { activeTownships } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyCard } from "@/server/records/county-rows";
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

/** Those not heard of for longer than the county allows, and those that never were. */
export const silentTownships: CountyCard = {
  key: "silentTownships",
  title: "很久没有联系的乡镇",
  unit: "个",
  dayIs: "上次联系",
  say: (count) => `${count} 个乡镇超过县里定的天数没有联系，或者从来没有联系过`,
  none: "各乡镇都有联系",
  under: "county",
  rows: ({ countyId, now }) =>
    Promise.resolve(sql`
      SELECT t.id AS township_id, NULL AS type, NULL AS id, t.name AS title,
        CASE WHEN s.day IS NULL THEN '还没有联系过' ELSE '联系中断' END AS note, s.day, '/liaison/contacts' AS path
      FROM (${activeTownships(countyId)}) t
      LEFT JOIN (SELECT seen.township_id, max(seen.day) AS day FROM ${contactsSeen(countyId, dayOf(now))} seen GROUP BY seen.township_id) s
        ON s.township_id = t.id
      WHERE s.day IS NULL OR s.day + coalesce((SELECT l.days FROM silence_limit l WHERE l.county_id = ${countyId}::uuid), ${defaultSilence}::int)
        < ${dayOf(now)}::date`),
};
