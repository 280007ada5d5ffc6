import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import type { Decision } from "@/lib/decision";
import type { TownshipScope } from "@/server/db/scope";
import { mayFileTo } from "../rules/appealing";
import { maySay } from "../rules/self-assessing";
import type { Stage } from "../rules/stages";

/*
 * Evidence on paper: to a line of the self-assessment while the township may say something, to an appeal until it is
 * decided or the window closes. What the county and the reviewers then read stays as it was.
 */

type OfNote = { stage: Stage; until: Day | null; submittedOn: Day | null; reopenedUntil: Day | null };

/** Whether files may be put to a township's word on an indicator; null where there is none. */
export async function noteDoor(scope: TownshipScope, id: string): Promise<Decision | null> {
  const [note] = await scope.tx.$queryRaw<OfNote[]>`
    SELECT c.stage, c.days #>> ARRAY[c.stage, 'until'] AS until,
      to_char(s.submitted_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "submittedOn",
      to_char(s.reopened_until, 'YYYY-MM-DD') AS "reopenedUntil"
    FROM self_note n JOIN assessment_cycle c ON c.county_id = n.county_id AND c.id = n.cycle_id
    LEFT JOIN self_assessment s ON s.county_id = n.county_id AND s.township_id = n.township_id AND s.cycle_id = n.cycle_id
    WHERE n.county_id = ${scope.countyId}::uuid AND n.township_id = ${scope.townshipId}::uuid AND n.id = ${id}::uuid`;
  return note === undefined ? null : maySay({ ...note, today: dayOf(scope.now) }, note);
}

type OfAppeal = { stage: Stage; until: Day | null; decided: boolean };

/** Whether files may be put to an appeal; null where there is none. */
export async function appealDoor(scope: TownshipScope, id: string): Promise<Decision | null> {
  const [appeal] = await scope.tx.$queryRaw<OfAppeal[]>`
    SELECT c.stage, c.days #>> '{appeal,until}' AS until, a.decided_at IS NOT NULL AS decided
    FROM assessment_appeal a JOIN assessment_cycle c ON c.county_id = a.county_id AND c.id = a.cycle_id
    WHERE a.county_id = ${scope.countyId}::uuid AND a.township_id = ${scope.townshipId}::uuid AND a.id = ${id}::uuid`;
  return appeal === undefined ? null : mayFileTo({ ...appeal, today: dayOf(scope.now) });
}
