import "server-only";
import { carryingOf } from "@/domains/supervision/data/carrying";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { jointPart, jointTask } from "./record";

const { sql } = Prisma;
const p = sql`p`;

/** What a township knows of: the county, too, reads no more than this in what is made of a township's records. */
const shown = (whose: Whose) => sql`${own(whose, p)} AND p.shown_from IS NOT NULL AND t.voided_at IS NULL`;
const withTask = sql`joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id`;

/** A visit takes place once: as the activity that carries it out, as soon as there is one. */
export const jointPartUses: Uses = {
  type: jointPart.type,
  due: (whose) => {
    const today = sql`${dayOf(whose.now)}::date`;
    return Promise.resolve(sql`
      SELECT CASE WHEN p.verdict = 'returned' THEN 'jointReturned' WHEN p.accepted_on IS NULL THEN 'jointAccept'
          WHEN ${carryingOf(p)} IS NULL AND t.kind <> 'rating' AND p.visit_until <= ${today} THEN 'jointCarryOut' ELSE 'jointSubmit' END AS kind,
        'jointPart' AS type, p.id, t.title, NULL AS facts, NULL AS unit,
        CASE WHEN p.verdict = 'returned' THEN p.verdict_why ELSE '到乡镇 ' || p.visit_from END AS note,
        CASE WHEN p.accepted_on IS NULL AND p.verdict IS NULL THEN least(p.visit_from, t.result_due_on) ELSE t.result_due_on END AS due_on
      FROM ${withTask}
      WHERE ${shown(whose)} AND t.state IN ('issued', 'reporting') AND (p.submitted_on IS NULL OR p.verdict = 'returned')
        AND NOT (p.accepted_on IS NULL AND p.proposed_on IS NOT NULL AND p.answered_on IS NULL)`);
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

/** What waits for the county: a township's wish or result to answer, and a task whose day is near or gone without all its results. */
export const jointTaskUses: Uses = {
  type: jointTask.type,
  countyDue: ({ countyId, now }) => {
    const living = sql`p.county_id = ${countyId}::uuid AND p.voided_at IS NULL AND t.voided_at IS NULL`;
    return sql`
      SELECT CASE WHEN p.submitted_on IS NOT NULL THEN 'jointJudge' ELSE 'jointAnswer' END AS kind, 'jointTask' AS type, p.id, t.title, NULL AS note,
        CASE WHEN p.submitted_on IS NOT NULL THEN greatest(t.result_due_on, p.submitted_on) ELSE p.visit_from END AS due_on, 'joint/' || t.id AS page
      FROM ${withTask}
      WHERE ${living} AND t.state IN ('issued', 'reporting')
        AND (p.submitted_on IS NOT NULL AND p.verdict IS NULL OR p.submitted_on IS NULL AND p.proposed_on IS NOT NULL AND p.answered_on IS NULL)
      UNION ALL
      SELECT 'jointCollect', 'jointTask', t.id, t.title, count(*) || ' 个乡镇没交', t.result_due_on, 'joint/' || t.id
      FROM ${withTask}
      WHERE ${living} AND t.state = 'issued' AND p.submitted_on IS NULL AND t.result_due_on <= ${dayOf(now)}::date + 10
      GROUP BY t.county_id, t.id, t.title, t.result_due_on`;
  },
};
