import "server-only";
import { carryingOf, findingsToVerify } from "@/domains/supervision/data/carrying";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { jointPart } from "./record";
import { answerDays, judgeDays, verifyDays } from "./rules/county-due";

const { sql } = Prisma;
const p = sql`p`;

/** What a township knows of: the county, too, reads no more than this in what is made of a township's records. */
const shown = (whose: Whose) => sql`${own(whose, p)} AND p.shown_from IS NOT NULL AND t.voided_at IS NULL`;
const withTask = sql`joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id`;

/** Nothing carries it out, or no more: the activity was struck out. */
const uncarried = sql`(${carryingOf(p)} IS NULL AND t.kind <> 'rating')`;

/** A visit takes place once: as the activity that carries it out, as soon as there is one. */
export const jointPartUses: Uses = {
  type: jointPart.type,
  due: (whose) => {
    const today = sql`${dayOf(whose.now)}::date`;
    return Promise.resolve(sql`
      SELECT CASE WHEN p.verdict = 'returned' THEN 'jointReturned' WHEN p.accepted_on IS NULL THEN 'jointAccept'
          WHEN ${uncarried} AND (p.visit_until <= ${today} OR p.submitted_on IS NOT NULL) THEN 'jointCarryOut' ELSE 'jointSubmit' END AS kind,
        'jointPart' AS type, p.id, t.title, NULL AS facts, NULL AS unit,
        CASE WHEN p.verdict = 'returned' THEN p.verdict_why ELSE '到乡镇 ' || p.visit_from END AS note,
        CASE WHEN p.accepted_on IS NULL AND p.verdict IS NULL THEN least(p.visit_from, t.result_due_on) ELSE t.result_due_on END AS due_on
      FROM ${withTask}
      WHERE ${shown(whose)} AND t.state IN ('issued', 'reporting') AND (p.submitted_on IS NULL OR p.verdict = 'returned' OR p.verdict IS NULL AND ${uncarried})
        AND NOT (p.accepted_on IS NULL AND p.proposed_on IS NOT NULL AND p.answered_on IS NULL)`);
  },
  countyDue: (whose) => {
    const waiting = sql`${own(whose, p)} AND p.shown_from IS NOT NULL AND t.voided_at IS NULL AND t.state IN ('issued', 'reporting')`;
    return sql`
      SELECT 'jointToJudge' AS kind, 'jointPart' AS type, p.township_id, t.id, t.title, '提交于 ' || p.submitted_on AS note, p.submitted_on + ${judgeDays}::int AS due_on
      FROM ${withTask} WHERE ${waiting} AND p.submitted_on IS NOT NULL AND p.verdict IS NULL AND NOT ${uncarried}
      UNION ALL
      SELECT 'jointToAnswer', 'jointPart', p.township_id, t.id, t.title, p.proposed_why, p.proposed_on + ${answerDays}::int
      FROM ${withTask} WHERE ${waiting} AND p.proposed_on IS NOT NULL AND p.answered_on IS NULL AND p.submitted_on IS NULL
      UNION ALL
      SELECT 'jointFindingToVerify', 'finding', p.township_id, f.id, f.title, t.title, f.rectified_on + ${verifyDays}::int
      FROM ${withTask} JOIN LATERAL ${findingsToVerify(p)} f ON true WHERE ${waiting}`;
  },
  titles: (whose, ids) => sql`
    SELECT 'jointPart' AS type, p.id, t.title, NULL AS facts FROM ${withTask} WHERE ${shown(whose)} AND p.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'jointPart' AS type, p.township_id, p.id, t.title, NULL AS facts, t.law_name AS note, p.visit_from AS day FROM ${withTask}
    WHERE ${shown(whose)} AND (${holds(sql`t.title`, q)} OR ${holds(sql`t.law_name`, q)} OR ${holds(sql`p.result_text`, q)})
    ORDER BY p.visit_from DESC, p.id LIMIT ${limit}`,
  calendar: (whose, from, to) => sql`
    SELECT 'jointPart' AS type, p.township_id, p.id, t.title, NULL AS facts, p.visit_from AS from_on, p.visit_until AS to_on,
      '县人大联动' AS note
    FROM ${withTask}
    WHERE ${shown(whose)} AND t.state IN ('issued', 'reporting') AND ${carryingOf(p)} IS NULL AND p.submitted_on IS NULL
      AND p.visit_from <= ${to}::date AND p.visit_until >= ${from}::date`,
};
