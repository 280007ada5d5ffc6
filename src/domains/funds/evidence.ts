import "server-only";
import { headsIn } from "@/domains/deputies/data/in-office";
import { Prisma } from "@/server/db/generated/client";
import { entryDay, evidenceColumns, ofRow, own, type Period } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { purposeLabels } from "./record";

const { sql } = Prisma;

/** M13: what the year's budgets give, whatever for, by the head of the deputies in office. */
const budgets = (period: Period): Prisma.Sql => sql`(
  WITH told AS (
    SELECT f.*, n.heads, coalesce(f.left_out, CASE WHEN coalesce(n.heads, 0) = 0 THEN 'noDeputies' END) AS uncounted
    FROM (SELECT year, township_id, id, occurred_on, ${entryDay} AS entered_on, budgeted::float8 AS budgeted,
        CASE WHEN voided_at IS NOT NULL THEN 'voided' END AS left_out
      FROM fund WHERE ${own(period)} AND year BETWEEN ${period.fromYear}::int AND ${period.toYear}::int) f
    LEFT JOIN ${headsIn(period)} n ON n.year = f.year AND n.township_id = f.township_id
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M13' AS metric, CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'fund' AS record_type,
      id AS record_id, occurred_on, entered_on, CASE WHEN uncounted IS NULL THEN budgeted / heads ELSE 0 END AS numerator,
      (uncounted IS NULL)::int AS denominator, coalesce(uncounted, 'budgeted') AS reason, budgeted AS amount
    FROM told
  ) rows)`;

const purposes = Prisma.join(
  Object.entries(purposeLabels).map(([purpose, label]) => sql`WHEN ${purpose} THEN ${label}`),
  " ",
);

export const fundsEvidence = {
  sources: [{ metrics: ["M13"], rows: budgets }],
  ledgers: [],
  records: {
    fund: {
      title: sql`(SELECT f.year || '年' || CASE f.purpose ${purposes} END FROM fund f WHERE ${ofRow(sql`f`)})`,
    },
  },
  dated: [],
} as const satisfies SliceEvidence;
