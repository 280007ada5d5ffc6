import "server-only";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import type { Row } from "@/domains/records/data/list";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName, unitOrder } from "@/server/db/order";
import { tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { lettersHeld } from "@/server/db/search";
import { inYear } from "@/server/db/span";
import { untilChange } from "@/server/db/until-change";
import { yearsWithRecords } from "@/server/evidence/years";
import { unitKindLabels } from "../labels";
import { handlingUnit } from "../record";
import { type Dissatisfaction, type UnitStanding, unitStanding } from "../rules/disqualification";
import type { UnitKind } from "../rules/states";
import { suggestionDated } from "./overdue";

type Counts = { led: number; co: number; closed: number };
type Counted = Counts & { unsatisfied: Dissatisfaction[] };
/** A unit's year: what it had to do, and how that bears on its claim to honours. */
export type UnitWork = Counts & { standing: UnitStanding };

const { sql } = Prisma;

/** Ratings `r` of the year that were not satisfied with suggestion `s`, which unit line `u` leads. */
const dissatisfied = (scope: TownshipReader, year: number) => sql`
  rating r
  JOIN suggestion s ON s.county_id = r.county_id AND s.township_id = r.township_id AND s.id = r.suggestion_id AND s.voided_at IS NULL
  JOIN suggestion_unit u ON u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id
    AND u.role = 'lead' AND u.ended_on IS NULL
  WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.rating = 'unsatisfied'
    AND ${inYear(sql`r.rated_on`, year)}`;

/** What unit `r` had to do in a year: suggestions led and helped with, and those a deputy was not satisfied with. */
const workIn = (scope: TownshipReader, year: number) => sql`
  LEFT JOIN (SELECT u.unit_id, count(*) FILTER (WHERE u.role = 'lead')::int AS led,
      count(*) FILTER (WHERE u.role = 'co')::int AS co,
      count(*) FILTER (WHERE u.role = 'lead' AND s.state = 'closed')::int AS closed
    FROM suggestion_unit u JOIN suggestion s ON s.county_id = u.county_id AND s.township_id = u.township_id AND s.id = u.suggestion_id
    WHERE u.county_id = ${scope.countyId}::uuid AND u.township_id = ${scope.townshipId}::uuid AND u.ended_on IS NULL
      AND s.voided_at IS NULL AND ${inYear(sql`s.assigned_on`, year)}
    GROUP BY u.unit_id) work ON work.unit_id = r.id
  LEFT JOIN (SELECT u.unit_id, count(DISTINCT s.id)::int AS count,
      jsonb_agg(jsonb_build_object('suggestionId', s.id, 'validReason', r.valid_reason)) AS items
    FROM ${dissatisfied(scope, year)}
    GROUP BY u.unit_id) bad ON bad.unit_id = r.id`;

const counts = sql`coalesce(work.led, 0) AS led, coalesce(work.co, 0) AS co, coalesce(work.closed, 0) AS closed,
  coalesce(bad.items, '[]'::jsonb) AS unsatisfied`;

const withStanding = <Unit extends Counted>({ unsatisfied, ...unit }: Unit) => ({
  ...unit,
  standing: unitStanding(unsatisfied),
});

/** What a unit led in a year, and whom it did not satisfy. */
export type LedInYear = { year: number; led: number; unsatisfied: Dissatisfaction[] };

export const standingOf = ({ year, led, unsatisfied }: LedInYear) => ({
  year,
  led,
  ...unitStanding(unsatisfied),
});

type Lead = { unitId: string; year: number };

/** The unit that leads the work on suggestion `s`, and the year of its assignment (this year before that), as JSON; null without one. */
export const leadOf = (today: Day): Prisma.Sql => sql`(
  SELECT json_build_object('unitId', l.unit_id, 'year', extract(year FROM coalesce(s.assigned_on, ${today}::date)))
  FROM suggestion_unit l
  JOIN handling_unit h ON h.county_id = l.county_id AND h.township_id = l.township_id AND h.id = l.unit_id AND h.voided_at IS NULL
  WHERE l.county_id = s.county_id AND l.township_id = s.township_id AND l.suggestion_id = s.id AND l.role = 'lead' AND l.ended_on IS NULL)`;

/** The year of a unit that leads. @param seq the township's last change: until the next one it is known */
export async function leadUnitYear(scope: TownshipReader, lead: Lead, seq: number) {
  const { unitId, year } = lead;
  const known = untilChange<LedInYear>(scope.townshipId, "leadUnitYear", unitId, year);
  if (known.seq === seq) return known.value();
  const led = sql`FROM suggestion_unit u
    JOIN suggestion o ON o.county_id = u.county_id AND o.township_id = u.township_id AND o.id = u.suggestion_id AND o.voided_at IS NULL`;
  const its = sql`u.county_id = ${scope.countyId}::uuid AND u.township_id = ${scope.townshipId}::uuid AND u.unit_id = ${unitId}::uuid
    AND u.role = 'lead' AND u.ended_on IS NULL`;
  const [found] = await scope.tx.$often<LedInYear[]>`
    SELECT ${year}::int AS year, (SELECT count(*)::int ${led} WHERE ${its} AND ${inYear(sql`o.assigned_on`, year)}) AS led, (
      SELECT coalesce(json_agg(json_build_object('suggestionId', o.id, 'validReason', r.valid_reason)), '[]'::json) ${led}
      JOIN rating r ON r.county_id = o.county_id AND r.township_id = o.township_id AND r.suggestion_id = o.id AND r.rating = 'unsatisfied'
      WHERE ${its} AND ${inYear(sql`r.rated_on`, year)}) AS unsatisfied`;
  if (found === undefined) throw new Error("a statement without a row");
  known.keep(seq, found);
  return found;
}

type Unsatisfied = {
  suggestionId: string;
  ratingId: string;
  year: number;
  number: number;
  title: string;
  ratedOn: Day;
  comment: string | null;
  validReason: boolean | null;
  validReasonNote: string | null;
};

type ThisYear = { work: Counts | null; unsatisfied: Unsatisfied[] };

/** The year of unit `r`: what it had to do, and each rating that told of dissatisfaction. */
const thisYear = (scope: TownshipReader) => {
  const year = yearOf(dayOf(scope.now));
  const whose = sql`u.county_id = r.county_id AND u.township_id = r.township_id AND u.unit_id = r.id AND u.ended_on IS NULL`;
  return sql`, CASE WHEN r.voided_at IS NULL THEN (SELECT json_build_object('led', count(*) FILTER (WHERE u.role = 'lead'),
      'co', count(*) FILTER (WHERE u.role = 'co'), 'closed', count(*) FILTER (WHERE u.role = 'lead' AND o.state = 'closed'))
    FROM suggestion_unit u
    JOIN suggestion o ON o.county_id = u.county_id AND o.township_id = u.township_id AND o.id = u.suggestion_id AND o.voided_at IS NULL
    WHERE ${whose} AND ${inYear(sql`o.assigned_on`, year)}) END AS work, (
    SELECT coalesce(json_agg(rated), '[]'::json) FROM (
      SELECT o.id AS "suggestionId", t.id AS "ratingId", o.year, o.number, o.title, t.rated_on AS "ratedOn", t.comment,
        t.valid_reason AS "validReason", t.valid_reason_note AS "validReasonNote"
      FROM rating t
      JOIN suggestion o ON o.county_id = t.county_id AND o.township_id = t.township_id AND o.id = t.suggestion_id AND o.voided_at IS NULL
      JOIN suggestion_unit u ON u.suggestion_id = o.id AND u.role = 'lead' AND ${whose}
      WHERE t.county_id = r.county_id AND t.township_id = r.township_id AND t.rating = 'unsatisfied' AND ${inYear(sql`t.rated_on`, year)}
      ORDER BY t.rated_on, t.id) rated) AS unsatisfied`;
};

const mostShown = 200;

function thisYearOf({ work, unsatisfied }: Stored<typeof handlingUnit> & ThisYear, { now }: TownshipReader) {
  const year = yearOf(dayOf(now));
  const standing = work === null ? null : { year, ...work, ...unitStanding(unsatisfied) };
  return { year, standing, unsatisfied: unsatisfied.slice(0, mostShown) };
}

const pieces = (header: string, width: number, cell: (row: UnitWork) => number) => ({
  column: { header: `${header}（件）`, width, kind: "number" as const },
  cell,
});

type Unit = Row<typeof handlingUnit>;

export const unitReads = recordReads<typeof handlingUnit, UnitWork, ReturnType<typeof thisYearOf>, Counted>(
  handlingUnit,
  {
    list: {
      join: (scope, { year }) => workIn(scope, year ?? yearOf(dayOf(scope.now))),
      select: sql`, ${counts}`,
      sorts: {
        name: unitOrder(sql`r`),
        led: sql`coalesce(work.led, 0)`,
        dissatisfied: sql`coalesce(bad.count, 0)`,
      },
      found: (q) => lettersHeld(sql`r`, q),
      order: unitOrder(sql`r`),
      years: (scope) => {
        const { countyId, townshipId, now } = scope;
        return yearsWithRecords(scope.tx, { countyId, townshipId, today: dayOf(now) }, suggestionDated);
      },
    },
    tell: (row: Unit & Counted) => withStanding(row),
    sheet: [
      pieces("主办", 10, ({ led }) => led),
      pieces("会办", 10, ({ co }) => co),
      pieces("主办已办结", 14, ({ closed }) => closed),
      pieces("代表不满意", 14, ({ standing }) => standing.counted),
      {
        column: { header: "评先资格", width: 12 },
        cell: ({ standing }) => (standing.disqualified ? "取消" : null),
      },
    ],
    detail: { select: thisYear, tell: thisYearOf },
  },
);

export type UnitOption = { id: string; name: string; pinyin: string; initials: string; hint: string };

/** Units to choose from when assigning, visiting or asking for rectification. */
export async function unitOptions(scope: TownshipReader): Promise<UnitOption[]> {
  const units = await scope.tx.$queryRaw<(Omit<UnitOption, "hint"> & { kind: UnitKind })[]>`
    SELECT h.id, h.name, h.pinyin, h.initials, h.kind FROM handling_unit h
    WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND h.voided_at IS NULL
    ORDER BY ${byUnitName}, h.id LIMIT 1000`;
  return units.map(({ kind, ...unit }) => ({ ...unit, hint: unitKindLabels[kind] }));
}

/** How many suggestions the unit has in hand. */
export const openWorkOf = (scope: TownshipScope, unitId: string): Promise<number> =>
  scope.tx.suggestionUnit.count({
    where: {
      ...tenantOf(scope),
      unitId,
      endedOn: null,
      suggestion: { voidedAt: null, state: { notIn: ["closed", "merged"] } },
    },
  });
