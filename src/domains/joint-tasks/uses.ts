import "server-only";
import { carryingOf, findingsToVerify } from "@/domains/supervision/data/carrying";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { holds } from "@/server/db/search";
import { type CountyCard, valueRows } from "@/server/records/county-rows";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { factsOf } from "./data/facts";
import { handedIn, uncarried } from "./data/rows";
import { jointPart, jointTask } from "./record";
import { conflictsOf } from "./rules/conflicts";
import { answerDays, judgeDays, verifyDays } from "./rules/county-due";

const { sql } = Prisma;
const p = sql`p`;

/** What a township knows of: the county, too, reads no more than this in what is made of a township's records. */
const shown = (whose: Whose) => sql`${own(whose, p)} AND p.shown_from IS NOT NULL AND t.voided_at IS NULL`;
const withTask = sql`joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id`;

/** The township's turn: nothing handed in, returned, or handed in of what was struck out since. */
const owing = sql`(${handedIn} IS NULL OR p.verdict = 'returned')`;
/** The county's turn. */
const toJudge = sql`(${handedIn} IS NOT NULL AND p.verdict IS NULL)`;

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
      WHERE ${shown(whose)} AND t.state IN ('issued', 'reporting') AND ${owing}
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

/** What speaks against the days of this year's joint tasks, each thing once, told at the visit that may be moved. */
export const taskConflicts: CountyCard = {
  key: "taskConflicts",
  title: "联动任务的冲突",
  unit: "处",
  dayIs: "到乡镇的日期",
  waitsFor: "county",
  say: (count, townships) => `今年的联动安排有 ${count} 处冲突，涉及 ${townships} 个乡镇，可以改期或合并`,
  none: "联动任务没有冲突",
  closed: true,
  under: "county",
  rows: async (scope) => {
    const facts = await factsOf(scope, yearOf(dayOf(scope.now)));
    const visits = new Map(facts.visits.map((visit) => [visit.id, visit]));
    return valueRows(
      conflictsOf(facts).flatMap(({ visit: id, sentence }) => {
        const visit = visits.get(id);
        if (visit === undefined) return [];
        const { taskId, township, task, from } = visit;
        return {
          ...{ township_id: township, type: null, id: null, title: sentence, note: `「${task}」` },
          ...{ day: from, path: `/joint/${taskId}` },
        };
      }),
    );
  },
};

/** Parts that a township knows of, told with their day. @param where what is asked of part `p` of task `t` */
const partRows = ({ countyId }: CountyScope, note: string, day: Prisma.Sql, where: Prisma.Sql) => sql`
  SELECT p.township_id, NULL AS type, NULL AS id, t.title, ${note}::text AS note, ${day} AS day, '/joint/' || p.task_id AS path
  FROM ${withTask} WHERE ${shown({ countyId, townshipId: null })} AND t.state IN ('issued', 'reporting') AND ${where}`;

/** Whose results are overdue, begun or not. */
export const overdueParts: CountyCard = {
  key: "partsOverdue",
  title: "逾期没有交成果的联动任务",
  unit: "份",
  dayIs: "成果期限",
  deadline: true,
  waitsFor: "townships",
  say: (count, townships) => `${townships} 个乡镇有 ${count} 份联动任务成果过了期限没有提交，含还没开展的`,
  none: "联动任务成果没有逾期的",
  under: "county",
  rows: (scope) =>
    Promise.resolve(
      partRows(
        scope,
        "还没有提交成果",
        sql`t.result_due_on`,
        sql`${owing} AND t.result_due_on < ${dayOf(scope.now)}::date`,
      ),
    ),
};

/** What townships handed in and the county has not judged: the county's own debt. */
export const unjudgedParts: CountyCard = {
  key: "partsUnjudged",
  title: "等县人大认定的联动成果",
  unit: "份",
  dayIs: "提交日期",
  waitsFor: "county",
  say: (count, townships) => `${townships} 个乡镇交来 ${count} 份联动成果，等县人大认定`,
  none: "交来的联动成果都已认定",
  under: "county",
  rows: (scope) => Promise.resolve(partRows(scope, "已提交，等认定", sql`p.submitted_on`, toJudge)),
};

/** Unannounced visits that their townships do not know of. Read for the county's own people alone, and never for a projector. */
const hiddenParts = ({ countyId }: { countyId: string }, where: Prisma.Sql) => sql`
  FROM ${withTask}
  WHERE ${own({ countyId, townshipId: null }, p)} AND p.shown_from IS NULL AND t.voided_at IS NULL AND t.state = 'issued' AND ${where}`;

/** Visits that nobody began though their days are over: the county's own debt, of which the township knows nothing. */
export const unbegunVisits: CountyCard = {
  key: "visitsUnbegun",
  title: "过了日子还没开始的暗访",
  unit: "次",
  dayIs: "到乡镇的最后一天",
  deadline: true,
  waitsFor: "county",
  say: (count, townships) => `${townships} 个乡镇的 ${count} 次暗访过了日子还没开始，请开始、改日期或免去`,
  none: "没有过了日子还没开始的暗访",
  closed: true,
  under: "county",
  rows: (scope) =>
    Promise.resolve(sql`
      SELECT p.township_id, NULL AS type, NULL AS id, t.title, '乡镇还不知道'::text AS note, p.visit_until AS day, '/joint/' || p.task_id AS path
      ${hiddenParts(scope, sql`p.visit_until < ${dayOf(scope.now)}::date`)}`),
};

/**
 * What waits for the county: a visit it is to begin, a township's wish or result to answer, what was mended and nobody verified, and a task whose day is
 * near or gone without all its results.
 */
export const jointTaskUses: Uses = {
  type: jointTask.type,
  countyDue: ({ countyId, now }) => {
    const whose = { countyId, townshipId: null };
    const page = sql`'joint/' || t.id`;
    const waiting = sql`${shown(whose)} AND t.state IN ('issued', 'reporting')`;
    return sql`
      SELECT 'jointJudge' AS kind, 'jointTask' AS type, p.township_id, p.id, t.title, '提交于 ' || p.submitted_on AS note,
        p.submitted_on + ${judgeDays}::int AS due_on, ${page} AS page
      FROM ${withTask} WHERE ${waiting} AND ${toJudge}
      UNION ALL
      SELECT 'jointAnswer', 'jointTask', p.township_id, p.id, t.title, p.proposed_why, p.proposed_on + ${answerDays}::int, ${page}
      FROM ${withTask} WHERE ${waiting} AND p.proposed_on IS NOT NULL AND p.answered_on IS NULL AND p.submitted_on IS NULL
      UNION ALL
      SELECT 'jointVerify', 'jointTask', p.township_id, f.id, f.title, t.title, f.rectified_on + ${verifyDays}::int, ${page}
      FROM ${withTask} JOIN LATERAL ${findingsToVerify(p)} f ON true WHERE ${waiting}
      UNION ALL
      SELECT 'jointStart', 'jointTask', p.township_id, p.id, t.title, '乡镇还不知道', p.visit_until, ${page}
      ${hiddenParts({ countyId }, sql`p.visit_from <= ${dayOf(now)}::date + 10`)}
      UNION ALL
      SELECT 'jointCollect', 'jointTask', NULL, t.id, t.title, count(*) || ' 个乡镇没交', t.result_due_on, ${page}
      FROM ${withTask}
      WHERE ${own(whose, p)} AND t.voided_at IS NULL AND t.state = 'issued' AND ${owing} AND t.result_due_on <= ${dayOf(now)}::date + 10
      GROUP BY t.county_id, t.id, t.title, t.result_due_on`;
  },
};
