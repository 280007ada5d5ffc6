import "server-only";
import { recordKinds } from "@/domains/record-kinds";
import { faceOf, kinds } from "@/domains/registry";
import { columnAt, howMany, r } from "@/domains/records/data/columns";
import { titlesOf, uses } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import { type Heads, roundedBy, unnamedOf } from "@/lib/records/headcounts";
import type { AnyKind } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { type Deeds, deedsSaid, type Sort, toldInSentence } from "../rules/summary";

/** So many are told by name; the register has all. */
const toldByName = 6;

type Between = { from: Day; to: Day };

/** Kinds that say what was done, and are kept in a register: what is only planned is no deed. */
const done = (recordKinds as readonly AnyKind[]).filter(
  ({ type, register, ahead }) =>
    register !== true && ahead !== true && uses.some((use) => use.type === type && use.book !== undefined),
);

const sortedOf = ({ fields }: AnyKind): boolean => fields["kind"]?.kind === "choice";

/** What takes place on no day, or has not been said to have taken place, was not done. */
const tookPlace = ({ planned }: AnyKind): Prisma.Sql =>
  planned?.calledOff === undefined
    ? Prisma.empty
    : Prisma.sql`AND r.state NOT IN ('planned', ${planned.calledOff})`;

/** How many of whom names are kept took part, and how many of whom they are not: named, unnamed, about. */
function headsOf(kind: AnyKind): Prisma.Sql {
  const [key, field] = unnamedOf(kind) ?? [];
  const people = kind.fields[field?.beside ?? ""];
  if (key === undefined || people === undefined) return Prisma.sql`0 AS named, 0 AS unnamed, false AS about`;
  const about = columnAt(roundedBy(kind, key) ?? key);
  return Prisma.sql`${howMany(kind, people)} AS named, coalesce(${columnAt(key)}, 0) AS unnamed, coalesce(${about}, false) AS about`;
}

const branchOf = (scope: TownshipReader, kind: AnyKind, { from, to }: Between): Prisma.Sql => Prisma.sql`
  SELECT ${kind.type}::text AS type, r.id, r.occurred_on AS day,
    ${sortedOf(kind) ? Prisma.sql`r.kind::text` : Prisma.sql`NULL::text`} AS sort, ${headsOf(kind)}
  FROM ${identifier(kind.table)} r
  WHERE ${own(scope, r)} AND r.occurred_on BETWEEN ${from}::date AND ${to}::date ${tookPlace(kind)}`;

/** Sessions are said by hand; their days are those of the calendar. */
function sessions(scope: TownshipReader, { from, to }: Between): Prisma.Sql {
  const calendar = uses.find(({ type }) => type === "session")?.calendar;
  if (calendar === undefined) throw new Error("sessions stand in the calendar");
  return Prisma.sql`SELECT s.type, s.id, s.from_on, NULL, 0, 0, false FROM (${calendar(scope, from, to)}) s WHERE s.from_on >= ${from}::date`;
}

type Row = {
  type: string;
  count: number;
  sorts: { code: string; count: number }[];
  told: { id: string; day: Day }[];
} & Omit<Heads, "unit">;

/** As the registry has them. */
const placeOf = ({ type }: { type: string }): number => kinds.findIndex((kind) => kind.type === type);

const kindOf = (type: string): AnyKind | undefined => done.find((kind) => kind.type === type);

function sortsOf({ type, sorts }: Row): Sort[] {
  const choices = kindOf(type)?.fields["kind"]?.choices ?? {};
  return sorts.map(({ code, count }) => ({ name: choices[code] ?? code, count }));
}

/** Told where there are any whose names nobody kept: of all others the register says who they were. */
const headsIn = ({ type, named, unnamed, about }: Row): Heads | null => {
  const field = unnamedOf(kindOf(type) ?? { fields: {} })?.[1];
  return unnamed === 0 || field === undefined ? null : { named, unnamed, about, unit: field.unit ?? "" };
};

/**
 * What was done between two days, kind by kind. What not everybody of the township may read is told in numbers: a summary
 * is handed on.
 */
export async function deedsBetween(scope: TownshipReader, between: Between): Promise<Deeds[]> {
  const branches = [...done.map((kind) => branchOf(scope, kind, between)), sessions(scope, between)];
  const rows = await scope.tx.$queryRaw<Row[]>`
    WITH d AS (${Prisma.join(branches, " UNION ALL ")}),
      n AS (SELECT d.*, row_number() OVER (PARTITION BY type ORDER BY day, id) AS place FROM d),
      s AS (SELECT type, sort, count(*)::int AS count FROM d WHERE sort IS NOT NULL GROUP BY type, sort)
    SELECT type, count(*)::int AS count, sum(named)::int AS named, sum(unnamed)::int AS unnamed, bool_or(about) AS about,
      (SELECT coalesce(json_agg(json_build_object('code', s.sort, 'count', s.count) ORDER BY s.count DESC, s.sort), '[]')
        FROM s WHERE s.type = n.type) AS sorts,
      json_agg(json_build_object('id', id, 'day', day) ORDER BY place) FILTER (WHERE place <= ${toldByName}) AS told
    FROM n GROUP BY type`;
  const open = rows.filter(({ type }) => kindOf(type)?.readers === undefined);
  const titles = await titlesOf(
    scope,
    open.flatMap(({ told }) => told.map(({ id }) => id)),
  );
  return rows
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((row) => {
      const { name = "", unit = "" } = faceOf(row.type) ?? {};
      const named = (open.includes(row) ? row.told : []).flatMap(({ id, day }) => {
        const title = titles.get(id);
        return title === undefined ? [] : [{ id, said: toldInSentence(day, title) }];
      });
      const told = { type: row.type, name, unit, count: row.count, told: named };
      return { ...told, said: deedsSaid({ ...told, sorts: sortsOf(row), heads: headsIn(row) }) };
    });
}
