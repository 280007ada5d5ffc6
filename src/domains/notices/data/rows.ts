import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import { isoTime } from "@/server/db/told";
import type { Rows } from "@/server/db/tx";
import { own } from "@/server/records/uses";
import type { Importance } from "../labels";
import type { NoticeFacts, ReceiptFacts } from "../rules/receipts";

const { sql } = Prisma;

/** A text as it stood before a correction. */
export type Former = { edition: number; until: string; note: string; title: string; body: string };

export type Notice = NoticeFacts & {
  id: string;
  version: number;
  title: string;
  body: string;
  documentNumber: string | null;
  importance: Importance;
  townships: string[];
  former: Former[];
  sentAt: string | null;
  sentOn: Day | null;
  sentByName: string | null;
  correctedAt: string | null;
  recalledAt: string | null;
  recallReason: string | null;
};

const shanghai = (column: Prisma.Sql) =>
  sql`to_char(${column} AT TIME ZONE interval '8 hours', 'YYYY-MM-DD')`;

/** `n` is a notice. */
const noticeColumns = sql`n.id, n.version, n.title, n.body, n.document_number AS "documentNumber", n.importance, n.asked, n.due_on::text AS "dueOn",
  n.townships, n.state, n.edition, n.former, ${isoTime(sql`n.sent_at`)} AS "sentAt", ${shanghai(sql`n.sent_at`)} AS "sentOn",
  n.sent_by_name AS "sentByName", ${isoTime(sql`n.corrected_at`)} AS "correctedAt", ${isoTime(sql`n.recalled_at`)} AS "recalledAt",
  n.recall_reason AS "recallReason"`;

export type Receipt = ReceiptFacts & {
  id: string;
  version: number;
  noticeId: string;
  townshipId: string;
  openedAt: string | null;
  signedAt: string | null;
  doneText: string | null;
  remindedAt: string | null;
  reminders: number;
};

/** `r` is a receipt. */
const receiptColumns = sql`r.id, r.version, r.notice_id AS "noticeId", r.township_id AS "townshipId", ${isoTime(sql`r.opened_at`)} AS "openedAt",
  r.opened_edition AS "openedEdition", ${isoTime(sql`r.signed_at`)} AS "signedAt", r.signed_edition AS "signedEdition", r.done_on::text AS "doneOn", r.done_entered_on::text AS "doneToldOn",
  r.done_text AS "doneText", ${isoTime(sql`r.reminded_at`)} AS "remindedAt", ${shanghai(sql`r.reminded_at`)} AS "remindedOn", r.reminders`;

type Reader = { tx: Rows; countyId: string };

/** The year a notice is listed in: that of its sending, and of its making as long as it is a draft. */
export const noticeYear = sql`extract(year FROM coalesce(n.sent_at, n.entered_at) AT TIME ZONE interval '8 hours')::int`;

/** The county's notices that meet a condition on `n`, the latest first. */
export const noticesWhere = ({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Notice[]> =>
  tx.$queryRaw<Notice[]>`
    SELECT ${noticeColumns} FROM county_notice n
    WHERE n.county_id = ${countyId}::uuid AND n.voided_at IS NULL AND ${which}
    ORDER BY coalesce(n.sent_at, n.entered_at) DESC, n.id LIMIT 1000`;

export async function noticeById(scope: Reader, id: string): Promise<Notice> {
  const [notice] = await noticesWhere(scope, sql`n.id = ${id}::uuid`);
  if (notice === undefined) throw notFound();
  return notice;
}

export const receiptsOf = ({ tx, countyId }: CountyScope, noticeIds: readonly string[]): Promise<Receipt[]> =>
  tx.$queryRaw<Receipt[]>`
    SELECT ${receiptColumns} FROM notice_receipt r
    WHERE r.county_id = ${countyId}::uuid AND r.voided_at IS NULL AND r.notice_id = ANY (${[...noticeIds]}::uuid[])
    ORDER BY r.notice_id, r.id LIMIT 60000`;

export type Received = { receipt: Receipt; notice: Notice };

/** What a township received, each with its notice. @param which a condition on `r` and `n` */
export async function receivedWhere(scope: TownshipReader, which: Prisma.Sql): Promise<Received[]> {
  const rows = await scope.tx.$queryRaw<(Receipt & { notice: Notice })[]>`
    SELECT ${receiptColumns}, (SELECT to_jsonb(k) FROM (SELECT ${noticeColumns}) k) AS notice
    FROM notice_receipt r JOIN county_notice n ON n.county_id = r.county_id AND n.id = r.notice_id
    WHERE ${own(scope, sql`r`)} AND n.voided_at IS NULL AND ${which}
    ORDER BY r.sent_at DESC, r.id LIMIT 1000`;
  return rows.map(({ notice, ...receipt }) => ({ receipt, notice }));
}

export async function receivedById(scope: TownshipReader, id: string): Promise<Received> {
  const [found] = await receivedWhere(scope, sql`r.id = ${id}::uuid`);
  if (found === undefined) throw notFound();
  return found;
}

/** When each township last signed for a notice: a SELECT of township_id and day. */
export const lastSigned = (countyId: string): Prisma.Sql => sql`
  SELECT r.township_id, max((r.signed_at AT TIME ZONE interval '8 hours')::date) AS day FROM notice_receipt r
  WHERE r.county_id = ${countyId}::uuid AND r.voided_at IS NULL AND r.signed_at IS NOT NULL GROUP BY r.township_id`;
