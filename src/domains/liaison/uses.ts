import "server-only";
import { activeTownships } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyCard } from "@/server/records/county-rows";
import type { Uses } from "@/server/records/uses";
import { contactsSeen } from "./data/silence";
import { liaisonEntry } from "./record";
import { defaultSilence } from "./rules/silence";

const { sql } = Prisma;

/** Every township with the day it was last heard of, null where it never was, and how many days the county lets pass. */
const heard = (countyId: string, today: Day) => sql`(
  SELECT t.id, t.name, s.day, coalesce((SELECT l.days FROM silence_limit l WHERE l.county_id = ${countyId}::uuid), ${defaultSilence}::int) AS days
  FROM (${activeTownships(countyId)}) t
  LEFT JOIN (SELECT seen.township_id, max(seen.day) AS day FROM ${contactsSeen(countyId, today)} seen GROUP BY seen.township_id) s
    ON s.township_id = t.id)`;

/** A township that was last heard of longer ago than the county allows; one that never was is told on the pages alone. */
export const liaisonUses: Uses = {
  type: liaisonEntry.type,
  countyDue: ({ countyId, now }) => sql`
    SELECT 'silentTownship' AS kind, 'liaisonEntry' AS type, NULL AS township_id, h.id, h.name AS title, '上次联系 ' || h.day AS note,
      h.day + h.days + 1 AS due_on, 'liaison/contacts' AS page
    FROM ${heard(countyId, dayOf(now))} h WHERE h.day + h.days < ${dayOf(now)}::date`,
};

/** Those not heard of for longer than the county allows, and those that never were. */
export const silentTownships: CountyCard = {
  key: "silentTownships",
  title: "很久没有联系的乡镇",
  unit: "个",
  dayIs: "上次联系",
  waitsFor: "county",
  say: (count) => `${count} 个乡镇超过县里定的天数没有联系，或者从来没有联系过`,
  none: "各乡镇都有联系",
  under: "county",
  rows: ({ countyId, now }) =>
    Promise.resolve(sql`
      SELECT h.id AS township_id, NULL AS type, NULL AS id, h.name AS title,
        CASE WHEN h.day IS NULL THEN '还没有联系过' ELSE '联系中断' END AS note, h.day, '/liaison/contacts' AS path
      FROM ${heard(countyId, dayOf(now))} h WHERE h.day IS NULL OR h.day + h.days < ${dayOf(now)}::date`),
};
