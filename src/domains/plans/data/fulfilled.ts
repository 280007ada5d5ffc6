import "server-only";
import { kinds } from "@/domains/registry";
import type { Day } from "@/lib/dates";
import type { Face, Planned } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { own, type Whose } from "@/server/records/uses";
import { type Work, workLabels } from "../labels";

const { sql } = Prisma;
const x = sql`x`;

type Fulfilling = Face & { planned: Planned };

/** The kinds of record that say which planned work they are. */
const fulfilling = (kinds as readonly Face[]).filter(
  (kind): kind is Fulfilling => kind.planned !== undefined && kind.path !== null,
);

const worksOf = ({ planned: { work } }: Fulfilling): readonly string[] =>
  typeof work === "string" ? [work] : Object.values(work);

/** The works whose records are kept in the system: what is done of them is linked, not told. */
export const recordedWorks: readonly Work[] = (Object.keys(workLabels) as Work[]).filter((work) =>
  fulfilling.some((kind) => worksOf(kind).includes(work)),
);

const takesPlace = ({ planned: { calledOff } }: Fulfilling): Prisma.Sql =>
  calledOff === undefined ? Prisma.empty : sql`AND x.state <> ${calledOff}`;

/** Which work a record `x` is; null where it is none. */
function workOf({ planned: { work } }: Fulfilling): Prisma.Sql {
  if (typeof work === "string") return sql`${work}::text`;
  const cases = Object.entries(work).map(([kind, of]) => sql`WHEN ${kind} THEN ${of}::text`);
  return sql`CASE x.kind ${Prisma.join(cases, " ")} END`;
}

/**
 * The day on which an item `row` was done: told, or that of the record it is linked to, as long as that stands, takes
 * place and has come.
 */
export function fulfilledOn(row: Prisma.Sql, today: Prisma.Sql): Prisma.Sql {
  const cases = fulfilling.map(
    (kind) => sql`WHEN ${kind.type} THEN (SELECT x.occurred_on FROM ${identifier(kind.table)} x
      WHERE x.county_id = ${row}.county_id AND x.township_id = ${row}.township_id AND x.id = ${row}.record_id
        AND x.voided_at IS NULL AND x.occurred_on <= ${today} ${takesPlace(kind)})`,
  );
  return sql`coalesce(${row}.done_on, CASE ${row}.record_type ${Prisma.join(cases, " ")} END)`;
}

/** How an item stands on a day: the one place that says it, for lists, what is due, standing and figures. */
export const stateOf = (row: Prisma.Sql, today: Prisma.Sql): Prisma.Sql => sql`CASE
  WHEN ${row}.cancel_reason IS NOT NULL THEN 'cancelled'
  WHEN ${fulfilledOn(row, today)} IS NOT NULL THEN 'done'
  WHEN ${lastDayOf(row)} < ${today} THEN 'overdue'
  WHEN ${row}.change_reason IS NOT NULL THEN 'changed'
  WHEN ${row}.occurred_on <= ${today} THEN 'current' ELSE 'planned' END`;

/** The last day of an item's month. */
export const lastDayOf = (row: Prisma.Sql): Prisma.Sql =>
  sql`(${row}.occurred_on + interval '1 month' - interval '1 day')::date`;

/** A FROM item: the living approvals of the year of an item `row`. */
const approvalOf = (row: Prisma.Sql): Prisma.Sql => sql`annual_plan a
  WHERE a.county_id = ${row}.county_id AND a.township_id = ${row}.township_id AND a.year = ${row}.year AND a.voided_at IS NULL`;

/** Whether the year's plan was approved with the item in it, and whether the item came after the approval. */
export const approvedWith = (row: Prisma.Sql): Prisma.Sql =>
  sql`EXISTS (SELECT FROM ${approvalOf(row)} AND a.entered_at >= ${row}.entered_at)`;
export const addedLater = (row: Prisma.Sql): Prisma.Sql =>
  sql`EXISTS (SELECT FROM ${approvalOf(row)} AND a.entered_at < ${row}.entered_at)`;

/** A FROM item: every record that fulfils planned work and takes place between two days: type, id, day, work. */
export function plannedRecords(whose: Whose, from: Day, to: Day): Prisma.Sql {
  const branches = fulfilling.map(
    (
      kind,
    ) => sql`SELECT ${kind.type}::text AS type, x.id, x.occurred_on AS day, ${workOf(kind)} AS work FROM ${identifier(kind.table)} x
      WHERE ${own(whose, x)} AND x.occurred_on BETWEEN ${from}::date AND ${to}::date ${takesPlace(kind)}`,
  );
  return sql`(${Prisma.join(branches, " UNION ALL ")})`;
}
