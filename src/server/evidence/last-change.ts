import "server-only";
import { Prisma } from "@/server/db/generated/client";

/*
 * Numbers rise in the order in which changes are committed: a change holds its county's chain until its end. So of two
 * readers the one that sees no later number has seen no later change. One probe of an index each, as `{ seq }`.
 */

/**
 * Of what was done to a township's records, also to those that whoever asks may not see.
 * @param township the alias of a row with `county_id` and `township_id`
 */
export const lastInTownship = (township: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT coalesce(app.last_change(${township}.township_id), 0)::float8 AS seq)`;

/**
 * Whether nothing that was done to a township since a number can have touched a year: it was steps of suggestions, and
 * those are of later registers. Whatever a suggestion brings is of its register's year or later.
 * @param row the alias of a row with `county_id`, `township_id` and `year`
 */
export const leavesYear = (row: Prisma.Sql, since: Prisma.Sql): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT FROM app.changed_since(${row}.township_id, ${since}) changed (id) WHERE changed.id IS NULL OR NOT EXISTS (
    SELECT FROM suggestion later WHERE later.county_id = ${row}.county_id AND later.township_id = ${row}.township_id
      AND later.id = changed.id AND later.year > ${row}.year))`;

/** Of the county's own acts: its law, its classes, its townships. */
export const lastOfCounty = (countyId: string): Prisma.Sql => Prisma.sql`
  (SELECT coalesce(max(seq), 0)::float8 AS seq FROM audit_event WHERE county_id = ${countyId}::uuid AND township_id IS NULL)`;

/** Of anything in the county; a bare number. */
export const lastInCounty: Prisma.Sql = Prisma.sql`coalesce(app.last_change(), 0)`;

/** What a change said of itself; null to those who may not read it. @param row the alias of a row with `county_id` and `audit_id` */
export const summaryOf = (row: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT a.summary FROM audit_event a WHERE a.county_id = ${row}.county_id AND a.id = ${row}.audit_id)`;
