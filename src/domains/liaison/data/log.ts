import "server-only";
import { v7 as uuid } from "uuid";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import type { Seen } from "@/server/db/change";
import { Prisma } from "@/server/db/generated/client";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope, TownshipReader, TownshipScope } from "@/server/db/scope";
import { inYear } from "@/server/db/span";
import type { Rows } from "@/server/db/tx";
import type { Side, Way } from "../labels";
import type { Standing } from "../rules/log";

const { sql } = Prisma;

type Entry = {
  id: string;
  version: number;
  townshipId: string;
  side: Side;
  occurredOn: Day;
  way: Way;
  countyPerson: string;
  townshipPerson: string | null;
  subject: string;
  result: string | null;
  enteredByName: string;
};

type Reader = { tx: Rows; countyId: string };

const entriesWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Entry[]> => tx.$queryRaw<Entry[]>`
  SELECT e.id, e.version, e.township_id AS "townshipId", e.side, e.contact_on::text AS "occurredOn", e.way, e.county_person AS "countyPerson",
    e.township_person AS "townshipPerson", e.subject, e.result, e.entered_by_name AS "enteredByName"
  FROM liaison_entry e WHERE e.county_id = ${countyId}::uuid AND e.voided_at IS NULL AND ${which}
  ORDER BY e.contact_on DESC, e.id DESC LIMIT 5000`;

const yearsOf = async ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<number[]> => {
  const rows = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM e.contact_on)::int AS year FROM liaison_entry e
    WHERE e.county_id = ${countyId}::uuid AND e.voided_at IS NULL AND ${which}`;
  return rows.map(({ year }) => year);
};

const shown = (row: Entry) => {
  const { townshipId: _, ...entry } = row;
  return entry;
};

/** A year's contacts with all townships, or with one of them [R95]. */
export async function countyLog(
  scope: CountyScope,
  input: { year: number | null; townshipId: string | null },
) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  const one = input.townshipId === null ? sql`true` : sql`e.township_id = ${input.townshipId}::uuid`;
  const rows = await entriesWhere(scope, sql`${inYear(sql`e.contact_on`, year)} AND ${one}`);
  return {
    ...{ year, today, years: await yearsOf(scope, sql`true`) },
    townships: townships.flatMap(({ id, name, mergedOn }) => (mergedOn === null ? [{ id, name }] : [])),
    rows: rows.map((row) => ({ ...shown(row), township: names.get(row.townshipId) ?? "" })),
  };
}

const ofTownship = ({ townshipId }: { townshipId: string }) => sql`e.township_id = ${townshipId}::uuid`;

export async function ownLog(scope: TownshipReader, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const mine = ofTownship(scope);
  const rows = await entriesWhere(scope, sql`${inYear(sql`e.contact_on`, year)} AND ${mine}`);
  return { ...{ year, today, years: await yearsOf(scope, mine) }, rows: rows.map(shown) };
}

/** What is known already of a township's contacts on a day. */
export const standingOn = (scope: Reader, townshipId: string, day: Day): Promise<Standing[]> =>
  entriesWhere(scope, sql`${ofTownship({ townshipId })} AND e.contact_on = ${day}::date`);

export async function entryById(scope: Reader & { townshipId?: string }, id: string): Promise<Entry> {
  const { townshipId } = scope;
  const mine = townshipId === undefined ? sql`true` : ofTownship({ townshipId });
  const [entry] = await entriesWhere(scope, sql`${mine} AND e.id = ${id}::uuid`);
  if (entry === undefined) throw notFound();
  return entry;
}

type New = Omit<Entry, "id" | "version" | "enteredByName">;

export async function keepEntry(
  { tx, countyId, actor, now }: CountyScope | TownshipScope,
  { occurredOn, ...said }: New,
): Promise<string> {
  const id = uuid();
  await tx.liaisonEntry.create({
    data: {
      ...{ countyId, id, ...said, contactOn: utcOf(occurredOn) },
      ...{ enteredAt: now, enteredBy: actor.accountId, enteredByName: actor.name },
    },
  });
  return id;
}

export async function strikeEntry(
  { tx, countyId, now }: CountyScope | TownshipScope,
  { id, version, townshipId }: Seen & { townshipId: string },
  reason: string,
): Promise<void> {
  const { count } = await tx.liaisonEntry.updateMany({
    where: { countyId, townshipId, id, version, voidedAt: null },
    data: { voidedAt: now, voidReason: reason, version: { increment: 1 } },
  });
  assertOneChanged(count);
}
