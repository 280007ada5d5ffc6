import "server-only";
import { notesIn } from "@/lib/records/alike";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { type Period, todayOf, withinDays } from "@/server/evidence/period";
import { columnAt, fieldsOf, linesOf } from "./columns";

const sql = Prisma.sql;

const living = (kind: AnyKind, period: Period): Prisma.Sql => sql`(
  SELECT * FROM ${identifier(kind.table)} WHERE ${withinDays(sql`occurred_on`, period)} AND voided_at IS NULL) r`;

/** The running texts of a kind's living records, a SELECT each: township_id, record_type, id, occurred_on, entered_at, words. */
export const textsOf = (kind: AnyKind, period: Period): Prisma.Sql[] =>
  notesIn(kind).map(
    (
      key,
    ) => sql`SELECT r.township_id, ${kind.type}::text AS record_type, r.id, r.occurred_on, r.entered_at, ${columnAt(key)} AS words
      FROM ${living(kind, period)} WHERE ${columnAt(key)} IS NOT NULL`,
  );

/** A number of a kind's living records, summed by township and quarter: township_id, field, quarter, sum. */
export const sumByQuarter = (kind: AnyKind, key: string, period: Period): Prisma.Sql => sql`
  SELECT r.township_id, ${`${kind.type}.${key}`}::text AS field, extract(quarter FROM r.occurred_on)::int AS quarter,
    sum(${columnAt(key)})::int AS sum
  FROM ${living(kind, period)} WHERE ${columnAt(key)} IS NOT NULL GROUP BY 1, 3`;

/** Whom a kind's living records of days that have come name, once a record: type, township_id, deputy_id, id, day. */
export const peopleOf = (kind: AnyKind, period: Period): Prisma.Sql[] =>
  fieldsOf(kind).flatMap(([key, field]) => {
    if (field.kind !== "person" && field.kind !== "people") return [];
    const calledOff = kind.planned?.calledOff;
    const held = sql`r.occurred_on <= ${todayOf(period)} ${calledOff === undefined ? Prisma.empty : sql`AND r.state <> ${calledOff}`}`;
    const head = sql`SELECT ${kind.type}::text AS type, r.township_id`;
    const tail = sql`r.id, r.occurred_on AS day FROM ${living(kind, period)}`;
    if (field.kind === "person")
      return [
        sql`${head}, ${columnAt(key)} AS deputy_id, ${tail} WHERE ${held} AND ${columnAt(key)} IS NOT NULL`,
      ];
    const { table, record, pointed } = linesOf(kind, field);
    return [
      sql`${head}, x.${pointed.id} AS deputy_id, ${tail} JOIN ${table} x ON x.county_id = r.county_id
        AND x.township_id = r.township_id AND x.${record} = r.id WHERE ${held}`,
    ];
  });
