import "server-only";
import type { SidedRows } from "@/server/records/county-rows";
import { recordUses } from "@/domains/records/uses";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { ruleByDay } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { workReportReads } from "./data";
import { type ReportsOfYear, reportsOfYear } from "./rules/standing";

const sql = Prisma.sql;
const w = sql`w`;

export const workReportUses = recordUses(workReportReads, {
  book: "supervision",
  due: async (scope) => {
    const today = dayOf(scope.now);
    return sql`
      SELECT CASE WHEN w.handed_on IS NOT NULL THEN 'reportResponse' WHEN w.opinion_on IS NOT NULL THEN 'reportHandover'
          ELSE 'reportOpinion' END AS kind, 'specialWorkReport' AS type, w.id, w.topic AS title, NULL AS facts,
        coalesce(h.short_name, h.name) AS unit, to_char(w.occurred_on, 'YYYY-MM-DD') || ' 听取' AS note,
        (w.handed_on + make_interval(months => q.value))::date AS due_on
      FROM special_work_report w JOIN ${await ruleByDay(scope, "report.responseMonths", sql`w.occurred_on`)}
      LEFT JOIN ${unitOf(w)}
      WHERE ${own(scope, w)} AND w.occurred_on <= ${today}::date AND w.responded_on IS NULL`;
  },
  standing: {
    figures: (whose, { year, on }) => sql`
      SELECT w.township_id, jsonb_build_object('heard', count(*)::int, 'deliberated', count(w.opinion_on)::int,
        'lawGovernment', bool_or(w.kind = 'lawGovernment' AND w.opinion_on IS NOT NULL)) AS figures
      FROM special_work_report w WHERE ${own(whose, w)} AND ${inYear(sql`w.occurred_on`, year)} AND w.occurred_on <= ${on}::date
      GROUP BY w.township_id`,
    say: (figures: ReportsOfYear | null, { year }) => reportsOfYear(figures, year),
  },
});

/** Reports on work that were heard and deliberated. */
export const workReportSides: SidedRows = (whose, year) => sql`
  SELECT 'more' AS side, w.township_id, 'specialWorkReport' AS type, w.id, w.topic AS title, '听取审议工作报告' AS note, w.occurred_on AS day,
    NULL AS path
  FROM special_work_report w WHERE ${own(whose, w)} AND w.opinion_on IS NOT NULL AND ${inYear(sql`w.occurred_on`, year)}`;
