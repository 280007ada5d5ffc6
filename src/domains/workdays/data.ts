import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { publishedDays } from "@/server/calendar/state-council";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import { calendarOf, type NamedCalendar, type SetDay } from "./rules";

type Whose = { tx: Rows; countyId: string };
type OwnDay = SetDay & { id: string; version: number; by: string; on: Day };

async function ownDays({ tx, countyId }: Whose): Promise<OwnDay[]> {
  const rows = await tx.$often<(Omit<OwnDay, "on"> & { at: Date })[]>`
    SELECT id, to_char(day, 'YYYY-MM-DD') AS day, name, works, version, entered_by_name AS by, entered_at AS at
    FROM county_holiday WHERE county_id = ${countyId}::uuid AND voided_at IS NULL ORDER BY day`;
  return rows.map(({ at, ...row }) => ({ ...row, on: dayOf(at) }));
}

/**
 * Which days a county works: what the State Council announced and what the county set itself. Every rule that counts
 * working days goes by it. Lists and the page of the day do not: they read the days that it gave when they were reckoned.
 */
export async function workingCalendarOf(whose: Whose): Promise<NamedCalendar> {
  return calendarOf(publishedDays, await ownDays(whose));
}

/** What the county's own days are checked against before another one is entered. */
export async function standingDays(whose: Whose) {
  const own = await ownDays(whose);
  return { own, calendar: calendarOf(publishedDays, own) };
}

export async function keepDays(
  { tx, countyId, actor, now }: CountyScope,
  days: readonly SetDay[],
): Promise<string[]> {
  const data = days.map(({ day, ...said }) => ({
    ...{ countyId, id: uuid(), day: utcOf(day), ...said },
    ...{ enteredAt: now, enteredByName: actor.name },
  }));
  await tx.countyHoliday.createMany({ data });
  return data.map(({ id }) => id);
}

/** Takes a county's own day out; it stays on record. @returns what it was */
export async function strikeDay(
  scope: CountyScope,
  { id, version }: { id: string; version: number },
): Promise<OwnDay> {
  const { tx, countyId, now } = scope;
  const day = (await ownDays(scope)).find((one) => one.id === id);
  if (day === undefined) throw notFound();
  const { count } = await tx.countyHoliday.updateMany({
    where: { countyId, id, version, voidedAt: null },
    data: { voidedAt: now, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return day;
}

/** A year's days as they are published and as the county added to them, and which years there are. */
export async function yearOfWork(scope: CountyScope | TownshipScope, { year }: { year: number }) {
  const own = await ownDays(scope);
  const { years } = calendarOf(publishedDays, own);
  const ofYear = <Row extends SetDay>(days: readonly Row[]) =>
    days.filter(({ day }) => yearOf(day) === year).toSorted((one, other) => one.day.localeCompare(other.day));
  const today = dayOf(scope.now);
  return {
    ...{ year, today, known: years.has(year) },
    years: [...new Set([...years, yearOf(today), yearOf(today) + 1])],
    published: ofYear(publishedDays),
    own: ofYear(own),
  };
}

export type YearOfWork = Awaited<ReturnType<typeof yearOfWork>>;
