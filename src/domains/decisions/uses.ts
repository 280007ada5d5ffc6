import "server-only";
import { recordUses } from "@/domains/records/uses";
import { ruleByDay } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { resolutionReads, taskCounts } from "./data";
import { type ResolutionsOfYear, resolutionsOfYear } from "./rules/standing";

const sql = Prisma.sql;
const d = sql`d`;

export const resolutionUses = recordUses(resolutionReads, {
  due: async (scope) => sql`
    SELECT 'resolutionFiling' AS kind, 'resolution' AS type, d.id, d.title, NULL AS facts, NULL AS unit,
      to_char(d.occurred_on, 'YYYY-MM-DD') || ' 通过' AS note, d.occurred_on + q.value AS due_on
    FROM resolution d JOIN ${await ruleByDay(scope, "resolution.filingDays", sql`d.occurred_on`)}
    WHERE ${own(scope, d)} AND d.filed_on IS NULL
    UNION ALL
    SELECT 'resolutionTask', 'resolution', d.id, t.content, NULL, t.responsible, d.title, t.due_on
    FROM resolution d JOIN resolution_task t ON t.county_id = d.county_id AND t.township_id = d.township_id AND t.resolution_id = d.id
    WHERE ${own(scope, d)} AND t.done_on IS NULL AND t.due_on IS NOT NULL`,
  standing: {
    figures: (whose, { year }) => sql`
      SELECT d.township_id, jsonb_build_object('adopted', count(*)::int, 'filed', count(d.filed_on)::int,
        'tasks', sum(n.tasks)::int, 'done', sum(n.done)::int) AS figures
      FROM resolution d CROSS JOIN LATERAL ${taskCounts(d)} n
      WHERE ${own(whose, d)} AND ${inYear(sql`d.occurred_on`, year)} GROUP BY d.township_id`,
    say: (figures: ResolutionsOfYear | null, { year }) => resolutionsOfYear(figures, year),
  },
});
