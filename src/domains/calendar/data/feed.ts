import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { isoTime } from "@/server/db/told";
import { addDays, type Day, dayOf } from "@/lib/dates";
import { type CalendarEvent, icsOf } from "@/lib/ics";
import { type AuthScope, type CountyScope, type TownshipScope } from "@/server/db/scope";
import { kindOfEntry, titleOfEntry } from "../labels";
import { type CalendarEntry, countyEntries, townshipEntries } from "./entries";

/** A telephone shows what was and what comes; the record itself is read in the system. */
const [back, ahead] = [90, 400];

/** Titles and days alone: an address that is passed on gives away no more than a notice on a door. */
const eventOf = (entry: CalendarEntry, today: Day, named: boolean): CalendarEvent => ({
  uid: `${entry.due ?? entry.type}-${entry.id ?? `${entry.township}-${entry.from}`}@xianxiang-renda`,
  title: `${named ? `${entry.townshipName} ` : ""}${kindOfEntry(entry, today).word}：${titleOfEntry(entry)}`,
  from: entry.from,
  to: entry.to,
});

export async function townshipFeed(scope: TownshipScope, name: string): Promise<string> {
  const today = dayOf(scope.now);
  const entries = await townshipEntries(scope, addDays(today, -back), addDays(today, ahead));
  return icsOf(
    name,
    entries.map((entry) => eventOf(entry, today, false)),
    scope.now,
  );
}

export async function countyFeed(scope: CountyScope, name: string): Promise<string> {
  const today = dayOf(scope.now);
  const entries = await countyEntries(scope, addDays(today, -back), addDays(today, ahead));
  return icsOf(
    name,
    entries.map((entry) => eventOf(entry, today, true)),
    scope.now,
  );
}

/** Since when one's own calendar can be read by a telephone; null when it cannot. A new password ends it. */
export async function feedOf(scope: AuthScope, accountId: string): Promise<{ since: string | null }> {
  const [row] = await scope.tx.$queryRaw<{ since: string }[]>`
    SELECT ${isoTime(Prisma.sql`f.created_at`)} AS since FROM calendar_feed f JOIN account a ON a.id = f.account_id
    WHERE f.account_id = ${accountId}::uuid AND (a.password_changed_at IS NULL OR f.created_at >= a.password_changed_at)`;
  return { since: row?.since ?? null };
}
