import "server-only";
import { townshipsIn } from "@/domains/tenancy/data";
import { addDays, type Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { groupsOn } from "@/server/db/order";
import { keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay, runsWithin, standsOn } from "@/server/db/span";
import { type Period, todayOf } from "@/server/evidence/period";
import type { Decision } from "@/lib/decision";
import { allInOffice, type Level } from "../rules/roster";
import { leaveOn, type LeaveOnDay } from "./away";

/** Who is in office on a day, and who a record names: every slice asks here, none reads the roster's tables itself. */

const sql = Prisma.sql;
const m = sql`m`;

/** Mandate `m` is one of deputy `d`. */
export const ofDeputy = sql`m.county_id = d.county_id AND m.township_id = d.township_id AND m.deputy_id = d.id`;

/** Mandate `m` holds on a day. */
export const holding = (on: Day): Prisma.Sql => standsOn(m, asDay(on));

const ofLevel = (level: Level | null): Prisma.Sql =>
  level === null ? Prisma.empty : sql`AND m.level = ${level}`;

/** Deputy `d` is in office on a day, which may be a row's own, at any level or at one. */
export const inOfficeAt = (day: Prisma.Sql, level: Level | null = null): Prisma.Sql =>
  sql`EXISTS (SELECT 1 FROM mandate m WHERE ${ofDeputy} AND ${standsOn(m, day)} ${ofLevel(level)})`;
export const inOffice = (on: Day, level: Level | null = null): Prisma.Sql => inOfficeAt(asDay(on), level);

/** Since when deputy `d` holds the mandates that stand on a day, the longest of them; null without one. */
export const heldSince = (day: Prisma.Sql): Prisma.Sql =>
  sql`(SELECT min(m.starts_on) FROM mandate m WHERE ${ofDeputy} AND ${standsOn(m, day)})`;

/** The deputy `d` that a line names, to be joined. @param line the alias of a row with `deputy_id` */
export const deputyOf = (line: Prisma.Sql): Prisma.Sql => sql`deputy d
  ON d.county_id = ${line}.county_id AND d.township_id = ${line}.township_id AND d.id = ${line}.deputy_id`;

/** The name of the deputy whom a column of a line names, null for none; a scalar subselect. */
export const nameOfDeputy = (line: Prisma.Sql, column: Prisma.Sql): Prisma.Sql =>
  sql`(SELECT d.name FROM deputy d WHERE d.county_id = ${line}.county_id AND d.township_id = ${line}.township_id AND d.id = ${line}.${column})`;

type Tenant = Pick<TownshipScope, "countyId" | "townshipId">;

const livingIn = ({ countyId, townshipId }: Tenant): Prisma.Sql =>
  sql`d.county_id = ${countyId}::uuid AND d.township_id = ${townshipId}::uuid AND d.voided_at IS NULL`;

/** A FROM item: the deputies in office at a level on a day, one row each, with the constituency they stand for. */
export const deputiesOn = (tenant: Tenant, on: Day, level: Level): Prisma.Sql => sql`(
  SELECT d.*, (SELECT min(m.constituency) FROM mandate m WHERE ${ofDeputy} AND ${holding(on)} ${ofLevel(level)}) AS constituency
  FROM deputy d WHERE ${livingIn(tenant)} AND ${inOffice(on, level)})`;

/** How many are in office on a day, at any level or at one; somebody with two levels counts once. */
export async function countInOffice(
  scope: TownshipScope,
  on: Day,
  level: Level | null = null,
): Promise<number> {
  const [row] = await scope.tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM deputy d WHERE ${livingIn(scope)} AND ${inOffice(on, level)}`;
  return row?.count ?? 0;
}

/**
 * A FROM item: who is in office in the township that a row names, on a day that may be the row's own; somebody with two
 * levels once. @param row the alias of a row with the tenant's columns
 */
export const deputiesOfRow = (
  row: Prisma.Sql,
  day: Prisma.Sql,
  level: Level | null = null,
): Prisma.Sql => sql`(
  SELECT d.* FROM deputy d WHERE d.county_id = ${row}.county_id AND d.township_id = ${row}.township_id AND d.voided_at IS NULL
    AND ${inOfficeAt(day, level)})`;

/** How many those are. */
export const countAt = (row: Prisma.Sql, day: Prisma.Sql, level: Level | null = null): Prisma.Sql =>
  sql`(SELECT count(*)::int FROM ${deputiesOfRow(row, day, level)} d)`;
export const countOfRow = (row: Prisma.Sql, on: Day, level: Level | null = null): Prisma.Sql =>
  countAt(row, asDay(on), level);

/**
 * A FROM item: how many of the township's own congress are in office on each year's last day (today while it runs, the
 * merger's where the township ended), by `year` and `township_id`.
 */
export const headsIn = (period: Period): Prisma.Sql => sql`(
  SELECT a.year, a.township_id, ${countAt(sql`a`, sql`a.until`, "township")} AS heads
  FROM (SELECT y AS year, ${period.countyId}::uuid AS county_id, t.id AS township_id, least(make_date(y, 12, 31), ${todayOf(period)}, t.merged_on) AS until
    FROM ${townshipsIn(period)} t CROSS JOIN generate_series(${period.fromYear}::int, ${period.toYear}::int) y) a)`;

export type PersonInOffice = {
  id: string;
  name: string;
  pinyin: string;
  initials: string;
  occupation: string | null;
  groups: string[];
  places: string[];
  /** the leave of that day */
  leave: LeaveOnDay | null;
};

/** Everybody in office on a day by pinyin, with groups and constituencies, for the forms' search boxes. */
export function peopleInOffice(scope: TownshipReader, on: Day): Promise<PersonInOffice[]> {
  return scope.tx.$queryRaw<PersonInOffice[]>`
    SELECT d.id, d.name, d.pinyin, d.initials, d.occupation, ${groupsOn(on)} AS groups,
      coalesce(array_agg(DISTINCT m.constituency) FILTER (WHERE m.constituency IS NOT NULL), '{}') AS places,
      ${leaveOn(sql`d`, sql`d.id`, asDay(on))} AS leave
    FROM deputy d JOIN mandate m ON ${ofDeputy} AND ${holding(on)}
    WHERE ${livingIn(scope)}
    GROUP BY d.county_id, d.township_id, d.id
    ORDER BY d.pinyin, d.name, d.id LIMIT 2000`;
}

/**
 * Who may be asked along between two days: everybody who held a mandate on one of them, or within the year before, with the
 * mandate that covers most of them. Whoever has left office is among them, so that it can be said why nobody asks.
 */
export function mandatesAround(scope: TownshipReader, from: Day, until: Day) {
  return scope.tx.$queryRaw<
    { id: string; name: string; occupation: string | null; startsOn: Day; endsOn: Day | null }[]
  >`
    SELECT DISTINCT ON (d.pinyin, d.id) d.id, d.name, d.occupation, m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn"
    FROM deputy d JOIN mandate m ON ${ofDeputy} AND m.voided_at IS NULL AND ${runsWithin(m, asDay(addDays(from, -365)), asDay(until))}
    WHERE ${livingIn(scope)}
    ORDER BY d.pinyin, d.id, ${holding(from)} DESC, m.ends_on DESC NULLS FIRST LIMIT 2000`;
}

/** Those who hold no mandate any more, by pinyin: matters of earlier years were theirs. */
export function formerPeople(scope: TownshipReader, on: Day) {
  return scope.tx.$queryRaw<Pick<PersonInOffice, "id" | "name" | "pinyin" | "initials">[]>`
    SELECT d.id, d.name, d.pinyin, d.initials FROM deputy d WHERE ${livingIn(scope)} AND NOT ${inOffice(on)}
    ORDER BY d.pinyin, d.name, d.id LIMIT 2000`;
}

/** Names of those named who hold no mandate on the day; unknown and foreign ids are left to the keys. */
export async function notInOffice(
  scope: TownshipScope,
  deputyIds: readonly string[],
  on: Day,
): Promise<string[]> {
  if (deputyIds.length === 0) return [];
  const rows = await scope.tx.$queryRaw<{ name: string }[]>`
    SELECT d.name FROM deputy d
    WHERE d.county_id = ${scope.countyId}::uuid AND d.township_id = ${scope.townshipId}::uuid AND d.id = ANY(${[...deputyIds]}::uuid[])
      AND (d.voided_at IS NOT NULL OR NOT ${inOffice(on)})
    ORDER BY d.pinyin LIMIT 20`;
  return rows.map((row) => row.name);
}

/** Everybody whom a record names held a mandate on its day: for `mayBe` of its kind. */
export const inOfficeThen = async (
  scope: TownshipScope,
  { deputyIds, occurredOn }: { deputyIds: readonly string[]; occurredOn: Day },
): Promise<Decision> => allInOffice(await notInOffice(scope, deputyIds, occurredOn), occurredOn);

/** The township's deputies by id and name, in office or not, all or these; unknown, foreign and voided ones are missing. */
export function deputiesNamed(scope: TownshipScope, ids?: readonly string[]) {
  const these = ids === undefined ? {} : { id: { in: [...ids] } };
  return scope.tx.deputy.findMany({
    where: { ...tenantOf(scope), ...these, voidedAt: null },
    select: { id: true, name: true },
  });
}

type Named = { deputyId: string | null; name: string };

/** A deputy keeps the name of the roster, so that a record's facts and the roster never differ. */
export async function namedAsDeputy<Facts extends Named>(
  scope: TownshipScope,
  all: readonly Facts[],
): Promise<Facts[]> {
  const ids = all.flatMap(({ deputyId }) => deputyId ?? []);
  const found = await scope.tx.deputy.findMany({
    where: { ...tenantOf(scope), id: { in: ids } },
    select: { id: true, name: true },
  });
  const names = new Map(found.map(({ id, name }) => [id, name]));
  return all.map((facts) => ({ ...facts, name: names.get(facts.deputyId ?? "") ?? facts.name }));
}

/** A deputy whom a record names, voided or not; null for an unknown or foreign id. */
export function deputyNamed(scope: TownshipScope, id: string) {
  return scope.tx.deputy.findUnique({
    where: keyOf(scope, id),
    select: { name: true, occupation: true, voidedAt: true },
  });
}

/** A FROM item: the township mandates of a county that ended before their time, with whose they were. */
export const mandatesEnded = (countyId: string): Prisma.Sql => sql`(
  SELECT m.township_id, m.deputy_id, d.name, m.ends_on FROM mandate m JOIN ${deputyOf(m)}
  WHERE m.county_id = ${countyId}::uuid AND m.level = 'township' AND m.voided_at IS NULL AND m.ends_on IS NOT NULL
    AND m.end_reason IN ('resigned', 'terminated'))`;

/** What a county's deputies are called: names that a text may hold. */
export const deputyNames = (countyId: string): Prisma.Sql =>
  sql`SELECT DISTINCT name FROM deputy WHERE county_id = ${countyId}::uuid`;
