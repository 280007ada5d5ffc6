import "server-only";
import type { SidedRows } from "@/server/records/county-rows";
import { recordUses } from "@/domains/records/uses";
import { countToBeAppraised } from "@/domains/suggestions/data/appraised-units";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own, type Uses } from "@/server/records/uses";
import { outcomeReads } from "./data/outcomes";
import { roundReads } from "./data/rounds";
import { type AppraisedInYear, appraisalOfYear, quarterEnding } from "./rules/standing";

const { sql } = Prisma;
const a = sql`a`;

/** In a quarter's last month its round, where the township holds any; and what comes of a year's last round. */
function waiting(whose: Parameters<NonNullable<Uses["due"]>>[0], today: Day): Prisma.Sql {
  const year = yearOf(today);
  const ending = quarterEnding(today);
  const round = sql`
    SELECT 'appraisalRound' AS kind, 'appraisal' AS type, NULL::uuid AS id, ${ending?.name ?? ""}::text AS title, NULL AS facts, NULL AS unit,
      NULL AS note, ${ending?.lastDay ?? today}::date AS due_on
    WHERE ${ending !== null} AND EXISTS (SELECT FROM appraisal a WHERE ${own(whose, a)} AND a.year >= ${year - 1}::int)
      AND NOT EXISTS (SELECT FROM appraisal a WHERE ${own(whose, a)} AND a.year = ${year}::int AND a.quarter = ${ending?.quarter ?? ""})`;
  return sql`${round} UNION ALL
    SELECT 'appraisalOutcomes', 'appraisal', NULL, a.year || '年', NULL, NULL, '奖牌、通报和视察', NULL
    FROM appraisal a WHERE ${own(whose, a)} AND a.quarter = 'q4' AND a.year >= ${year - 1}::int AND NOT EXISTS (SELECT FROM appraisal_outcome o
      WHERE o.county_id = a.county_id AND o.township_id = a.township_id AND o.year = a.year AND o.voided_at IS NULL)`;
}

export const appraisalUses: Uses = recordUses(roundReads, {
  book: "appraisals",
  due: (whose) => Promise.resolve(waiting(whose, dayOf(whose.now))),
  standing: {
    figures: (whose, { year }) => sql`
      SELECT a.township_id, jsonb_build_object('rounds', count(*)::int, 'yearEnd', bool_or(a.quarter = 'q4'),
        'asked', ${countToBeAppraised(a, sql`${year}::int`)},
        'missed', ${countToBeAppraised(a, sql`${year}::int`)} - (SELECT count(DISTINCT l.unit_id)::int FROM appraisal_line l
          JOIN appraisal x ON x.county_id = l.county_id AND x.township_id = l.township_id AND x.id = l.appraisal_id
          WHERE x.county_id = a.county_id AND x.township_id = a.township_id AND x.year = ${year}::int AND x.voided_at IS NULL)) AS figures
      FROM appraisal a WHERE ${own(whose, a)} AND a.year = ${year}::int GROUP BY a.county_id, a.township_id`,
    say: (figures: AppraisedInYear | null, { year }) => appraisalOfYear(figures, year),
  },
});

export const appraisalOutcomeUses: Uses = recordUses(outcomeReads, {
  book: "appraisals",
});

/** What looks at those who lead: rounds in which they report on their duty, and opinions on stations that two masters appoint to. */
export const appraisalSides: SidedRows = (whose, year) => sql`
  SELECT 'less' AS side, a.township_id, 'appraisal' AS type, a.id,
    a.year || '年' || CASE a.quarter WHEN 'q1' THEN '第一季度' WHEN 'q2' THEN '第二季度' WHEN 'q3' THEN '第三季度' ELSE '第四季度' END || '站所评议' AS title,
    '评议中听取站所负责人述职' AS note, a.occurred_on AS day, NULL AS path
  FROM appraisal a WHERE ${own(whose, a)} AND a.mode IN ('dutyReport', 'combined') AND ${inYear(sql`a.occurred_on`, year)}
  UNION ALL
  SELECT 'less', o.township_id, 'appraisalOutcome', o.id, o.year || '年双管站所年度考核意见', '对站所负责人的考核意见', o.occurred_on, NULL
  FROM appraisal_outcome o WHERE ${own(whose, sql`o`)} AND o.kind = 'partyOpinion' AND ${inYear(sql`o.occurred_on`, year)}`;
