import "server-only";
import { townshipOf } from "@/domains/tenancy/data";
import { kinds, titled } from "@/domains/registry";
import { uses, waiting } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type Seen, together } from "@/server/records/uses";

type Entry = {
  type: string;
  id: string | null;
  title: string | null;
  facts: unknown;
  /** what is due on the day, by its code; null for what takes place */
  due: string | null;
  from: Day;
  to: Day;
  note: string | null;
  township: string;
  townshipName: string;
};
export type CalendarEntry = ReturnType<typeof titled<Entry>>;

/** More than a county enters in two years; a page of them would be no calendar. */
const most = 5_000;

const shown = Prisma.sql`e.type, e.id, e.title, e.facts, to_char(e.from_on, 'YYYY-MM-DD') AS "from", to_char(e.to_on, 'YYYY-MM-DD') AS "to",
  t.code AS township, t.name AS "townshipName"`;

const places = new Map<string, number>(kinds.map(({ type }, place) => [type, place]));
const placeOf = ({ type }: { type: string }): number => places.get(type) ?? kinds.length;

/** By day, then in the registry's order: meetings before what is due. */
const inOrder = (entries: readonly Entry[]): CalendarEntry[] =>
  entries
    .map(titled)
    .toSorted(
      (one, other) =>
        one.from.localeCompare(other.from) ||
        Number(one.due !== null) - Number(other.due !== null) ||
        placeOf(one) - placeOf(other),
    );

/** Of one record on one day what is due says more than what stands planned: it is told once, with the way to deal with it. */
function toldOnce(happening: readonly Entry[], due: readonly Entry[]): Entry[] {
  const key = ({ type, id }: Entry, day: Day): string => `${type} ${id ?? ""} ${day}`;
  const waiting = new Set(due.map((entry) => key(entry, entry.from)));
  return happening.filter((entry) => entry.id === null || !waiting.has(key(entry, entry.to)));
}

function takingPlace(tx: CountyScope["tx"], whose: Seen, from: Day, to: Day): Promise<Entry[]> {
  const branches = uses.flatMap(({ calendar }) => calendar?.(whose, from, to) ?? []);
  return tx.$queryRaw<Entry[]>`
    SELECT ${shown}, NULL AS due, e.note
    FROM (SELECT ${whose.countyId}::uuid AS county_id, u.* FROM ${together("calendar", branches)} u) e JOIN ${townshipOf(Prisma.sql`e`)}
    ORDER BY e.from_on, e.id LIMIT ${most}`;
}

/** What takes place between two days in a township, and what has to be done there by then. */
export async function townshipEntries(scope: TownshipScope, from: Day, to: Day): Promise<CalendarEntry[]> {
  const happening = await takingPlace(scope.tx, scope, from, to);
  const due = await scope.tx.$queryRaw<Entry[]>`
    SELECT ${shown}, e.kind AS due, e.unit AS note
    FROM (SELECT ${scope.countyId}::uuid AS county_id, ${scope.townshipId}::uuid AS township_id, w.*, w.due_on AS from_on, w.due_on AS to_on
      FROM ${await waiting(scope)} w) e JOIN ${townshipOf(Prisma.sql`e`)}
    WHERE e.due_on BETWEEN ${from}::date AND ${to}::date ORDER BY e.due_on, e.kind, e.id LIMIT ${most}`;
  return inOrder([...toldOnce(happening, due), ...due]);
}

/** What takes place in all townships; their deadlines are each township's own to keep. */
export async function countyEntries(scope: CountyScope, from: Day, to: Day): Promise<CalendarEntry[]> {
  return inOrder(
    await takingPlace(scope.tx, { countyId: scope.countyId, townshipId: null, now: scope.now }, from, to),
  );
}
