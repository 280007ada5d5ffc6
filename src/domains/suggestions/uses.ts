import "server-only";
import type { CountyCard } from "@/server/records/county-rows";
import { recordUses } from "@/domains/records/uses";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds, latestFound, searchedTownships } from "@/server/db/search";
import { own, type Uses } from "@/server/records/uses";
import { dueSql, openSql, overdueSql, registeredSql } from "./data/overdue";
import { registerOfYear } from "./data/register";
import { handlingUnit } from "./record";

const s = Prisma.sql`s`;
const numbered = Prisma.sql`s.year || '年第' || s.number || '号'`;

/** What could stand in "2026年第17号"; a whole year or number in it is looked up. */
const couldBeNumber = /^\d*年?第?\d*号?$/;
function numberHolds(q: string): Prisma.Sql {
  const year = /^(\d{4})年/.exec(q)?.[1];
  const number = /第(\d{1,5})号$/.exec(q)?.[1];
  return Prisma.join(
    [
      holds(numbered, q),
      ...(year === undefined ? [] : [Prisma.sql`s.year = ${Number(year)}::int`]),
      ...(number === undefined ? [] : [Prisma.sql`s.number = ${Number(number)}::int`]),
    ],
    " AND ",
  );
}

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
      WHERE ${own(whose, s)} AND ${openSql}`),
  titles: (whose, ids) => Prisma.sql`
    SELECT 'suggestion' AS type, s.id, s.title, NULL AS facts FROM suggestion s
    WHERE ${own(whose, s)} AND s.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => {
    const latest = Prisma.sql`ORDER BY day DESC, id LIMIT ${limit}`;
    const branch = (where: Prisma.Sql) => Prisma.sql`
      SELECT s.township_id, s.id, s.title, ${numbered} AS note, s.received_on AS day FROM suggestion s
      WHERE ${own(whose, s)} AND s.township_id = t.id AND ${where} ${latest}`;
    const read = Prisma.sql`(${holds(Prisma.sql`s.title`, q)} OR ${holds(Prisma.sql`s.content`, q)})`;
    const byNumber = couldBeNumber.test(q) ? Prisma.sql`UNION (${branch(numberHolds(q))})` : Prisma.empty;
    return Prisma.sql`
      SELECT 'suggestion' AS type, s.township_id, s.id, s.title, NULL AS facts, s.note, s.day
      FROM ${searchedTownships(whose.countyId, whose.townshipId)}
      CROSS JOIN LATERAL (${latestFound("suggestion", q, branch, read)} ${byNumber}) s ${latest}`;
  },
  participation: (whose, deputyId) => Prisma.sql`
    SELECT 'suggestion' AS type, s.id, s.title, NULL AS facts, s.received_on AS day, s.received_on AS until, x.role
    FROM suggestion_signer x
    JOIN suggestion s ON s.county_id = x.county_id AND s.township_id = x.township_id AND s.id = x.suggestion_id
    WHERE ${own(whose, s)} AND x.deputy_id = ${deputyId}::uuid`,
  deeds: (whose, from, to) => Prisma.sql`
    SELECT 'suggestion' AS deed, s.township_id, x.deputy_id, s.id, s.received_on AS day, 1 AS times
    FROM suggestion s JOIN suggestion_signer x
      ON x.county_id = s.county_id AND x.township_id = s.township_id AND x.suggestion_id = s.id
    WHERE ${own(whose, s)} AND ${registeredSql} AND s.received_on BETWEEN ${from} AND ${to}`,
};

export const unitUses = recordUses(handlingUnit, { calendar: false, book: false });

/** Overdue by the lists' own predicate, of whatever year, what was never begun included. */
export const overdueSuggestions: CountyCard = {
  key: "suggestionsOverdue",
  title: "逾期的建议",
  unit: "件",
  dayIs: "期限",
  deadline: true,
  waitsFor: "townships",
  say: (count, townships) => `${townships} 个乡镇有 ${count} 件建议过了期限还没有办，含还没交办的`,
  none: "没有逾期的建议",
  rows: ({ countyId, now }) =>
    Promise.resolve(Prisma.sql`
      SELECT s.township_id, 'suggestion' AS type, s.id, s.title, CASE WHEN s.state = 'draft' THEN '还没有提交' WHEN s.state IN ('submitted', 'checked')
          THEN '还没有交办' WHEN s.state = 'replied' THEN '等代表测评' WHEN s.state = 'tracking' THEN '承诺到期没有兑现'
          WHEN s.state = 'redo' THEN '等重新答复' ELSE '还没有答复' END AS note, ${dueSql} AS day, NULL AS path
      FROM suggestion s WHERE s.county_id = ${countyId}::uuid AND ${overdueSql(dayOf(now))}`),
};
