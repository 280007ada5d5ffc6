import "server-only";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { holds } from "@/server/db/search";
import { own, type Uses, type Whose } from "@/server/records/uses";
import { countyNotice, noticeReceipt } from "./record";

const { sql } = Prisma;
const r = sql`r`;
const withNotice = sql`notice_receipt r JOIN county_notice n ON n.county_id = r.county_id AND n.id = r.notice_id`;
const living = (whose: Whose) => sql`${own(whose, r)} AND n.voided_at IS NULL`;
const unsigned = sql`r.signed_edition IS DISTINCT FROM n.edition`;

/** A notice waits until it is signed for, and one that asks for something until that is done. */
export const noticeUses: Uses = {
  type: noticeReceipt.type,
  due: (whose) =>
    Promise.resolve(sql`
      SELECT CASE WHEN ${unsigned} THEN 'noticeSign' ELSE 'noticeDo' END AS kind, 'noticeReceipt' AS type, r.id, n.title, NULL AS facts,
        NULL AS unit, CASE WHEN n.importance = 'urgent' THEN '紧急' WHEN n.importance = 'important' THEN '重要' END AS note, n.due_on
      FROM ${withNotice} WHERE ${living(whose)} AND n.state = 'sent' AND (${unsigned} OR (n.asked IS NOT NULL AND r.done_on IS NULL))`),
  titles: (whose, ids) => sql`
    SELECT 'noticeReceipt' AS type, r.id, n.title, NULL AS facts FROM ${withNotice} WHERE ${living(whose)} AND r.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => sql`
    SELECT 'noticeReceipt' AS type, r.township_id, r.id, n.title, NULL AS facts, n.document_number AS note,
      (r.sent_at AT TIME ZONE interval '8 hours')::date AS day
    FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'sent' AND (${holds(sql`n.title`, q)} OR ${holds(sql`n.document_number`, q)} OR ${holds(sql`n.body`, q)})
    ORDER BY r.sent_at DESC, r.id LIMIT ${limit}`,
  // The county, which set the day, would read it once for each of its townships.
  calendar: (whose, from, to) => sql`
    SELECT 'noticeReceipt' AS type, r.township_id, r.id, n.title, NULL AS facts, n.due_on AS from_on, n.due_on AS to_on, '县人大通知办理期限' AS note
    FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'sent' AND r.done_on IS NULL AND n.due_on BETWEEN ${from}::date AND ${to}::date AND ${whose.townshipId !== null}::boolean`,
  news: (whose) => sql`
    SELECT 'noticeSent' AS kind, 'noticeReceipt' AS type, r.id, n.title, r.sent_at AS at FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'sent' AND n.edition = 1 AND r.opened_at IS NULL
    UNION ALL SELECT 'noticeCorrected', 'noticeReceipt', r.id, n.title, n.corrected_at FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'sent' AND n.edition > 1
    UNION ALL SELECT 'noticeRecalled', 'noticeReceipt', r.id, n.title, n.recalled_at FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'recalled'
    UNION ALL SELECT 'noticeReminded', 'noticeReceipt', r.id, n.title, r.reminded_at FROM ${withNotice}
    WHERE ${living(whose)} AND n.state = 'sent' AND r.reminded_at IS NOT NULL AND (${unsigned} OR (n.asked IS NOT NULL AND r.done_on IS NULL))`,
};

/** What the county sees waiting: a notice whose day is near or gone and that some townships have not done. */
export const countyNoticeUses: Uses = {
  type: countyNotice.type,
  countyDue: ({ countyId, now }) => sql`
    SELECT 'noticeOpen' AS kind, 'countyNotice' AS type, NULL AS township_id, n.id, n.title, count(*) || ' 个乡镇没办' AS note, n.due_on, 'notices/' || n.id AS page
    FROM county_notice n JOIN notice_receipt r ON r.county_id = n.county_id AND r.notice_id = n.id
    WHERE n.county_id = ${countyId}::uuid AND n.voided_at IS NULL AND r.voided_at IS NULL AND n.state = 'sent' AND n.asked IS NOT NULL
      AND r.done_on IS NULL AND n.due_on <= ${dayOf(now)}::date + 10
    GROUP BY n.county_id, n.id, n.title, n.due_on`,
};
