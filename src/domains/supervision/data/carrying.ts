import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";

const { sql } = Prisma;
const a = sql`a`;

/** What other slices read of activities that carry out something of theirs. @property on its day */
export type Carrying = { id: string; topic: string; state: string; on: Day; findings: number };

/** The living activity that a row names, as JSON; null where none was entered, or it was struck out. @param row its alias, with `activity_id` */
export const carryingOf = (row: Prisma.Sql): Prisma.Sql => sql`(
  SELECT json_build_object('id', a.id, 'topic', a.topic, 'state', a.state, 'on', a.occurred_on, 'findings', (
    SELECT count(*)::int FROM finding f WHERE f.county_id = a.county_id AND f.township_id = a.township_id AND f.activity_id = a.id
      AND f.voided_at IS NULL))
  FROM activity a WHERE a.county_id = ${row}.county_id AND a.township_id = ${row}.township_id AND a.id = ${row}.activity_id
    AND a.voided_at IS NULL)`;

/** The living finding that a row names, as JSON; null where it was struck out. @param row its alias, with `finding_id` */
export const findingOf = (row: Prisma.Sql): Prisma.Sql => sql`(
  SELECT json_build_object('id', f.id, 'number', f.number) FROM finding f
  WHERE f.county_id = ${row}.county_id AND f.township_id = ${row}.township_id AND f.id = ${row}.finding_id AND f.voided_at IS NULL)`;

/** Activities of a year to choose from, those about a day first. */
export const activitiesAbout = (scope: TownshipReader, day: Day, year: number) => scope.tx.$queryRaw<
  Pick<Carrying, "id" | "topic" | "state" | "on">[]
>`
  SELECT a.id, a.topic, a.state, a.occurred_on::text AS "on" FROM activity a
  WHERE ${own(scope, a)} AND a.state <> 'cancelled' AND ${inYear(sql`a.occurred_on`, year)}
  ORDER BY abs(a.occurred_on - ${day}::date), a.id LIMIT 50`;
