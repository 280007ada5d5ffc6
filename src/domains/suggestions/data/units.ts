import "server-only";
import { type Day, dayFromUtc, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName } from "@/server/db/order";
import { everyRow, pageOf, type Part } from "@/server/db/page";
import { found, keyOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { containing, lettersOf } from "@/server/db/search";
import { yearsWithRecords } from "@/server/evidence/years";
import { historyOf } from "@/domains/history/data";
import { unitKindLabels } from "../labels";
import { type Dissatisfaction, unitStanding } from "../rules/disqualification";
import type { UnitKind } from "../rules/states";
import type { ListUnitsInput } from "../schema";
import { suggestionDated } from "./overdue";

type UnitRow = {
  id: string;
  name: string;
  shortName: string | null;
  kind: UnitKind;
  led: number;
  co: number;
  closed: number;
  unsatisfied: Dissatisfaction[];
};

const orders = {
  name: byUnitName,
  led: Prisma.sql`coalesce(work.led, 0)`,
  dissatisfied: Prisma.sql`coalesce(bad.count, 0)`,
} as const;

/** What each unit had to do in a year: suggestions led and helped with, and those a deputy was not satisfied with. */
const countsOf = (scope: TownshipReader, year: number) => Prisma.sql`
  LEFT JOIN (SELECT u.unit_id, count(*) FILTER (WHERE u.role = 'lead')::int AS led,
      count(*) FILTER (WHERE u.role = 'co')::int AS co,
      count(*) FILTER (WHERE u.role = 'lead' AND s.state = 'closed')::int AS closed
    FROM suggestion_unit u JOIN suggestion s ON s.county_id = u.county_id AND s.township_id = u.township_id AND s.id = u.suggestion_id
    WHERE u.county_id = ${scope.countyId}::uuid AND u.township_id = ${scope.townshipId}::uuid AND u.ended_on IS NULL
      AND s.voided_at IS NULL AND extract(year FROM s.assigned_on) = ${year}
    GROUP BY u.unit_id) work ON work.unit_id = h.id
  LEFT JOIN (SELECT u.unit_id, count(DISTINCT s.id)::int AS count,
      jsonb_agg(jsonb_build_object('suggestionId', s.id, 'validReason', r.valid_reason)) AS items
    FROM rating r
    JOIN suggestion s ON s.county_id = r.county_id AND s.township_id = r.township_id AND s.id = r.suggestion_id AND s.voided_at IS NULL
    JOIN suggestion_unit u ON u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id
      AND u.role = 'lead' AND u.ended_on IS NULL
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.rating = 'unsatisfied'
      AND extract(year FROM r.rated_on) = ${year}
    GROUP BY u.unit_id) bad ON bad.unit_id = h.id`;

async function unitRows(
  scope: TownshipReader,
  year: number,
  where: Prisma.Sql,
  order: Prisma.Sql,
  { limit, offset }: Part,
) {
  const rows = await scope.tx.$queryRaw<(UnitRow & { total: number })[]>`
    SELECT h.id, h.name, h.short_name AS "shortName", h.kind, coalesce(work.led, 0) AS led, coalesce(work.co, 0) AS co,
      coalesce(work.closed, 0) AS closed, coalesce(bad.items, '[]'::jsonb) AS unsatisfied, count(*) OVER ()::int AS total
    FROM handling_unit h ${countsOf(scope, year)}
    WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND h.voided_at IS NULL AND ${where}
    ORDER BY ${order}, h.id LIMIT ${limit} OFFSET ${offset}`;
  return rows.map(({ unsatisfied, ...row }) => ({ ...row, standing: unitStanding(unsatisfied) }));
}

const named = (q: string): Prisma.Sql => {
  if (q === "") return Prisma.sql`true`;
  const pattern = containing(q);
  const letters = containing(lettersOf(q));
  return Prisma.sql`(h.name ILIKE ${pattern} OR h.short_name ILIKE ${pattern} OR replace(h.pinyin, ' ', '') ILIKE ${letters} OR h.initials ILIKE ${letters})`;
};

export async function listUnits(scope: TownshipReader, input: ListUnitsInput) {
  const year = input.year ?? yearOf(dayOf(scope.now));
  const way = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const order = Prisma.sql`${orders[input.sort]} ${way}`;
  const found = await pageOf(input, (part) => unitRows(scope, year, named(input.q), order, part));
  const whose = { countyId: scope.countyId, townshipId: scope.townshipId };
  const years = await yearsWithRecords(scope.tx, { ...whose, today: dayOf(scope.now) }, suggestionDated);
  return { ...found, year, years };
}

export async function exportUnits(scope: TownshipReader, input: { year: number | null; q: string }) {
  const year = input.year ?? yearOf(dayOf(scope.now));
  const rows = await everyRow("个", (part) => unitRows(scope, year, named(input.q), orders.name, part));
  return {
    title: `${year}年承办单位办理情况`,
    columns: [
      { header: "单位", width: 24 },
      { header: "类别", width: 14 },
      { header: "主办（件）", width: 10, kind: "number" as const },
      { header: "会办（件）", width: 10, kind: "number" as const },
      { header: "主办已办结（件）", width: 14, kind: "number" as const },
      { header: "代表不满意（件）", width: 14, kind: "number" as const },
      { header: "评先资格", width: 12 },
    ],
    rows: rows.map(({ name, kind, led, co, closed, standing }) => [
      name,
      unitKindLabels[kind],
      led,
      co,
      closed,
      standing.counted,
      standing.disqualified ? "取消" : null,
    ]),
  };
}

export type UnitOption = { id: string; name: string; pinyin: string; initials: string; hint: string };

/** Units to choose from when assigning, visiting or asking for rectification. */
export async function unitOptions(scope: TownshipReader): Promise<UnitOption[]> {
  const units = await scope.tx.$queryRaw<(Omit<UnitOption, "hint"> & { kind: UnitKind })[]>`
    SELECT h.id, h.name, h.pinyin, h.initials, h.kind FROM handling_unit h
    WHERE h.county_id = ${scope.countyId}::uuid AND h.township_id = ${scope.townshipId}::uuid AND h.voided_at IS NULL
    ORDER BY ${orders.name}, h.id LIMIT 1000`;
  return units.map(({ kind, ...unit }) => ({ ...unit, hint: unitKindLabels[kind] }));
}

/** The year's dissatisfaction a unit led, counted by the rule (R74). */
export async function standingInYear(scope: TownshipScope, unitId: string, year: number) {
  const only = { limit: 1, offset: 0 };
  const [row] = await unitRows(scope, year, Prisma.sql`h.id = ${unitId}::uuid`, orders.name, only);
  return row === undefined ? null : { year, led: row.led, co: row.co, closed: row.closed, ...row.standing };
}

export type UnsatisfiedItem = {
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

export async function unitById(
  scope: TownshipScope,
  { id, year: asked }: { id: string; year: number | null },
) {
  const unit = found(await scope.tx.handlingUnit.findUnique({ where: keyOf(scope, id) }));
  const year = asked ?? yearOf(dayOf(scope.now));
  const items = await scope.tx.$queryRaw<UnsatisfiedItem[]>`
    SELECT s.id AS "suggestionId", r.id AS "ratingId", s.year, s.number, s.title, r.rated_on::text AS "ratedOn", r.comment,
      r.valid_reason AS "validReason", r.valid_reason_note AS "validReasonNote"
    FROM rating r
    JOIN suggestion s ON s.county_id = r.county_id AND s.township_id = r.township_id AND s.id = r.suggestion_id AND s.voided_at IS NULL
    JOIN suggestion_unit u ON u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id
      AND u.role = 'lead' AND u.ended_on IS NULL AND u.unit_id = ${id}::uuid
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.rating = 'unsatisfied'
      AND extract(year FROM r.rated_on) = ${year}
    ORDER BY r.rated_on, r.id LIMIT 200`;
  return {
    id: unit.id,
    version: unit.version,
    name: unit.name,
    shortName: unit.shortName,
    kind: unit.kind as UnitKind,
    phone: unit.phone,
    occurredOn: dayFromUtc(unit.occurredOn),
    year,
    standing: await standingInYear(scope, id, year),
    unsatisfied: items,
    timeline: await historyOf(scope, id, unit),
  };
}
