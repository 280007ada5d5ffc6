import "server-only";
import type { Seen } from "@/server/records/uses";
import type { SidedRows } from "@/server/records/county-rows";
import { dayOf } from "@/lib/dates";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { ranIn } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { policy, type Template } from "./record";
import { completeness } from "./rules";

const p = Prisma.sql`p`;

const inForceIn = (year: number) => ranIn(Prisma.sql`r.occurred_on`, Prisma.sql`r.repealed_on`, year);

export const policyUses = recordUses(policy, {
  bookOf: inForceIn,
  standing: {
    figures: (whose, { on }) => Prisma.sql`
      SELECT p.township_id, jsonb_agg(DISTINCT p.template) AS figures
      FROM policy p WHERE ${own(whose, p)} AND p.occurred_on <= ${on}::date AND (p.repealed_on IS NULL OR p.repealed_on > ${on}::date)
      GROUP BY p.township_id`,
    say: (inForce: string[] | null) => completeness(inForce ?? []),
  },
});

/** A rule is asked about once it has been in force for a quarter of the year: whatever it asks for comes round by then. */
const askedAfterDays = 90;

type Done = (whose: Seen, year: number) => Prisma.Sql;

/**
 * Rules in force, by whether anything that they ask for was done in the year.
 * @param practice the records that tell whether a rule was followed, each a SELECT with a township_id; a template without any is not asked about
 */
export function policySides(practice: Partial<Record<Template, readonly Done[]>>): SidedRows {
  const templates = Object.keys(practice);
  const done = (whose: Seen, year: number) =>
    Object.entries(practice).flatMap(([template, reads]) =>
      reads.map(
        (read) =>
          Prisma.sql`SELECT d.township_id, ${template}::text AS template FROM (${read(whose, year)}) d`,
      ),
    );
  return (whose, year) => Prisma.sql`
    SELECT CASE WHEN d.template IS NULL THEN 'more' ELSE 'less' END AS side, p.township_id, 'policy' AS type, p.id, p.title,
      CASE WHEN d.template IS NULL THEN '在执行，今年没有相应的记录' ELSE '在执行，今年有相应的记录' END AS note, p.occurred_on AS day, NULL AS path
    FROM policy p LEFT JOIN (${Prisma.join(done(whose, year), " UNION ")}) d
      ON d.township_id = p.township_id AND d.template = p.template
    WHERE ${own(whose, p)} AND p.template = ANY (${templates}::text[])
      AND least(p.repealed_on, ${dayOf(whose.now)}::date, make_date(${year}::int, 12, 31))
        - greatest(p.occurred_on, make_date(${year}::int, 1, 1)) >= ${askedAfterDays}::int`;
}
