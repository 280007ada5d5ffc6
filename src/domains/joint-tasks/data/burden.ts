import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { own as living } from "@/server/records/uses";
import type { Committee } from "../labels";
import { burdenOf, type BurdenAsk } from "../rules/burden";
import type { YearInput } from "../schema";
import { limitsOf } from "./set-up";

const { sql } = Prisma;

type Row = {
  township: string;
  committee: Committee;
  from: Day;
  until: Day;
  units: string[];
  people: number;
  joined: string | null;
  resultDueOn: Day;
  issued: boolean;
  rating: boolean;
};

/**
 * Everything the county does or plans at its townships in a year. Who comes on the same days comes once, as the conflict check
 * counts it; an unannounced visit is always one of its own. People received are the county's own who are named for the task.
 */
const rowsOf = ({ tx, countyId }: CountyScope, year: number) => tx.$queryRaw<Row[]>`
  SELECT p.township_id AS township, t.committee, p.visit_from::text AS "from", p.visit_until::text AS until, p.units,
    jsonb_array_length(t.members) AS people, t.result_due_on::text AS "resultDueOn", t.state <> 'draft' AS issued, t.kind = 'rating' AS rating,
    CASE WHEN t.kind <> 'unannouncedVisit' THEN p.visit_from || ' ' || p.visit_until END AS joined
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE ${living({ countyId, townshipId: null }, sql`p`)} AND t.voided_at IS NULL AND t.state <> 'recalled' AND p.year = ${year}::int
  ORDER BY p.visit_from, p.id`;

/** What the county asks of its townships in a year [R87]: each task asks for one written result. */
export async function burdenOfYear(scope: CountyScope, input: YearInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const rows = await rowsOf(scope, year);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const { townshipPerYear: cap } = await limitsOf(scope);
  const named = new Map(townships.map(({ id, name }) => [id, name]));
  const asks = rows
    .filter(({ issued }) => issued)
    .map(({ township, committee, resultDueOn: day }): BurdenAsk => ({
      ...{ township, committee, day, kind: "report" },
    }));
  const burden = burdenOf({
    ...{ year, today, cap, asks, townships: townships.map(({ id }) => id) },
    visits: rows.filter(({ rating }) => !rating),
  });
  const withName = <One extends { township: string }>(one: One) => ({
    ...one,
    name: named.get(one.township) ?? "",
  });
  return {
    ...{ year, today, cap },
    byTownship: burden.byTownship.map(withName),
    byUnit: burden.byUnit
      .map(withName)
      .toSorted((one, other) => other.total.visits - one.total.visits || one.unit.localeCompare(other.unit)),
    byCommittee: burden.byCommittee.map((one) => ({ ...one, committee: one.committee as Committee })),
  };
}
