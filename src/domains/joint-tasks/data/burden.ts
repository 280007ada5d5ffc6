import "server-only";
import type { Day } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { Rows } from "@/server/db/tx";
import { own as living } from "@/server/records/uses";
import type { Committee } from "../labels";

const { sql } = Prisma;

type PlannedVisit = {
  township: string;
  committee: Committee;
  title: string;
  from: Day;
  until: Day;
  units: string[];
  people: number;
  joined: string | null;
  resultDueOn: Day;
  issued: boolean;
  rating: boolean;
};

/**
 * Everything the county does or plans at its townships in a year, or what one of them was told of it. Who comes on the same days comes once, as the conflict check
 * counts it; an unannounced visit is always one of its own. People received are the county's own who are named for the task.
 */
export const plannedVisits = (
  { tx, countyId, townshipId = null }: { tx: Rows; countyId: string; townshipId?: string | null },
  year: number,
) => tx.$queryRaw<PlannedVisit[]>`
  SELECT p.township_id AS township, t.committee, t.title, p.visit_from::text AS "from", p.visit_until::text AS until, p.units,
    jsonb_array_length(t.members) AS people, t.result_due_on::text AS "resultDueOn", t.state <> 'draft' AS issued, t.kind = 'rating' AS rating,
    CASE WHEN t.kind <> 'unannouncedVisit' THEN p.visit_from || ' ' || p.visit_until END AS joined
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE ${living({ countyId, townshipId }, sql`p`)} AND ${townshipId === null ? sql`true` : sql`p.shown_from IS NOT NULL`}
    AND t.voided_at IS NULL AND t.state <> 'recalled' AND p.year = ${year}::int
  ORDER BY p.visit_from, p.id`;
