import "server-only";
import { historyOf } from "@/domains/history/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import {
  isLate,
  isToldLate,
  isWaiting,
  mayOpen,
  mayReportDone,
  maySign,
  progressOf,
} from "../rules/receipts";
import { filesOf } from "./files";
import { receivedById, receivedWhere } from "./rows";

const { sql } = Prisma;
const sentYear = sql`extract(year FROM r.sent_at AT TIME ZONE interval '8 hours')::int`;

const places = { unread: 0, read: 1, signed: 2, done: 3 } as const;

/** What a township was told in a year: what is unread first, then what waits for it. */
export async function ownNotices(scope: TownshipReader, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const found = await receivedWhere(scope, sql`${sentYear} = ${year}::int`);
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT ${sentYear} AS year FROM notice_receipt r WHERE ${own(scope, sql`r`)}`;
  const rows = found.map(({ notice, receipt }) => {
    const { title, documentNumber, importance, asked, dueOn, state, sentOn, edition } = notice;
    return {
      ...{ id: receipt.id, title, documentNumber, importance, asked, dueOn, state, sentOn, edition },
      ...{ progress: progressOf(notice, receipt), doneOn: receipt.doneOn },
      ...{ waiting: isWaiting(notice, receipt), late: isLate(notice, receipt, today) },
      toldLate: isToldLate(notice, receipt),
      reminded: receipt.remindedOn,
    };
  });
  const place = (row: (typeof rows)[number]) =>
    row.state === "recalled" ? 4 : row.waiting ? places[row.progress] : 3;
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    unread: rows.filter(({ progress, state }) => progress === "unread" && state === "sent").length,
    rows: rows.toSorted((one, other) => place(one) - place(other)),
  };
}

/** One notice as the township received it; of one that was recalled the text is shown no more. */
export async function ownNotice(scope: TownshipScope, { id }: { id: string }) {
  const { notice, receipt } = await receivedById(scope, id);
  const today = dayOf(scope.now);
  const recalled = notice.state === "recalled";
  const { townships: _, former, body, ...told } = notice;
  return {
    today,
    notice: { ...told, body: recalled ? null : body, former: recalled ? [] : former },
    receipt,
    progress: progressOf(notice, receipt),
    late: isLate(notice, receipt, today),
    toldLate: isToldLate(notice, receipt),
    files: recalled ? [] : await filesOf(scope, notice.id),
    timeline: await historyOf(scope, id, {
      ...{ occurredOn: notice.sentOn ?? today, enteredAt: notice.sentAt ?? today, enteredByName: "" },
      ...{ source: "form", sourceNote: null },
    }),
    may: {
      open: mayOpen(notice, receipt),
      sign: maySign(notice, receipt),
      done: mayReportDone(notice, receipt, null),
    },
  };
}
