import "server-only";
import type { Day } from "@/lib/dates";
import type { TownshipReader } from "@/server/db/scope";

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
export async function timelineOf(scope: TownshipReader, recordId: string): Promise<TimelineRow[]> {
  return scope.tx.$queryRaw<TimelineRow[]>`
    SELECT seq::float8 AS seq, at, occurred_on::text AS "occurredOn", actor_name AS who, action, record_type AS "recordType",
      summary, detail
    FROM audit_event
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND record_id = ${recordId}::uuid
    ORDER BY seq DESC LIMIT ${mostRows}`;
}
