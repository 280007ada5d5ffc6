import "server-only";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { own, type Whose } from "@/server/records/uses";
import { type PetitionsOfYear, targetsOf } from "../rules/figures";
import type { YearInput } from "../schema";
import { petitionDays } from "./days";

const { sql } = Prisma;

/** The year's numbers by township, from days alone: everybody who may see the township may see them. */
export const figuresOfYear = (whose: Whose, year: number): Prisma.Sql => sql`
  SELECT d.township_id, jsonb_build_object('received', count(*)::int,
    'accepted', (count(*) FILTER (WHERE coalesce(d.noted_on, d.assigned_on) IS NOT NULL))::int, 'assigned', count(d.assigned_on)::int,
    'finished', count(d.finished_on)::int, 'called', (count(*) FILTER (WHERE d.finished_on IS NOT NULL AND d.called_on IS NOT NULL))::int) AS figures
  FROM ${petitionDays(sql`make_date(${year}::int, 1, 1)`, sql`make_date(${year}::int + 1, 1, 1)`)} d
  WHERE ${own(whose, sql`d`)} GROUP BY d.township_id`;

/** Handed over by the county and not taken over yet. */
export type Waiting = { id: string; number: number; topic: string; handedOn: Day; dueOn: Day };

/** What stands above the list: how far the year's petitions are [R61], and what the county handed over [R65]. */
export async function yearView(scope: TownshipReader, input: YearInput) {
  const year = input.year ?? yearOf(dayOf(scope.now));
  const [row] = await scope.tx.$queryRaw<{ figures: PetitionsOfYear }[]>`${figuresOfYear(scope, year)}`;
  const waiting = await scope.tx.$queryRaw<Waiting[]>`
    SELECT c.id, c.number, c.topic, to_char(c.handed_on, 'YYYY-MM-DD') AS "handedOn", to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn"
    FROM county_petition c
    WHERE ${own(scope, sql`c`)} AND NOT EXISTS (SELECT FROM petition p WHERE p.county_id = c.county_id
      AND p.township_id = c.township_id AND p.handed_id = c.id AND p.voided_at IS NULL)
    ORDER BY c.due_on, c.number LIMIT 100`;
  const figures = row?.figures ?? { received: 0, accepted: 0, assigned: 0, finished: 0, called: 0 };
  return { year, today: dayOf(scope.now), received: figures.received, targets: targetsOf(figures), waiting };
}
