import "server-only";
import type { Day } from "@/lib/dates";
import { dayOrNull } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";

export type TimelineRow = {
  seq: number;
  /** when it was entered */
  at: Date;
  /** the event's own day, if the act tells of one */
  occurredOn: Day | null;
  who: string;
  action: string;
  recordType: string;
  summary: string;
  /** as the command wrote it; no reader gets it whole */
  detail: unknown;
};

const mostRows = 200;

/** What was written down of a record, what was entered last first. */
export async function timelineOf(scope: TownshipScope, recordId: string): Promise<TimelineRow[]> {
  const rows = await scope.tx.auditEvent.findMany({
    where: { countyId: scope.countyId, townshipId: scope.townshipId, recordId },
    orderBy: { seq: "desc" },
    take: mostRows,
  });
  return rows.map((row) => ({
    seq: Number(row.seq),
    at: row.at,
    occurredOn: dayOrNull(row.occurredOn),
    who: row.actorName,
    action: row.action,
    recordType: row.recordType,
    summary: row.summary,
    detail: row.detail,
  }));
}
