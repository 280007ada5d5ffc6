import "server-only";
import { dueOf, recordHref, titled } from "@/domains/registry";
import { countyNamed, townshipsOf } from "@/domains/tenancy/data";
import { countyNewsOf, countyWaiting, newsOf, waiting } from "@/domains/uses";
import { workingCalendarOf } from "@/domains/workdays/data";
import { isDayOff } from "@/domains/workdays/rules";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { isoTime } from "@/server/db/told";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { newsLabels } from "./labels";
import {
  defaultQuiet,
  digestOf,
  lastLoud,
  type Matter,
  type News,
  onceEach,
  type Quiet,
  type Raised,
  raisedOf,
  toldOf,
} from "./rules";

const { sql } = Prisma;

/** Beyond this a deadline raises nothing yet. */
const horizon = 10;
const mostMatters = 2000;
const mostShown = 200;

type Mark = { key: string; dismissed: boolean };
type Own = { quiet: Quiet; marks: Mark[] };

/** What somebody set for oneself, and has done with what was raised. */
async function ownOf({ tx, countyId, actor, now }: CountyScope | TownshipScope): Promise<Own> {
  const [row] = await tx.$queryRaw<{ quiet: Quiet | null; marks: Mark[] }[]>`
    SELECT (SELECT json_build_object('quietFrom', s.quiet_from, 'quietUntil', s.quiet_until, 'quietDaysOff', s.quiet_days_off)
        FROM notification_setting s WHERE s.county_id = ${countyId}::uuid AND s.account_id = ${actor.accountId}::uuid) AS quiet,
      (SELECT coalesce(json_agg(json_build_object('key', m.key, 'dismissed', m.dismissed_at IS NOT NULL)), '[]'::json)
        FROM notification_mark m WHERE m.county_id = ${countyId}::uuid AND m.account_id = ${actor.accountId}::uuid
          AND m.opened_at > ${now}::timestamptz - interval '400 days') AS marks`;
  return { quiet: row?.quiet ?? defaultQuiet, marks: row?.marks ?? [] };
}

type Placed = { href: string };
type Found = { matters: (Matter & Placed)[]; happened: (News & Placed)[]; days: Day[] };

/** What is raised for somebody now: nothing of it is stored, so that nothing can be raised twice. */
async function raisedFor(
  scope: CountyScope | TownshipScope,
  { matters, happened, days }: Found,
  home: string,
) {
  const { quiet, marks } = await ownOf(scope);
  const calendar = await workingCalendarOf(scope);
  const isOff = (day: Day) => isDayOff(calendar, day);
  const loud = lastLoud(quiet, scope.now, isOff);
  const today = dayOf(loud);
  const place = ({ href }: Placed, raised: Raised | null) => {
    if (raised === null) return [];
    const { kind, key, type, id, title, note, on, at, dueOn, threshold } = raised;
    const what = threshold === "news" ? (newsLabels[kind] ?? "") : dueOf(kind).what;
    return [{ key, type, id, title, note, on, at, dueOn, threshold, href, what }];
  };
  const told = [
    ...matters.flatMap((row) => place(row, raisedOf(row, today))),
    ...happened.flatMap((row) => place(row, toldOf(row, loud))),
  ];
  const digest = digestOf(days, today);
  const seen = new Map(marks.map(({ key, dismissed }) => [key, dismissed]));
  const rows = onceEach(told)
    .filter(({ keys }) => !keys.every((key) => seen.get(key) === true))
    .map(({ keys, key, title, note, on, dueOn, threshold, href, what }) => ({
      ...{ keys, key, title, note, on, dueOn, threshold, href, what },
      opened: keys.every((one) => seen.has(one)),
    }))
    .toSorted((one, other) => other.on.localeCompare(one.on) || one.key.localeCompare(other.key));
  return {
    ...{ today: dayOf(scope.now), quiet, isQuiet: loud < scope.now },
    digest:
      digest === null || seen.get(digest.key) === true
        ? null
        : { ...digest, href: home, opened: seen.has(digest.key) },
    rows: rows.slice(0, mostShown),
    unread: rows.filter(({ opened }) => !opened).length + (digest !== null && !seen.has(digest.key) ? 1 : 0),
  };
}

type Waits = Omit<Matter, "title"> & { title: string | null; facts: unknown };

/** A township's matters, for one of its own people. */
export async function forTownship(scope: TownshipScope, { township }: { township: string }) {
  const today = dayOf(scope.now);
  const waits = await waiting(scope);
  const due = await scope.tx.$queryRaw<Waits[]>`
    SELECT kind, type, id, title, facts, note, due_on::text AS "dueOn" FROM ${waits} w
    WHERE due_on <= ${today}::date + ${horizon}::int ORDER BY due_on, kind, id LIMIT ${mostMatters}`;
  const happened = await scope.tx.$queryRaw<News[]>`
    SELECT kind, type, id, title, ${isoTime(sql`at`)} AS at FROM ${newsOf(scope)} n WHERE at > ${scope.now}::timestamptz - interval '60 days' ORDER BY at DESC LIMIT 500`;
  const base = `/t/${township}`;
  const matters = due.map(titled).map((row) => ({
    ...row,
    href: recordHref(township, row.type, row.id) ?? `${base}/${dueOf(row.kind).page?.write ?? ""}`,
  }));
  return raisedFor(
    scope,
    {
      matters,
      happened: happened.map((row) => ({ ...row, href: recordHref(township, row.type, row.id) ?? base })),
      days: matters.map(({ dueOn }) => dueOn),
    },
    base,
  );
}

/** What waits for the county itself, and what its townships sent it. */
export async function forCounty(scope: CountyScope) {
  const today = dayOf(scope.now);
  const base = `/c/${(await countyNamed(scope)).code}`;
  const townships = await townshipsOf(scope.tx, scope.countyId, yearOf(today));
  const names = new Map(townships.map(({ id, shortName }) => [id, shortName]));
  const due = await scope.tx.$queryRaw<(Matter & { page: string; townshipId: string | null })[]>`
    SELECT kind, type, id, title, note, due_on::text AS "dueOn", page, township_id AS "townshipId" FROM ${countyWaiting(scope)} w
    WHERE due_on <= ${today}::date + ${horizon}::int ORDER BY due_on, kind, id LIMIT ${mostMatters}`;
  const happened = await scope.tx.$queryRaw<(News & { page: string; townshipId: string | null })[]>`
    SELECT kind, type, township_id AS "townshipId", id, title, page, ${isoTime(sql`at`)} AS at FROM ${countyNewsOf(scope)} n WHERE at > ${scope.now}::timestamptz - interval '60 days'
    ORDER BY at DESC LIMIT 500`;
  /** Of which township it is, and where it is dealt with. */
  const placed = <Row extends { title: string; page: string; townshipId: string | null }>(row: Row) => ({
    ...row,
    title: [names.get(row.townshipId ?? ""), row.title].filter(Boolean).join("："),
    href: `${base}/${row.page}`,
  });
  return raisedFor(
    scope,
    {
      matters: due.map((row) => placed(row)),
      happened: happened.map((row) => placed(row)),
      days: due.map(({ dueOn }) => dueOn),
    },
    base,
  );
}

export type Notifications = Awaited<ReturnType<typeof forCounty>>;
