import "server-only";
import type { Day } from "@/lib/dates";
import { dayOrNull, found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { Prisma } from "@/server/db/generated/client";
import { asDay, runsWithin } from "@/server/db/span";
import { type Decision, firstDenial } from "@/lib/decision";
import { awayAreMarked, type LeaveFact, noneAway } from "../rules/leave";
import { inOfficeThen } from "./in-office";

const l = Prisma.sql`l`;

export async function loadLeave(scope: TownshipScope, id: string) {
  const row = found(await scope.tx.deputyLeave.findUnique({ where: keyOf(scope, id) }));
  return { ...row, startsOn: dayOrNull(row.startsOn) ?? "", endsOn: dayOrNull(row.endsOn) ?? "" };
}

export async function leavesOf(scope: TownshipScope, deputyId: string): Promise<LeaveFact[]> {
  const rows = await scope.tx.deputyLeave.findMany({
    where: { ...tenantOf(scope), deputyId, voidedAt: null },
    select: { startsOn: true, endsOn: true },
  });
  return rows.map(({ startsOn, endsOn }) => ({
    startsOn: dayOrNull(startsOn) ?? "",
    endsOn: dayOrNull(endsOn) ?? "",
  }));
}

/** Who of a township is away on some of these days, by deputy. */
export function awayBetween({ tx, countyId, townshipId }: TownshipReader, from: Day, until: Day) {
  return tx.$queryRaw<{ deputyId: string; name: string; from: Day; until: Day }[]>`
    SELECT l.deputy_id AS "deputyId", d.name, l.starts_on::text AS "from", l.ends_on::text AS until
    FROM deputy_leave l JOIN deputy d ON d.county_id = l.county_id AND d.township_id = l.township_id AND d.id = l.deputy_id
    WHERE l.county_id = ${countyId}::uuid AND l.township_id = ${townshipId}::uuid AND l.voided_at IS NULL
      AND ${runsWithin(l, asDay(from), asDay(until))}
    ORDER BY d.pinyin, d.id, l.starts_on LIMIT 2000`;
}

/** Who of those named is away on some of these days. */
export async function awayOf(scope: TownshipScope, deputyIds: readonly string[], from: Day, until: Day) {
  if (deputyIds.length === 0) return [];
  const named = new Set(deputyIds);
  return (await awayBetween(scope, from, until)).filter(({ deputyId }) => named.has(deputyId));
}

/** Nobody whom a record names was away on its days: for `mayBe` of its kind. */
export const nobodyAway = async (
  scope: TownshipScope,
  { deputyIds, occurredOn, endedOn }: { deputyIds: readonly string[]; occurredOn: Day; endedOn: Day | null },
): Promise<Decision> => noneAway(await awayOf(scope, deputyIds, occurredOn, endedOn ?? occurredOn));

/** Nobody whom a roll has as present was away that day. */
export const presentWereThere = async (
  scope: TownshipScope,
  deputyIds: readonly string[],
  on: Day,
): Promise<Decision> => awayAreMarked(await awayOf(scope, deputyIds, on, on));

/** Everybody whom a record names was in office on its day and not away: for `mayBe` of a kind whose duty says who was there. */
export const tookPart = async (
  scope: TownshipScope,
  { deputyIds, occurredOn }: { deputyIds: readonly string[]; occurredOn: Day },
): Promise<Decision> =>
  firstDenial(
    await inOfficeThen(scope, { deputyIds, occurredOn }),
    await nobodyAway(scope, { deputyIds, occurredOn, endedOn: null }),
  );
