import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { foundBy, holds } from "@/server/db/search";
import { own, type Uses } from "@/server/records/uses";
import { dueSql, registeredSql } from "./data/overdue";
import { registerOfYear } from "./data/register";
import { handlingUnit } from "./record";

const s = Prisma.sql`s`;
const numbered = Prisma.sql`s.year || '年第' || s.number || '号'`;

export const suggestionUses: Uses = {
  type: "suggestion",
  book: {
    book: "suggestions",
    sheet: registerOfYear,
    entries: (scope, year) => Prisma.sql`
      SELECT count(*) FROM suggestion s WHERE ${own(scope, s)} AND s.year = ${year}::int AND ${registeredSql}`,
  },
  due: (whose) =>
    Promise.resolve(Prisma.sql`
      SELECT CASE WHEN s.state = 'draft' THEN 'suggestionSubmit' WHEN s.state IN ('submitted', 'checked') THEN 'suggestionAssign'
          WHEN s.state = 'redo' THEN 'suggestionRedo' WHEN s.state = 'replied' THEN 'suggestionRating'
          WHEN s.state IN ('rated', 'notRated') THEN 'suggestionClose' WHEN s.state = 'tracking' THEN 'suggestionPromise'
          ELSE 'suggestionReply' END AS kind,
        'suggestion' AS type, s.id, s.title, NULL AS facts,
        (SELECT coalesce(h.short_name, h.name) FROM suggestion_unit u
          JOIN handling_unit h ON h.county_id = u.county_id AND h.township_id = u.township_id AND h.id = u.unit_id
          WHERE u.county_id = s.county_id AND u.township_id = s.township_id AND u.suggestion_id = s.id AND u.role = 'lead'
            AND u.ended_on IS NULL LIMIT 1) AS unit,
        CASE WHEN s.state IN ('assigned', 'returnRequested', 'accepted', 'consulted', 'replied', 'redo') THEN s.reply_citation END AS note,
        ${dueSql} AS due_on
      FROM suggestion s
      WHERE ${own(whose, s)} AND s.state NOT IN ('returned', 'merged', 'closed')`),
  titles: (whose, ids) => Prisma.sql`
    SELECT 'suggestion' AS type, s.id, s.title, NULL AS facts FROM suggestion s
    WHERE ${own(whose, s)} AND s.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => {
    // Only what could stand in "2026年第17号" is looked for there.
    const byNumber = /^\d*年?第?\d*号?$/.test(q) ? Prisma.sql`OR ${holds(numbered, q)}` : Prisma.empty;
    return Prisma.sql`
      SELECT 'suggestion' AS type, s.township_id, s.id, s.title, NULL AS facts, ${numbered} AS note, s.received_on AS day FROM suggestion s
      WHERE ${own(whose, s)} AND ((s.township_id, s.id) IN (${foundBy("suggestion", q, whose.townshipId)}) ${byNumber})
      ORDER BY s.received_on DESC, s.id LIMIT ${limit}`;
  },
  participation: (whose, deputyId) => Prisma.sql`
    SELECT 'suggestion' AS type, s.id, s.title, NULL AS facts, s.received_on AS day, x.role
    FROM suggestion_signer x
    JOIN suggestion s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.suggestion_id
    WHERE ${own(whose, s)} AND x.deputy_id = ${deputyId}::uuid`,
};

export const unitUses = recordUses(handlingUnit, { calendar: false, book: false });
