import "server-only";
import {
  allUnits,
  isAppraised,
  ratedWorkOf,
  toBeAppraised,
} from "@/domains/suggestions/data/appraised-units";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName } from "@/server/db/order";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import type { OutcomeKind, Quarter } from "../labels";
import {
  behindComposite,
  compositeInWords,
  rankUnits,
  type UnitYear,
  usualHandlingPercent,
} from "../rules/year";
import type { YearInput } from "../schema";
import { yearEndOf } from "./rounds";

const { sql } = Prisma;
const a = sql`a`;
const o = sql`o`;

/** The units that were appraised in a year, or are to be, with all that their composite is made of. */
const unitsOf = (scope: TownshipReader, year: number) => scope.tx.$queryRaw<UnitYear[]>`
  SELECT h.id AS "unitId", coalesce(h.short_name, h.name) AS name, coalesce(h.dual_managed, false) AS "dualManaged", h.superior,
    coalesce(got.rounds, '[]'::json) AS rounds, w.rated, w.satisfied, w.basic
  FROM ${allUnits} CROSS JOIN LATERAL ${ratedWorkOf(year)} w CROSS JOIN LATERAL (
    SELECT json_agg(json_build_object('quarter', a.quarter, 'score', l.score, 'complaintPoints', l.complaint_points,
      'handlingPoints', l.handling_points) ORDER BY a.quarter) AS rounds
    FROM appraisal_line l JOIN appraisal a ON a.county_id = l.county_id AND a.township_id = l.township_id AND a.id = l.appraisal_id
    WHERE l.county_id = h.county_id AND l.township_id = h.township_id AND l.unit_id = h.id AND ${own(scope, a)} AND a.year = ${year}::int
  ) got
  WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid
    AND (got.rounds IS NOT NULL OR ${toBeAppraised(sql`${year}::int`)})
  ORDER BY ${byUnitName}, h.id LIMIT 500`;

/** The year's units by their composite. */
export async function resultsOf(scope: TownshipReader, year: number) {
  const yearEnd = await yearEndOf(scope, year);
  const handlingPercent = yearEnd?.handlingPercent ?? usualHandlingPercent;
  return { yearEnd, handlingPercent, results: rankUnits(await unitsOf(scope, year), handlingPercent) };
}

/** The units that a round's form asks for. */
export const unitsToAppraise = (scope: TownshipReader) => scope.tx.$queryRaw<{ id: string; name: string }[]>`
  SELECT h.id, coalesce(h.short_name, h.name) AS name FROM ${allUnits}
  WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND ${isAppraised}
  ORDER BY ${byUnitName}, h.id LIMIT 300`;

type Round = { id: string; quarter: Quarter; occurredOn: Day; issued: number; returned: number };
type Outcome = { id: string; kind: OutcomeKind; unitIds: string[]; sentOn: Day | null };

/** A year at a glance: its rounds, the units' places with the numbers behind them, and what came of it. */
export async function yearOfAppraisals(scope: TownshipReader, { year }: YearInput) {
  const { yearEnd, handlingPercent, results } = await resultsOf(scope, year);
  const rounds = await scope.tx.$queryRaw<Round[]>`
    SELECT a.id, a.quarter, a.occurred_on::text AS "occurredOn", a.issued, a.returned FROM appraisal a
    WHERE ${own(scope, a)} AND a.year = ${year}::int ORDER BY a.quarter`;
  const outcomes = await scope.tx.$queryRaw<Outcome[]>`
    SELECT o.id, o.kind, o.sent_on::text AS "sentOn", (SELECT coalesce(json_agg(x.unit_id), '[]'::json) FROM appraisal_outcome_unit x
      WHERE x.county_id = o.county_id AND x.township_id = o.township_id AND x.appraisal_outcome_id = o.id) AS "unitIds"
    FROM appraisal_outcome o WHERE ${own(scope, o)} AND o.year = ${year}::int ORDER BY o.occurred_on, o.id`;
  return {
    year,
    today: dayOf(scope.now),
    yearEndOn: yearEnd?.occurredOn ?? null,
    rounds,
    outcomes,
    words: compositeInWords(handlingPercent),
    units: results.map((unit) => ({ ...unit, behind: behindComposite(unit, handlingPercent) })),
  };
}
