import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { Uses } from "@/server/records/uses";
import { assessmentAppeal, assessmentCycle, selfNote } from "./record";

const stages = { self: "selfAssessment", appeal: "appeal" };

/** What a year's assessment asks of a township: its self-assessment until it is handed in, and its word on the preliminary result. */
export const cycleUses: Uses = {
  type: assessmentCycle.type,
  due: ({ countyId, townshipId, now }) => {
    const today = dayOf(now);
    return Promise.resolve(Prisma.sql`
      SELECT CASE WHEN c.stage = ${stages.appeal} THEN 'assessmentAppeal' ELSE 'selfAssessment' END AS kind,
        ${assessmentCycle.type} AS type, NULL::uuid AS id, c.year || ' 年度考核' AS title, '{}'::jsonb AS facts,
        NULL AS unit, NULL AS note,
        CASE WHEN c.stage = ${stages.appeal} THEN (c.days #>> '{appeal,until}')::date
          ELSE greatest((c.days #>> '{selfAssessment,until}')::date, s.reopened_until) END AS due_on
      FROM assessment_cycle c LEFT JOIN self_assessment s
        ON s.county_id = c.county_id AND s.township_id = ${townshipId}::uuid AND s.cycle_id = c.id
      WHERE c.county_id = ${countyId}::uuid AND (
        (c.stage = ${stages.appeal} AND (c.days #>> '{appeal,until}')::date >= ${today}::date)
        OR (c.stage = ${stages.self} AND s.submitted_at IS NULL AND greatest((c.days #>> '{selfAssessment,until}')::date, s.reopened_until) >= ${today}::date)
        OR (c.stage = 'review' AND s.submitted_at IS NULL AND s.reopened_until >= ${today}::date))`);
  },
  countyDue: ({ countyId }) => Prisma.sql`
    SELECT 'cycleStage' AS kind, ${assessmentCycle.type} AS type, NULL AS township_id, c.id, c.year || ' 年度考核' AS title, NULL AS note,
      (c.days #>> ARRAY[c.stage, 'until'])::date AS due_on, 'assessment/cycle?year=' || c.year AS page
    FROM assessment_cycle c WHERE c.county_id = ${countyId}::uuid AND c.stage NOT IN ('published', 'archived')`,
};

/** What was said of a year's indicator, as the book of files names it. */
const titledBy =
  ({ type, name, table }: typeof selfNote | typeof assessmentAppeal): NonNullable<Uses["titles"]> =>
  ({ countyId, townshipId }, ids) => Prisma.sql`
    SELECT ${type} AS type, w.id, c.year || ' 年' || ${name} || '（' || w.indicator || '）' AS title, NULL AS facts
    FROM ${identifier(table)} w JOIN assessment_cycle c ON c.county_id = w.county_id AND c.id = w.cycle_id
    WHERE w.county_id = ${countyId}::uuid AND w.township_id = ${townshipId}::uuid AND w.id = ANY (${ids}::uuid[])`;

export const selfNoteUses: Uses = { type: selfNote.type, titles: titledBy(selfNote) };
export const appealUses: Uses = { type: assessmentAppeal.type, titles: titledBy(assessmentAppeal) };
