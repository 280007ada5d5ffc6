import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { dayOrNull } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { shownDetail } from "./shown";

export type TimelineEntry = {
  seq: number;
  at: Date;
  /** the event's day if it tells of one, else the day of entry */
  day: Day;
  who: string;
  action: string;
  summary: string;
  detail: unknown;
};

/** What happened to a record by the day it happened, newest first; within a day, what was entered last. */
export async function timelineOf(scope: TownshipScope, recordId: string): Promise<TimelineEntry[]> {
  const rows = await scope.tx.auditEvent.findMany({
    where: { countyId: scope.countyId, townshipId: scope.townshipId, recordId },
    orderBy: { seq: "desc" },
    take: 200,
  });
  const entries = rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    day: dayOrNull(row.occurredOn) ?? dayOf(row.at),
    who: row.actorName,
    action: row.action,
    summary: row.summary,
    detail: shownDetail(row.detail),
  }));
  return entries.sort((one, other) => other.day.localeCompare(one.day) || other.seq - one.seq);
}
