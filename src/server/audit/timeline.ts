import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";

export type TimelineRow = {
  seq: number;
  /** when it was entered, an ISO text */
  at: string;
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

/** What was written down of a record, what was entered last first: a SELECT of `TimelineRow`s. */
export const timelineSql = (
  { countyId, townshipId }: Pick<TownshipReader, "countyId" | "townshipId">,
  recordId: string,
): Prisma.Sql => Prisma.sql`
  SELECT seq, at, occurred_on AS "occurredOn", actor_name AS who, action, record_type AS "recordType", summary, detail
  FROM audit_event
  WHERE county_id = ${countyId}::uuid AND township_id = ${townshipId}::uuid AND record_id = ${recordId}::uuid
  ORDER BY seq DESC LIMIT ${mostRows}`;
