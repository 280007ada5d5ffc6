import "server-only";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { sessionOf } from "@/domains/sessions/data/names";
import { workingCalendarOf } from "@/domains/workdays/data";
import { addMonths, type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { byWorkingDays, daysReckonedBy, type Reckoned, type Restated, restatedDays } from "../rules/restated";

type Row = Reckoned & { id: string; townshipId: string };

/** Every suggestion that was open on or after a day, held until the end of the transaction. */
function openSince(scope: CountyScope, since: Day): Promise<Row[]> {
  return scope.tx.$queryRaw<Row[]>`
    SELECT s.id, s.township_id AS "townshipId", s.received_on::text AS "receivedOn", s.assigned_on::text AS "assignedOn", s.complex,
      coalesce(x.ends_on, x.starts_on)::text AS "sessionClosedOn", s.redo_count AS "redoCount", s.assign_due_on::text AS "assignDueOn",
      s.reply_due_on::text AS "replyDueOn", s.reply_citation AS "replyCitation", s.redo_due_on::text AS "redoDueOn",
      s.rating_due_on::text AS "ratingDueOn", s.rating_due_note AS "ratingDueNote",
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'attempt', r.attempt, 'repliedOn', r.replied_on, 'dueOn', r.due_on)
          ORDER BY r.attempt), '[]') FROM reply r
        WHERE r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id) AS replies,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'ratedOn', r.rated_on) ORDER BY r.id), '[]') FROM rating r
        WHERE r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id AND r.phase = 'reply'
          AND r.rating = 'unsatisfied' AND r.rated_on IS NOT NULL) AS refusals,
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'newDueOn', d.new_due_on) ORDER BY d.id), '[]') FROM deferral d
        WHERE d.county_id = s.county_id AND d.township_id = s.township_id AND d.suggestion_id = s.id AND d.approved) AS deferrals
    FROM suggestion s
    LEFT JOIN ${sessionOf(Prisma.sql`s`)}
    WHERE s.county_id = ${scope.countyId}::uuid AND s.voided_at IS NULL AND coalesce(s.closed_on, 'infinity') >= ${since}::date
    ORDER BY s.township_id, s.id FOR UPDATE OF s`;
}

/**
 * Moves the stored days that a changed rule reckons, from its first day on, and writes each move into the suggestion's
 * history. @returns how many suggestions moved
 */
export async function restateDueDays(
  scope: CountyScope,
  law: LawChoice,
  change: { key: LawRuleKey; since: Day },
): Promise<number> {
  const group = daysReckonedBy(change.key);
  if (group === null) return 0;
  const { since } = change;
  const calendar = await workingCalendarOf(scope);
  return moveDays(scope, since, (row) => restatedDays(group, row, { law, calendar, since }), {
    why: "县人大调整期限规定",
    detail: { rule: change.key, since },
  });
}

/** No term of working days is longer, with all that nobody works in between. */
const longestTermMonths = 12;

/**
 * Moves the stored days that are reckoned in working days, after the county said of a day whether it is worked.
 * @returns how many suggestions moved
 */
export async function restateWorkingDays(
  scope: CountyScope,
  law: LawChoice,
  changed: { from: Day; why: string },
): Promise<number> {
  const calendar = await workingCalendarOf(scope);
  const since = addMonths(changed.from, -longestTermMonths);
  let moved = 0;
  for (const group of byWorkingDays)
    moved += await moveDays(scope, since, (row) => restatedDays(group, row, { law, calendar, since }), {
      why: changed.why,
      detail: { since: changed.from },
    });
  return moved;
}

type Telling = { why: string; detail: Record<string, unknown> };

/** @returns how many suggestions were told of a day that moved */
async function moveDays(
  scope: CountyScope,
  since: Day,
  restated: (row: Row) => Restated | null,
  { why, detail }: Telling,
): Promise<number> {
  const moves = (await openSince(scope, since)).flatMap((row) => {
    const next = restated(row);
    return next === null ? [] : [{ id: row.id, townshipId: row.townshipId, ...next }];
  });
  if (moves.length === 0) return 0;
  await scope.tx.$executeRaw`
    UPDATE suggestion s SET assign_due_on = v."assignDueOn", reply_due_on = v."replyDueOn", reply_citation = v."replyCitation",
      redo_due_on = v."redoDueOn", rating_due_on = v."ratingDueOn", rating_due_note = v."ratingDueNote", version = s.version + 1
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS v ("townshipId" uuid, id uuid, "assignDueOn" date, "replyDueOn" date,
      "replyCitation" text, "redoDueOn" date, "ratingDueOn" date, "ratingDueNote" text)
    WHERE s.county_id = ${scope.countyId}::uuid AND s.township_id = v."townshipId" AND s.id = v.id`;
  const replies = moves.flatMap(({ townshipId, replies: given }) =>
    given.map((one) => ({ townshipId, ...one })),
  );
  await scope.tx.$executeRaw`
    UPDATE reply r SET due_on = v."dueOn"
    FROM jsonb_to_recordset(${JSON.stringify(replies)}::jsonb) AS v ("townshipId" uuid, id uuid, "dueOn" date)
    WHERE r.county_id = ${scope.countyId}::uuid AND r.township_id = v."townshipId" AND r.id = v.id`;
  const told = moves.filter(({ sentences }) => sentences.length > 0);
  await scope.auditEach(
    told.map(({ id, townshipId, sentences }) => ({
      townshipId,
      action: "suggestions.restateDue",
      recordType: "suggestion",
      recordId: id,
      summary: `${why}：${sentences.join("；")}`,
      occurredOn: dayOf(scope.now),
      detail,
    })),
  );
  return told.length;
}
