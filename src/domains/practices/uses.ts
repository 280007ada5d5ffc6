import "server-only";
import { addDays, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { own, type Uses } from "@/server/records/uses";
import { practice, practiceAdoption } from "./record";
import { fewestDays } from "./rules/adoptions";

const { sql } = Prisma;
const p = sql`p`;
const a = sql`a`;

/** Days within which whoever asked may expect an answer. */
const answerDays = 15;

const day = sql`(p.entered_at AT TIME ZONE interval '8 hours')::date`;

/** What a township wrote: the library is searched in its own list, where others' practices are. */
export const practiceUses: Uses = {
  type: practice.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT CASE p.state WHEN 'returned' THEN 'practiceReturned' ELSE 'practiceConfirm' END AS kind, 'practice' AS type, p.id, p.title,
        NULL AS facts, NULL AS unit, p.return_reason AS note, NULL::date AS due_on
      FROM practice p WHERE ${own(whose, p)} AND (p.state = 'returned' OR p.state = 'draft' AND jsonb_array_length(p.evidence) > 0)
      UNION ALL SELECT 'practiceAsked', 'practice', p.id, p.title, NULL, NULL, w.asker_name || '提问',
        (w.entered_at AT TIME ZONE interval '8 hours')::date + ${answerDays}::int
      FROM practice p JOIN practice_word w ON w.county_id = p.county_id AND w.author_id = p.township_id AND w.practice_id = p.id
      WHERE ${own(whose, p)} AND w.side = 'asker' AND NOT EXISTS (SELECT FROM practice_word later WHERE later.county_id = w.county_id
        AND later.practice_id = w.practice_id AND later.asker_id = w.asker_id AND later.entered_at > w.entered_at)`),
  titles: (whose, ids) => sql`
    SELECT 'practice' AS type, p.id, p.title, NULL AS facts FROM practice p WHERE ${own(whose, p)} AND p.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'practice' AS type, p.township_id, p.id, p.title, NULL AS facts, left(p.problem, 60) AS note, ${day} AS day FROM practice p
    WHERE ${own(whose, p)} AND (${holds(sql`p.title`, q)} OR ${holds(sql`p.problem`, q)} OR ${holds(sql`p.steps`, q)})
    ORDER BY p.entered_at DESC, p.id LIMIT ${limit}`,
};

/** `u` is a use: `inUseSince` of the rules. */
const inUse = sql`greatest(u.began_on, u.adopted_on)`;

/** What came of an adoption is asked for when its planned end has come, or a year after it began. */
export const practiceAdoptionUses: Uses = {
  type: practiceAdoption.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT 'adoptionConfirm' AS kind, 'practiceAdoption' AS type, a.id, e.title, NULL AS facts, NULL AS unit,
        '采用自' || e.author_name AS note, greatest(coalesce(a.until_on, ${inUse} + 365), ${inUse} + ${fewestDays}::int) AS due_on
      FROM practice_adoption a JOIN practice_edition e ON e.county_id = a.county_id AND e.id = a.edition_id
      JOIN practice_use u ON u.county_id = a.county_id AND u.id = a.id
      WHERE ${own(whose, a)} AND a.stopped_on IS NULL AND u.confirmed_on IS NULL AND ${inUse} <= ${addDays(dayOf(whose.now), -fewestDays)}::date`),
  titles: (whose, ids) => sql`
    SELECT 'practiceAdoption' AS type, a.id, e.title, NULL AS facts FROM practice_adoption a
    JOIN practice_edition e ON e.county_id = a.county_id AND e.id = a.edition_id WHERE ${own(whose, a)} AND a.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'practiceAdoption' AS type, a.township_id, a.id, e.title, NULL AS facts, '采用自' || e.author_name AS note, a.begins_on AS day
    FROM practice_adoption a JOIN practice_edition e ON e.county_id = a.county_id AND e.id = a.edition_id
    WHERE ${own(whose, a)} AND (${holds(sql`e.title`, q)} OR ${holds(sql`a.steps`, q)}) ORDER BY a.begins_on DESC, a.id LIMIT ${limit}`,
};
