import "server-only";
import type { SidedRows } from "@/server/records/county-rows";
import { groupsOfRow } from "@/domains/deputies/data/group-names";
import { deputiesOfRow } from "@/domains/deputies/data/in-office";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { asDay, inYear } from "@/server/db/span";
import { own, type Uses } from "@/server/records/uses";
import { reportedBy } from "./data/reports";
import { deputyVisit, dutyDispute, dutyInspection, dutyReport, groupActivity } from "./record";
import { type Active, activeInYear } from "./rules/activities";
import { reportedInTerm } from "./rules/reports";

const { sql } = Prisma;
const a = sql`a`;
const x = sql`x`;
const v = sql`v`;

export const groupActivityUses = recordUses(groupActivity, {
  book: "groups",
  deed: { code: "activity" },
  standing: {
    figures: (whose, { year, on }) => sql`
      SELECT a.township_id, jsonb_build_object('activities', count(*)::int, 'active', count(DISTINCT a.group_id)::int,
        'unnamed', coalesce(sum(a.unnamed), 0)::int,
        'groups', (SELECT count(*)::int FROM ${groupsOfRow(a, asDay(on))} g)) AS figures
      FROM group_activity a WHERE ${own(whose, a)} AND ${inYear(sql`a.occurred_on`, year)}
      GROUP BY a.county_id, a.township_id`,
    say: (figures: Active | null, { year }) => activeInYear(figures, year),
  },
});

export const dutyReportUses = recordUses(dutyReport, {
  standing: {
    figures: (whose, { on }) => sql`
      SELECT x.township_id, (SELECT jsonb_build_object('inOffice', count(*)::int, 'reported', count(had.first_on)::int)
        FROM ${deputiesOfRow(x, asDay(on))} d CROSS JOIN LATERAL ${reportedBy(asDay(on))} had) AS figures
      FROM (SELECT DISTINCT x.county_id, x.township_id FROM duty_report x WHERE ${own(whose, x)} AND x.occurred_on <= ${on}::date) x`,
    say: reportedInTerm,
  },
});

/** Where a standard asks how many households, each of them counts; else the deed itself. */
export const deputyVisitUses: Uses = {
  ...recordUses(deputyVisit, { book: "visits" }),
  deeds: (whose, from, to) => sql`
    SELECT v.kind AS deed, v.township_id, v.deputy_id, v.id, v.occurred_on AS day,
      CASE WHEN v.kind IN ('visit', 'help') THEN coalesce(v.households, 1) ELSE 1 END AS times
    FROM deputy_visit v WHERE ${own(whose, v)} AND v.occurred_on BETWEEN ${from} AND ${to}`,
};

export const dutyDisputeUses = recordUses(dutyDispute, {
  book: false,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT 'dutyDispute' AS kind, 'dutyDispute' AS type, v.id, v.topic AS title, NULL AS facts, NULL AS unit,
        to_char(v.occurred_on, 'YYYY-MM-DD') || ' 提出' AS note, NULL AS due_on
      FROM duty_dispute v WHERE ${own(whose, v)} AND v.answered_on IS NULL`),
});

export const dutyInspectionUses = recordUses(dutyInspection, { book: false });

/** Calling on voters: a visit of which nothing is said was one to be counted. The deputy is not named to the county. */
export const deputyVisitSides: SidedRows = (whose, year) => sql`
  SELECT CASE WHEN coalesce(v.note, '') <> '' THEN 'less' ELSE 'more' END AS side, v.township_id, 'deputyVisit' AS type, v.id,
    CASE v.kind WHEN 'forum' THEN '选民座谈会' ELSE '走访选民' END || coalesce('（' || v.place || '）', '') AS title,
    CASE WHEN coalesce(v.note, '') <> '' THEN '走访，写了情况' ELSE '走访，没有写情况' END AS note, v.occurred_on AS day, NULL AS path
  FROM deputy_visit v WHERE ${own(whose, v)} AND v.kind IN ('visit', 'forum') AND ${inYear(sql`v.occurred_on`, year)}`;

/** What deputies' groups did together: sat and studied, or went to look. */
export const groupActivitySides: SidedRows = (whose, year) => sql`
  SELECT CASE a.kind WHEN 'study' THEN 'more' ELSE 'less' END AS side, a.township_id, 'groupActivity' AS type, a.id, a.topic AS title,
    CASE a.kind WHEN 'study' THEN '小组学习' ELSE '小组视察调研' END AS note, a.occurred_on AS day, NULL AS path
  FROM group_activity a WHERE ${own(whose, a)} AND a.kind IN ('study', 'inspection') AND ${inYear(sql`a.occurred_on`, year)}`;
