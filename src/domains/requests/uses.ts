import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import type { CountyCard } from "@/server/records/county-rows";
import { own, type Uses } from "@/server/records/uses";
import { townshipRequest } from "./record";

const { sql } = Prisma;
const q = sql`q`;
const again = sql`EXISTS (SELECT FROM township_request g WHERE g.county_id = q.county_id AND g.township_id = q.township_id
  AND g.again_of_id = q.id AND g.voided_at IS NULL)`;
const dueOn = sql`CASE WHEN q.received_on IS NULL THEN q.receive_due_on ELSE coalesce(q.postponed_until, q.answer_due_on) END`;

/** What the county has not answered, of all its townships. */
const unanswered = (countyId: string) => sql`
  township_request q WHERE q.county_id = ${countyId}::uuid AND q.voided_at IS NULL AND q.answered_on IS NULL`;

/** An answer waits to be confirmed; what waits for the county is the county's own to do. */
export const requestUses: Uses = {
  type: townshipRequest.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT 'requestConfirm' AS kind, 'townshipRequest' AS type, q.id, q.title, NULL AS facts, NULL AS unit,
        '县人大 ' || q.answered_on || ' 答复' AS note, NULL AS due_on
      FROM township_request q WHERE ${own(whose, q)} AND q.answered_on IS NOT NULL AND q.confirmed_on IS NULL AND NOT ${again}`),
  titles: (whose, ids) => sql`
    SELECT 'townshipRequest' AS type, q.id, q.title, NULL AS facts FROM township_request q WHERE ${own(whose, q)} AND q.id = ANY (${ids}::uuid[])`,
  search: (whose, word, limit) => sql`
    SELECT 'townshipRequest' AS type, q.township_id, q.id, q.title, NULL AS facts, '请示' AS note, q.sent_on AS day FROM township_request q
    WHERE ${own(whose, q)} AND (${holds(sql`q.title`, word)} OR ${holds(sql`q.content`, word)} OR ${holds(sql`q.answer_text`, word)})
    ORDER BY q.sent_on DESC, q.id LIMIT ${limit}`,
  calendar: (whose, from, to) => sql`
    SELECT 'townshipRequest' AS type, q.township_id, q.id, q.title, NULL AS facts, ${dueOn} AS from_on, ${dueOn} AS to_on, '县人大答复期限' AS note
    FROM township_request q
    WHERE ${own(whose, q)} AND q.answered_on IS NULL AND ${dueOn} BETWEEN ${from}::date AND ${to}::date`,
  news: (whose) => sql`
    SELECT 'requestAnswered' AS kind, 'townshipRequest' AS type, q.id, q.title, q.answered_at AS at FROM township_request q
    WHERE ${own(whose, q)} AND q.answered_at IS NOT NULL AND q.confirmed_on IS NULL
    UNION ALL SELECT 'requestPostponed', 'townshipRequest', q.id, q.title, q.postponed_at FROM township_request q
    WHERE ${own(whose, q)} AND q.postponed_at IS NOT NULL AND q.answered_on IS NULL
    UNION ALL SELECT 'requestReceived', 'townshipRequest', q.id, q.title, q.received_at FROM township_request q
    WHERE ${own(whose, q)} AND q.received_at IS NOT NULL AND q.answered_on IS NULL`,
  countyDue: ({ countyId }) => sql`
    SELECT CASE WHEN q.received_on IS NULL THEN 'requestReceive' ELSE 'requestAnswer' END AS kind, 'townshipRequest' AS type, q.township_id, q.id, q.title,
      NULL AS note, ${dueOn} AS due_on, 'requests/' || q.id AS page
    FROM ${unanswered(countyId)}`,
  countyNews: ({ countyId }) => sql`
    SELECT 'requestSent' AS kind, 'townshipRequest' AS type, q.township_id, q.id, q.title, 'requests/' || q.id AS page, q.entered_at AS at FROM township_request q
    WHERE q.county_id = ${countyId}::uuid AND q.voided_at IS NULL AND q.received_on IS NULL`,
};

/** What townships asked and the county has not answered: its own debt. */
export const openRequests: CountyCard = {
  key: "requestsOpen",
  title: "等县人大答复的请示",
  unit: "件",
  dayIs: "县里的期限",
  deadline: true,
  waitsFor: "county",
  say: (count, townships) => `${townships} 个乡镇有 ${count} 件请示等县人大接收或者答复`,
  none: "乡镇的请示都已答复",
  under: "county",
  rows: ({ countyId, now }) =>
    Promise.resolve(sql`
      SELECT q.township_id, NULL AS type, NULL AS id, q.title, CASE WHEN ${dueOn} < ${dayOf(now)}::date THEN '已过期限，' ELSE '' END
        || CASE WHEN q.received_on IS NULL THEN '等接收' ELSE '等答复' END AS note, ${dueOn} AS day, '/requests/' || q.id AS path
      FROM ${unanswered(countyId)}`),
};
