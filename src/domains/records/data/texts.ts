import "server-only";
import { notesIn } from "@/lib/records/alike";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { type Period, withinDays } from "@/server/evidence/period";
import { columnAt } from "./columns";

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
