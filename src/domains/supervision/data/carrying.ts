import "server-only";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { ruleByDay } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import type { FindingState } from "../rules/findings";
import { findingOverdueSql } from "./overdue";

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

/** A FROM item: what the activity found that a row names, and its unit has mended, and no deputy has verified yet. @param row its alias, with `activity_id` */
export const findingsToVerify = (row: Prisma.Sql): Prisma.Sql => sql`(
  SELECT f.id, left(f.description, 60) AS title, f.rectified_on FROM finding f
  WHERE f.county_id = ${row}.county_id AND f.township_id = ${row}.township_id AND f.activity_id = ${row}.activity_id
    AND f.voided_at IS NULL AND f.state = 'rectified')`;

/** Activities of a year to choose from, those about a day first. */
export const activitiesAbout = (scope: TownshipReader, day: Day, year: number) => scope.tx.$queryRaw<
  Pick<Carrying, "id" | "topic" | "state" | "on">[]
>`
  SELECT a.id, a.topic, a.state, a.occurred_on::text AS "on" FROM activity a
  WHERE ${own(scope, a)} AND a.state <> 'cancelled' AND ${inYear(sql`a.occurred_on`, year)}
  ORDER BY abs(a.occurred_on - ${day}::date), a.id LIMIT 50`;

/** How often each deputy went along between two days, by deputy; what is planned counts, what was called off does not. */
export const tookPart = ({ tx, countyId, townshipId }: TownshipReader, from: Day, until: Day) => tx.$queryRaw<
  { deputyId: string; times: number }[]
>`
  SELECT l.deputy_id AS "deputyId", count(*)::int AS times
  FROM activity_participant l JOIN activity a ON a.county_id = l.county_id AND a.township_id = l.township_id AND a.id = l.activity_id
  WHERE ${own({ countyId, townshipId }, a)} AND a.state <> 'cancelled' AND a.occurred_on BETWEEN ${from}::date AND ${until}::date
  GROUP BY l.deputy_id`;

export type CarriedFinding = {
  id: string;
  description: string;
  state: FindingState;
  unit: string | null;
  overdue: boolean;
  reopened: number;
};

/** @property response of an inspection of a law: when its report was handed over, by when it is to be answered, and when it was */
export type Carried = {
  id: string;
  deputies: number;
  /** how many more took part whose names nobody kept */
  unnamed: number;
  visited: number;
  response: { handedOn: Day | null; dueOn: Day | null; respondedOn: Day | null } | null;
  findings: CarriedFinding[];
};

/** Activities of any of the county's townships with what they found, for the county that brings them together. */
export async function carriedOut(scope: CountyScope, ids: readonly string[]): Promise<Carried[]> {
  const months = await ruleByDay(scope, "inspection.responseMonths", sql`a.occurred_on`);
  return scope.tx.$queryRaw<Carried[]>`
    SELECT a.id, coalesce(a.visited, 0) AS visited, coalesce(a.unnamed, 0) AS unnamed,
      (SELECT count(*)::int FROM activity_participant l WHERE l.county_id = a.county_id AND l.township_id = a.township_id AND l.activity_id = a.id)
        AS deputies,
      CASE WHEN a.kind = 'lawInspection' AND a.state = 'done' THEN json_build_object('handedOn', a.handed_on, 'respondedOn', a.responded_on,
        'dueOn', (a.handed_on + make_interval(months => q.value))::date) END AS response,
      (SELECT coalesce(json_agg(json_build_object('id', f.id, 'description', f.description, 'state', f.state,
          'unit', coalesce(h.short_name, h.name), 'reopened', f.reopened_count, 'overdue', ${findingOverdueSql(dayOf(scope.now))}) ORDER BY f.number), '[]'::json)
        FROM finding f LEFT JOIN ${unitOf(sql`f`)}
        WHERE f.county_id = a.county_id AND f.township_id = a.township_id AND f.activity_id = a.id AND f.voided_at IS NULL) AS findings
    FROM activity a LEFT JOIN ${months}
    WHERE a.county_id = ${scope.countyId}::uuid AND a.id = ANY (${[...ids]}::uuid[]) AND a.voided_at IS NULL ORDER BY a.id LIMIT 2000`;
}
