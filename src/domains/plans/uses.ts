import "server-only";
import { recordUses } from "@/domains/records/uses";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { own, type Uses } from "@/server/records/uses";
import { workLabels } from "./labels";
import { lastDayOf, stateOf } from "./data/fulfilled";
import { itemReads } from "./data/items";
import { annualPlan } from "./record";
import { planOfYear, type YearFigures } from "./rules/year";

const { sql } = Prisma;
const i = sql`i`;

/** What an item is called where its facts are not at hand. */
const title = sql`i.month || '月计划「' || i.topic || '」'`;
const work = sql`CASE i.kind ${Prisma.join(
  Object.entries(workLabels).map(([code, word]) => sql`WHEN ${code} THEN ${word}`),
  " ",
)} END`;

export const planItemUses: Uses = {
  ...recordUses(itemReads, {
    book: "plans",
    due: (scope) => {
      const today = sql`${dayOf(scope.now)}::date`;
      return Promise.resolve(sql`
        SELECT 'planItem' AS kind, 'planItem' AS type, i.id, ${title} AS title, NULL AS facts, NULL AS unit,
          concat_ws('，', ${work}, i.owner) AS note, ${lastDayOf(i)} AS due_on
        FROM plan_item i WHERE ${own(scope, i)} AND i.occurred_on <= ${today} AND ${stateOf(i, today)} NOT IN ('done', 'cancelled')`);
    },
    standing: {
      figures: (whose, { year, on }) => sql`
        SELECT s.township_id, jsonb_build_object('items', count(*)::int, 'done', count(*) FILTER (WHERE s.state = 'done')::int,
          'overdue', count(*) FILTER (WHERE s.state = 'overdue')::int, 'cancelled', count(*) FILTER (WHERE s.state = 'cancelled')::int,
          'approved', EXISTS (SELECT FROM annual_plan a WHERE a.county_id = s.county_id AND a.township_id = s.township_id
            AND a.year = ${year}::int AND a.voided_at IS NULL)) AS figures
        FROM (SELECT i.county_id, i.township_id, ${stateOf(i, sql`${on}::date`)} AS state FROM plan_item i
          WHERE ${own(whose, i)} AND i.year = ${year}::int) s
        GROUP BY s.county_id, s.township_id`,
      say: (figures: YearFigures | null, { year }) => planOfYear(figures, year),
    },
  }),
  /** A township's own calendar shows on the first of a month what is planned for it; what took place shows on its day. */
  calendar: (whose, from, to) => sql`
    SELECT 'planItem' AS type, i.township_id, i.id, ${title} AS title, NULL AS facts, i.occurred_on AS from_on, i.occurred_on AS to_on,
      i.owner AS note
    FROM plan_item i
    WHERE ${own(whose, i)} AND ${whose.townshipId !== null} AND i.cancel_reason IS NULL AND i.record_id IS NULL AND i.done_on IS NULL
      AND i.occurred_on BETWEEN ${from}::date AND ${to}::date`,
};

export const annualPlanUses = recordUses(annualPlan, { book: "plans" });
