import "server-only";
import type { NamedBook } from "@/lib/records/books";
import { type AnyKind, columnOf } from "@/lib/records/kind";
import { searchedIn } from "@/lib/records/listing";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { type Book, own, type StandingUse, type Uses } from "@/server/records/uses";
import { fieldsOf, linesOf, r, titled } from "./data/columns";
import { matches, type Within } from "./data/list";
import { recordReads } from "./data/reads";

type Said<Figures> = {
  /** false for records whose own day is nothing to put into a calendar */
  calendar?: false;
  /** the register that offices keep such records in, where it is not one of their own; false for records kept in none */
  book?: NamedBook | false;
  /** which records stand in a year's register, where that is not those whose own day lies in it: a condition on `r` */
  bookOf?: Within;
  standing?: StandingUse<Figures>;
  due?: Uses["due"];
  /** what a deputy whom its one field of people names did by the standard of duty, once a record; `of` says of which records `r` */
  deed?: { code: string; of?: Prisma.Sql };
};

const head = (kind: AnyKind): Prisma.Sql =>
  Prisma.sql`${kind.type}::text AS type, r.township_id, r.id, NULL::text AS title, ${titled(kind)} AS facts`;

const titlesOf =
  (kind: AnyKind): NonNullable<Uses["titles"]> =>
  (whose, ids) => Prisma.sql`
    SELECT ${head(kind)} FROM ${identifier(kind.table)} r WHERE ${own(whose, r)} AND r.id = ANY (${ids}::uuid[])`;

const searchOf =
  (kind: AnyKind): NonNullable<Uses["search"]> =>
  (whose, q, limit) => Prisma.sql`(
    SELECT ${head(kind)}, NULL::text AS note, r.occurred_on AS day FROM ${identifier(kind.table)} r
    WHERE ${own(whose, r)} AND ${matches(kind, q)} ORDER BY r.occurred_on DESC, r.id LIMIT ${limit})`;

/** By the record's own day, and until `endedOn` where it has one. */
/** The last day of a record, which most have no other than their own. */
const lastDayOf = (kind: AnyKind): Prisma.Sql =>
  kind.fields["endedOn"] === undefined
    ? Prisma.sql`r.occurred_on`
    : Prisma.sql`coalesce(r.ended_on, r.occurred_on)`;

const calendarOf =
  (kind: AnyKind): NonNullable<Uses["calendar"]> =>
  (whose, from, to) => {
    const last = lastDayOf(kind);
    return Prisma.sql`SELECT ${head(kind)}, r.occurred_on AS from_on, ${last} AS to_on, NULL::text AS note FROM ${identifier(kind.table)} r
      WHERE ${own(whose, r)} AND r.occurred_on <= ${to}::date AND ${last} >= ${from}::date`;
  };

/** Deputies named by a field of the record take part in it, as the field's label says. */
const participationOf = (kind: AnyKind): NonNullable<Uses["participation"]> | undefined => {
  const naming = fieldsOf(kind).filter(([, { kind: field }]) => field === "person" || field === "people");
  if (naming.length === 0) return undefined;
  return (whose, deputyId) => {
    const branches = naming.map(([key, field]) => {
      const named =
        field.kind === "person"
          ? Prisma.sql`r.${identifier(columnOf(key))} = ${deputyId}::uuid`
          : Prisma.sql`EXISTS (SELECT FROM ${linesOf(kind, field).table} x WHERE x.county_id = r.county_id AND x.township_id = r.township_id
              AND x.${linesOf(kind, field).record} = r.id AND x.deputy_id = ${deputyId}::uuid)`;
      return Prisma.sql`SELECT ${kind.type}::text AS type, r.id, NULL::text AS title, ${titled(kind)} AS facts,
        r.occurred_on AS day, ${lastDayOf(kind)} AS until, ${key}::text AS role FROM ${identifier(kind.table)} r WHERE ${own(whose, r)} AND ${named}`;
    });
    return Prisma.join(branches, " UNION ALL ");
  };
};

/** Whoever is named among a record's people did the deed on the record's day. */
const deedsOf =
  (kind: AnyKind, { code, of }: NonNullable<Said<never>["deed"]>): NonNullable<Uses["deeds"]> =>
  (whose, from, to) => {
    const lines = fieldsOf(kind).flatMap(([, field]) =>
      field.kind === "people" ? linesOf(kind, field) : [],
    );
    const branches = lines.map(
      ({ table, record }) => Prisma.sql`
        SELECT ${code}::text AS deed, r.township_id, x.deputy_id, r.id, r.occurred_on AS day, 1 AS times
        FROM ${identifier(kind.table)} r JOIN ${table} x ON x.county_id = r.county_id AND x.township_id = r.township_id AND x.${record} = r.id
        WHERE ${own(whose, r)} AND r.occurred_on BETWEEN ${from} AND ${to} ${of === undefined ? Prisma.empty : Prisma.sql`AND ${of}`}`,
    );
    return Prisma.join(branches, " UNION ALL ");
  };

type Reads = { kind: AnyKind; book: (within?: Within) => Omit<Book, "book"> };

/**
 * The uses that follow from a definition alone, and those that are said beside it.
 * @param of the kind, or the reads made for it: its book is the sheet of its list
 */
export function recordUses<Figures = never>(of: AnyKind | Reads, said: Said<Figures> = {}): Uses {
  const { kind, book }: Reads = "book" in of ? of : recordReads(of);
  const searched = searchedIn(kind).length > 0;
  const participation = participationOf(kind);
  return {
    type: kind.type,
    ...(said.book === false ? {} : { book: { book: said.book ?? kind.router, ...book(said.bookOf) } }),
    titles: titlesOf(kind),
    ...(searched ? { search: searchOf(kind) } : {}),
    ...(said.calendar === false ? {} : { calendar: calendarOf(kind) }),
    ...(participation === undefined ? {} : { participation }),
    ...(said.due === undefined ? {} : { due: said.due }),
    ...(said.deed === undefined ? {} : { deeds: deedsOf(kind, said.deed) }),
    ...(said.standing === undefined ? {} : { standing: said.standing as StandingUse<unknown> }),
  };
}
