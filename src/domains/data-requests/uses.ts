import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { dataAsk } from "./record";

const { sql } = Prisma;
const a = sql`a`;
const withRequest = sql`data_ask a JOIN data_request r ON r.county_id = a.county_id AND r.id = a.request_id`;

/** Nobody waits for what was answered, or taken back. */
const owed = (whose: Whose) =>
  sql`${own(whose, a)} AND r.recalled_on IS NULL AND (a.answered_on IS NULL OR a.returned_on IS NOT NULL)`;

export const dataAskUses: Uses = {
  type: dataAsk.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT CASE WHEN a.returned_on IS NULL THEN 'dataAsk' ELSE 'dataAskReturned' END AS kind, 'dataAsk' AS type, a.id, r.title,
        NULL AS facts, NULL AS unit, a.return_why AS note, r.due_on
      FROM ${withRequest} WHERE ${owed(whose)}`),
  countyDue: ({ countyId, now }) => sql`
    SELECT 'dataAskLate' AS kind, 'dataAsk' AS type, a.township_id, r.id, r.title, NULL AS note, r.due_on, 'joint/requests/' || r.id AS page
    FROM ${withRequest} WHERE ${owed({ countyId, townshipId: null })} AND r.due_on < ${dayOf(now)}::date`,
  titles: (whose, ids) => sql`
    SELECT 'dataAsk' AS type, a.id, r.title, NULL AS facts FROM ${withRequest} WHERE ${own(whose, a)} AND a.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'dataAsk' AS type, a.township_id, a.id, r.title, NULL AS facts, left(a.answer, 80) AS note, r.due_on AS day FROM ${withRequest}
    WHERE ${own(whose, a)} AND (${holds(sql`r.title`, q)} OR ${holds(sql`r.ask`, q)} OR ${holds(sql`a.answer`, q)})
    ORDER BY r.due_on DESC, a.id LIMIT ${limit}`,
  calendar: (whose, from, to) => sql`
    SELECT 'dataAsk' AS type, a.township_id, a.id, r.title, NULL AS facts, r.due_on AS from_on, r.due_on AS to_on, '报送期限' AS note
    FROM ${withRequest} WHERE ${owed(whose)} AND r.due_on BETWEEN ${from}::date AND ${to}::date`,
};
