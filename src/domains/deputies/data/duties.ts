import "server-only";
import { kinds } from "@/domains/registry";
import { uses } from "@/domains/uses";
import type { Day } from "@/lib/dates";
import type { Face } from "@/lib/records/kind";
import type { TownshipScope } from "@/server/db/scope";
import { together } from "@/server/records/uses";

const taken = (scope: TownshipScope, deputyId: string) =>
  together(
    "participation",
    uses.flatMap(({ participation }) => participation?.(scope, deputyId) ?? []),
  );

/** In how many records the deputy took part, of whatever kind: those of the duty file. */
export async function duties(scope: TownshipScope, deputyId: string): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ duties: number }[]>`
    SELECT count(DISTINCT (type, id))::int AS duties FROM ${taken(scope, deputyId)} taken`;
  return row?.duties ?? 0;
}

/** What says that a deputy was there, by kind and the code of the part taken. */
const there = (kinds as readonly Face[]).flatMap(({ type, duty }) =>
  (duty?.there ?? []).map((role) => ({ type, title: duty?.title ?? "", role })),
);

/** The first record, with a day from one day until another, that says the deputy was there. */
export async function firstSeen(scope: TownshipScope, deputyId: string, from: Day, until: Day) {
  const [row] = await scope.tx.$queryRaw<{ type: string; day: Day }[]>`
    SELECT taken.type, taken.day::text AS day FROM ${taken(scope, deputyId)} taken
    JOIN unnest(${there.map(({ type }) => type)}::text[], ${there.map(({ role }) => role)}::text[]) seen (type, role)
      ON seen.type = taken.type AND seen.role = taken.role
    WHERE taken.day <= ${until}::date AND taken.until >= ${from}::date ORDER BY taken.day, taken.id LIMIT 1`;
  return row === undefined
    ? null
    : { day: row.day, duty: there.find(({ type }) => type === row.type)?.title ?? "" };
}
