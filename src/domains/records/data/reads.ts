import "server-only";
import { atOnce } from "@/server/db/at-once";
import { historyOf } from "@/domains/history/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { Field } from "@/lib/records/fields";
import type { AnyKind, FactsOf } from "@/lib/records/kind";
import type { ExportSheet } from "@/lib/sheets";
import type { Named } from "@/lib/records/named";
import { Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { everyRow, pageOf } from "@/server/db/page";
import type { Rows } from "@/server/db/tx";
import { isoTime } from "@/server/db/told";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import type { Book } from "@/server/records/uses";
import type { ListInput } from "../schema";
import { asObject, columnAt, fieldsOf, targetsOf, named, names, selected, typeOf } from "./columns";
import {
  belonging,
  conditions,
  headsOf,
  type ListSlot,
  type Row,
  rowsOf,
  whose,
  type Within,
  yearsOf,
} from "./list";
import { type SheetColumn, sheetOf } from "./sheet";

/** The whole of a record's own row: its facts and what every record knows of its entry; null when there is none. */
export type Stored<Kind> = {
  id: string;
  version: number;
  facts: FactsOf<Kind>;
  names: Readonly<Record<string, string | null>>;
  /** whom it names, one by one by the fields' keys */
  named: Readonly<Record<string, readonly Named[]>>;
  occurredOn: Day;
  enteredAt: string;
  enteredByName: string;
  source: string;
  sourceNote: string | null;
  lateReason: string | null;
  voidedAt: string | null;
  voidReason: string | null;
};

/** @param more further columns of record `r`: `, r.state` */
async function storedOf<Kind extends AnyKind, More extends object>(
  kind: Kind,
  scope: { tx: Rows; countyId: string; townshipId: string },
  id: string,
  more: Prisma.Sql,
): Promise<(Stored<Kind> & More) | null> {
  const entries = fieldsOf(kind);
  const [row] = await scope.tx.$often<(Omit<Stored<Kind> & More, "facts"> & { facts: never })[]>`
    SELECT r.id, r.version, (SELECT to_jsonb(f) FROM (SELECT ${selected(kind, entries)}) f) AS facts, ${names(kind, entries)} AS names, ${named(kind)} AS named,
      r.occurred_on::text AS "occurredOn", ${isoTime(Prisma.sql`r.entered_at`)} AS "enteredAt", r.entered_by_name AS "enteredByName", r.source,
      r.source_note AS "sourceNote", r.late_reason AS "lateReason", ${isoTime(Prisma.sql`r.voided_at`)} AS "voidedAt", r.void_reason AS "voidReason" ${more}
    FROM ${identifier(kind.table)} r
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = ${scope.townshipId}::uuid AND r.id = ${id}::uuid`;
  return (row as (Stored<Kind> & More) | undefined) ?? null;
}

/** The record as it stands; the same NOT_FOUND for unknown, foreign and voided ones. @param more as of `storedOf` */
export async function livingOf<Kind extends AnyKind, More extends object = object>(
  kind: Kind,
  scope: TownshipReader,
  id: string,
  more = Prisma.empty,
): Promise<Stored<Kind> & More> {
  const stored = await storedOf<Kind, More>(kind, scope, id, more);
  if (stored?.voidedAt !== null) throw notFound();
  return stored;
}

/** Which living records stand beside these: a condition on `r`. */
export type Beside<Kind> = (facts: readonly FactsOf<Kind>[]) => Prisma.Sql;

/** Those that say the same as one of these in a field. */
export const sameIn =
  <Kind extends AnyKind>(kind: Kind, key: keyof FactsOf<Kind> & string): Beside<Kind> =>
  (facts) => {
    const type = typeOf(kind.fields[key] as Field);
    return Prisma.sql`${columnAt(key)} = ANY (CAST(${facts.map((one) => one[key])} AS ${identifier(type)}[]))`;
  };

/** The facts of the kind's living records that a condition is true of, one of them left out. */
export async function livingBeside<Kind extends AnyKind>(
  kind: Kind,
  scope: TownshipScope,
  condition: Prisma.Sql,
  exceptId: string | null,
): Promise<FactsOf<Kind>[]> {
  const rows = await scope.tx.$queryRaw<{ facts: FactsOf<Kind> }[]>`
    SELECT ${asObject(kind, fieldsOf(kind))} AS facts FROM ${identifier(kind.table)} r
    WHERE ${whose(scope)} AND r.voided_at IS NULL AND r.id IS DISTINCT FROM ${exceptId}::uuid AND ${condition}`;
  return rows.map(({ facts }) => facts);
}

/** Read with the record, in its own statement: another one would be another way to the server. */
export type DetailSlot<Kind, More extends object> = {
  /** columns over `r`: `, r.state` */
  select: (scope: TownshipReader) => Prisma.Sql;
  /** What is told of them; a method, so that it may say which columns its own `select` has added. */
  tell(stored: Stored<Kind>, scope: TownshipReader): More;
};

export type ReadSlots<Kind, Extra extends object, More extends object, Raw extends object> = {
  list?: ListSlot;
  /** a row as it is told, where a rule makes something of the columns that `list.select` added */
  tell?: (row: Row<Kind> & Raw) => Row<Kind> & Extra;
  /** columns of the exported sheet beyond the kind's own */
  sheet?: readonly SheetColumn<Row<Kind> & Extra>[];
  /** records of other kinds that its history names and no field does: rows `o`, each with its name, as in domains/history */
  called?: readonly Prisma.Sql[];
  /** what the record's page shows beyond its facts */
  detail?: DetailSlot<Kind, More>;
};

/** All of a year, in the order things happened. */
const ofYear = (year: number): ListInput => ({
  ...{ township: "", q: "", page: 1, pageSize: 1, sort: "occurredOn", direction: "asc" },
  ...{ year, voided: false, where: {} },
});

/** @typeParam Extra what `list.select`, or `tell` from it, adds to a row; @typeParam More what `detail` adds to a record */
export function recordReads<
  Kind extends AnyKind,
  Extra extends object = object,
  More extends object = object,
  Raw extends object = Extra,
>(kind: Kind, slots: ReadSlots<Kind, Extra, More, Raw> = {}) {
  const slot = slots.list ?? {};
  type Found = Row<Kind> & Raw;
  const tell = slots.tell ?? ((row: Found) => row as unknown as Row<Kind> & Extra);
  const asked = (scope: TownshipReader, input: ListInput): ListInput =>
    slot.years === undefined ? input : { ...input, year: input.year ?? yearOf(dayOf(scope.now)) };
  const counted = ({ year }: ListInput) => (slot.years === undefined ? null : year);

  const sheet = async (scope: TownshipReader, input: ListInput, within?: Within): Promise<ExportSheet> => {
    const of = asked(scope, input);
    const rows = await everyRow(kind.unit, rowsOf<Found>(kind, scope, of, slot, within));
    return sheetOf(kind, (rows as unknown as Found[]).map(tell), counted(of), slots.sheet);
  };

  return {
    kind,
    sorts: Object.keys(slot.sorts ?? {}),

    list: async (scope: TownshipReader, input: ListInput) => {
      const of = asked(scope, input);
      const [found, years, heads] = await atOnce(
        pageOf(input, rowsOf<Found>(kind, scope, of, slot)),
        slots.list?.years?.(scope) ?? yearsOf(kind, scope, slot),
        headsOf(kind, scope, of, slot),
      );
      const rows = (found.rows as unknown as Found[]).map(tell);
      /** `year` is the one whose counts are shown; null where a year leaves rows out */
      return { total: found.total, rows, years, year: counted(of), heads };
    },

    /** The record with its history; the same NOT_FOUND for unknown and foreign ones. */
    byId: async (scope: TownshipReader, { id }: { id: string }) => {
      const row = await storedOf(kind, scope, id, slots.detail?.select(scope) ?? Prisma.empty);
      if (row === null) throw notFound();
      const { version, facts, names: told, named: each, sourceNote, lateReason, voidedAt, voidReason } = row;
      const also = [...targetsOf(kind), ...(slots.called ?? [])];
      const timeline = await historyOf(scope, id, { ...row, ahead: kind.ahead }, [], also);
      const more = (slots.detail?.tell(row, scope) ?? {}) as More;
      return {
        id,
        version,
        facts,
        names: told,
        named: each,
        sourceNote,
        lateReason,
        voidedAt,
        voidReason,
        timeline,
        ...more,
      };
    },

    /** What the list shows, all pages, as a sheet. */
    exportRows: (scope: TownshipReader, input: ListInput) => sheet(scope, input),

    /** A year's register of the kind, in the order things happened. @param within which records stand in it */
    book: (within = belonging(slot)): Omit<Book, "book"> => ({
      sheet: (scope, year) => sheet(scope, ofYear(year), within),
      // Joins leave no row out.
      entries: (scope, year) => Prisma.sql`SELECT count(*) FROM ${identifier(kind.table)} r
        WHERE ${conditions(kind, scope, ofYear(year), slot, within)}`,
    }),
  };
}
