import "server-only";
import { dayOf, type Day } from "@/lib/dates";
import { ownTownship } from "@/domains/tenancy/data";
import { Prisma } from "@/server/db/generated/client";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { type Level, levels, seatHint, seatsByLaw, vacanciesOf } from "../rules/roster";
import type { DeputiesOnDayInput } from "../schema";
import { countInOffice, deputyOf, holding } from "./in-office";

type CountRow = { level: Level; in_office: number };

/** People in office on a day by level; somebody with two levels counts once at each. */
export async function inOfficeByLevel(scope: TownshipScope, on: Day): Promise<Map<Level, number>> {
  const rows = await scope.tx.$queryRaw<CountRow[]>`
    SELECT m.level, count(DISTINCT m.deputy_id)::int AS in_office
    FROM mandate m JOIN ${deputyOf(Prisma.sql`m`)} AND d.voided_at IS NULL
    WHERE m.county_id = ${scope.countyId}::uuid AND m.township_id = ${scope.townshipId}::uuid AND ${holding(on)}
    GROUP BY m.level`;
  return new Map(rows.map((row) => [row.level, row.in_office]));
}

export async function quotasOf(scope: TownshipScope) {
  const rows = await scope.tx.seatQuota.findMany({
    where: { ...tenantOf(scope), voidedAt: null },
    orderBy: { startsOn: "desc" },
  });
  return rows.map((row) => ({
    id: row.id,
    level: row.level as Level,
    termName: row.termName,
    seats: row.seats,
    startsOn: dayOrNull(row.startsOn) ?? "",
    endsOn: dayOrNull(row.endsOn),
  }));
}

export async function loadOpenQuota(scope: TownshipScope, level: Level) {
  return scope.tx.seatQuota.findFirst({ where: { ...tenantOf(scope), level, endsOn: null, voidedAt: null } });
}

/** What the law's formula gives for the population entered; null where none is, or where there is no congress. */
async function seatsOfPopulation(scope: TownshipScope) {
  const township = await ownTownship(scope);
  const population = township.kind === "subdistrict" ? null : township.population;
  const seats = population === null ? null : seatsByLaw(population);
  return population === null || seats === null ? null : { population, seats, article: "选举法第12条" };
}

/** Seats, people in office and vacancies of each level on a day [R3]. */
export async function deputySummary(scope: TownshipScope, { on }: DeputiesOnDayInput) {
  const day = on ?? dayOf(scope.now);
  const counts = await inOfficeByLevel(scope, day);
  const quotas = await quotasOf(scope);
  const seatsOn = (level: Level) =>
    quotas.find(
      (quota) =>
        quota.level === level && quota.startsOn <= day && (quota.endsOn === null || day <= quota.endsOn),
    );
  return {
    day,
    people: await countInOffice(scope, day),
    byLaw: await seatsOfPopulation(scope),
    levels: levels
      .map((level) => {
        const quota = seatsOn(level);
        const count = { seats: quota?.seats ?? null, inOffice: counts.get(level) ?? 0 };
        return {
          level,
          termName: quota?.termName ?? null,
          since: quota?.startsOn ?? null,
          ...count,
          vacancies: vacanciesOf(count),
          // Seats of the other levels are not this township's to fill: no number entered asks for nothing.
          hint: quota === undefined && level !== "township" ? null : seatHint(count),
        };
      })
      .filter((line) => line.seats !== null || line.inOffice > 0 || line.level === "township"),
  };
}
