import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "./generated/client";

/** A day of the program as one of the statement. */
export const asDay = (day: Day): Prisma.Sql => Prisma.sql`${day}::date`;

/** A row with `starts_on` and `ends_on` holds on a day; its last day still counts, an open end means until further notice. */
export const runsOn = (row: Prisma.Sql, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${row}.starts_on <= ${day} AND (${row}.ends_on IS NULL OR ${row}.ends_on >= ${day}))`;

/** A row with such days holds on some day from one until another. */
export const runsWithin = (row: Prisma.Sql, from: Prisma.Sql, until: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${row}.starts_on <= ${until} AND (${row}.ends_on IS NULL OR ${row}.ends_on >= ${from}))`;

/** The same of a record that may have been voided: a mandate, an office. */
export const standsOn = (row: Prisma.Sql, day: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${row}.voided_at IS NULL AND ${runsOn(row, day)})`;

/** What runs from a day until another, or until further notice, ran on some day of a calendar year. */
export const ranIn = (from: Prisma.Sql, until: Prisma.Sql, year: number): Prisma.Sql =>
  Prisma.sql`(${from} < make_date(${year}::int + 1, 1, 1) AND (${until} IS NULL OR ${until} >= make_date(${year}::int, 1, 1)))`;

/** A day that lies in a calendar year, as a range that an index serves. */
export const inYear = (column: Prisma.Sql, year: number): Prisma.Sql =>
  Prisma.sql`(${column} >= make_date(${year}::int, 1, 1) AND ${column} < make_date(${year}::int + 1, 1, 1))`;
