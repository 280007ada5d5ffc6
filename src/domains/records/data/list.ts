import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import type { AnyKind, FactsOf } from "@/lib/records/kind";
import { type Heads, roundedBy, unnamedOf } from "@/lib/records/headcounts";
import { searchedIn } from "@/lib/records/listing";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import type { Part } from "@/server/db/page";
import type { TownshipReader } from "@/server/db/scope";
import { holds, lettersHeld, nameMatches } from "@/server/db/search";
import { inYear } from "@/server/db/span";
import type { ListInput } from "../schema";
import { columnAt, howMany, listedFields, names, pointedTo, selected, sortedBy } from "./columns";

/** What a kind's list shows beyond its own columns. */
export type ListSlot = {
  /** joins to `r`, and columns from them: `, work.led AS "led"` */
  join?: (scope: TownshipReader, input: ListInput) => Prisma.Sql;
  select?: Prisma.Sql;
  /** sort keys beyond the fields' own, each an expression over `r` and the joins */
  sorts?: Readonly<Record<string, Prisma.Sql>>;
  /** what a choice of the kind's own `filters` stands for: a condition on `r` */
  where?: Readonly<Record<string, (code: string, today: Day) => Prisma.Sql>>;
  /** also found by the list's search: an expression over `r` */
  found?: (q: string) => Prisma.Sql;
  /** The years to choose from, newest first, where a year's counts are joined: it leaves no row out then, and none means this one. */
  years?: (scope: TownshipReader) => Promise<number[]>;
  /** the year a record belongs to, where that is not the one of its own day: an expression over `r` */
  yearOf?: Prisma.Sql;
  /** the order before anybody sorts; without it the record's day, latest first */
  order?: Prisma.Sql;
};

/** Which records belong to a year: a condition on `r`. */
export type Within = (year: number) => Prisma.Sql;
export const belonging =
  ({ yearOf }: ListSlot): Within =>
  (year) =>
    yearOf === undefined ? inYear(Prisma.sql`r.occurred_on`, year) : Prisma.sql`${yearOf} = ${year}::int`;

export type Row<Kind> = FactsOf<Kind> & {
  id: string;
  version: number;
  voided: boolean;
  /** names behind ids, by the fields' keys */
  names: Readonly<Record<string, string | null>>;
};

export const whose = (scope: TownshipReader): Prisma.Sql =>
  Prisma.sql`r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid`;

/** Whether one of the kind's searched fields holds the words; names also by the letters of the deputy they belong to. */
export function matches(kind: AnyKind, q: string, found?: (q: string) => Prisma.Sql): Prisma.Sql {
  const own = searchedIn(kind).map(([key, field]) => {
    if (field.kind === "name") return nameMatches(columnAt(key), q);
    const o = Prisma.sql`o`;
    const called = {
      person: Prisma.sql`(${nameMatches(Prisma.sql`o.name`, q)} OR ${lettersHeld(o, q)})`,
      record: holds(pointedTo(field).name, q),
    }[field.kind as string];
    if (called === undefined) return holds(columnAt(key), q);
    return Prisma.sql`EXISTS (SELECT FROM ${pointedTo(field).table} o WHERE o.county_id = r.county_id AND o.township_id = r.township_id
        AND o.id = ${columnAt(key)} AND ${called})`;
  });
  const all = found === undefined ? own : [...own, found(q)];
  return all.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(all, " OR ")})`;
}

export function conditions(
  kind: AnyKind,
  scope: TownshipReader,
  input: ListInput,
  slot: ListSlot,
  within: Within,
): Prisma.Sql {
  const chosen = Object.entries(input.where)
    .flatMap(([key, code]) => (code === null ? [] : [[key, code] as const]))
    .map(
      ([key, code]) =>
        slot.where?.[key]?.(code, dayOf(scope.now)) ?? Prisma.sql`${columnAt(key)}::text = ${code}`,
    );
  return Prisma.join(
    [
      whose(scope),
      ...(input.voided ? [] : [Prisma.sql`r.voided_at IS NULL`]),
      ...(input.year === null || slot.years !== undefined ? [] : [within(input.year)]),
      ...(input.q === "" ? [] : [matches(kind, input.q, slot.found)]),
      ...chosen,
    ],
    " AND ",
  );
}

function orderOf(kind: AnyKind, input: ListInput, slot: ListSlot): Prisma.Sql {
  const way = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const latest = Prisma.sql`r.occurred_on ${way}`;
  const field = kind.fields[input.sort];
  if (input.sort === "occurredOn") return slot.order ?? latest;
  const by =
    slot.sorts?.[input.sort] ??
    (field === undefined ? Prisma.sql`r.occurred_on` : sortedBy(input.sort, field));
  return Prisma.sql`${by} ${way} NULLS LAST, r.occurred_on DESC`;
}

/** The rows of a part of the list, each with the number of all: for `pageOf` and `everyRow`. */
export const rowsOf =
  <Found>(kind: AnyKind, scope: TownshipReader, input: ListInput, slot: ListSlot, within = belonging(slot)) =>
  ({ limit, offset }: Part) => {
    const entries = listedFields(kind);
    return scope.tx.$queryRaw<(Found & { total: number })[]>`
      SELECT r.id, r.version, r.voided_at IS NOT NULL AS voided, ${selected(kind, entries)}, ${names(kind, entries)} AS names
        ${slot.select ?? Prisma.empty}, count(*) OVER ()::int AS total
      FROM ${identifier(kind.table)} r ${slot.join?.(scope, input) ?? Prisma.empty}
      WHERE ${conditions(kind, scope, input, slot, within)}
      ORDER BY ${orderOf(kind, input, slot)}, r.id LIMIT ${limit} OFFSET ${offset}`;
  };

/** How many took part in what a list shows, told apart by whether their names were kept; null where that is not asked of the kind. */
export async function headsOf(
  kind: AnyKind,
  scope: TownshipReader,
  input: ListInput,
  slot: ListSlot,
): Promise<Heads | null> {
  const [key, { beside = "", unit = "" }] = unnamedOf(kind) ?? ["", {}];
  const people = kind.fields[beside];
  if (people === undefined) return null;
  const round = roundedBy(kind, key) ?? key;
  const [row] = await scope.tx.$queryRaw<Omit<Heads, "unit">[]>`
    SELECT coalesce(sum(${howMany(kind, people)}), 0)::int AS named, coalesce(sum(${columnAt(key)}), 0)::int AS unnamed,
      coalesce(bool_or(${columnAt(round)}), false) AS about
    FROM ${identifier(kind.table)} r ${slot.join?.(scope, input) ?? Prisma.empty}
    WHERE ${conditions(kind, scope, input, slot, belonging(slot))} AND EXISTS (SELECT FROM ${identifier(kind.table)} u
      WHERE u.county_id = ${scope.countyId}::uuid AND u.township_id = ${scope.townshipId}::uuid AND u.unnamed > 0)`;
  return row === undefined || row.unnamed === 0 ? null : { ...row, unit };
}

export async function yearsOf(kind: AnyKind, scope: TownshipReader, slot: ListSlot): Promise<number[]> {
  const year = slot.yearOf ?? Prisma.sql`extract(year FROM r.occurred_on)::int`;
  const rows = await scope.tx.$often<{ year: number }[]>`
    SELECT DISTINCT ${year} AS year FROM ${identifier(kind.table)} r
    WHERE ${whose(scope)} AND r.voided_at IS NULL ORDER BY 1 DESC`;
  return rows.map((row) => row.year);
}
