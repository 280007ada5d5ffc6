import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { type Day, dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { mayCorrect, mayDiscard, mayEdit, mayRecall, maySend } from "../rules/notices";
import { isLate, isToldLate, isWaiting, mayRemind, progressOf, toRemind } from "../rules/receipts";
import { filesOf } from "./files";
import { noticeById, noticesWhere, type Notice, noticeYear, type Receipt, receiptsOf } from "./rows";

const { sql } = Prisma;

function countsOf(notice: Notice, receipts: readonly Receipt[], today: Day) {
  const progress = receipts.map((one) => progressOf(notice, one));
  return {
    sentTo: receipts.length,
    read: progress.filter((one) => one !== "unread").length,
    signed: progress.filter((one) => one === "signed" || one === "done").length,
    done: notice.asked === null ? null : receipts.filter(({ doneOn }) => doneOn !== null).length,
    late: receipts.filter((one) => one.doneOn === null && isLate(notice, one, today)).length,
    waiting: receipts.filter((one) => isWaiting(notice, one)).length,
  };
}

/** A year's notices, each with how many townships are how far [R93]. */
export async function noticesOfYear(scope: CountyScope, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const notices = await noticesWhere(scope, sql`${noticeYear} = ${year}::int`);
  const receipts = await receiptsOf(
    scope,
    notices.map(({ id }) => id),
  );
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT ${noticeYear} AS year FROM county_notice n WHERE n.county_id = ${scope.countyId}::uuid AND n.voided_at IS NULL`;
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    rows: notices.map((notice) => {
      const { id, title, documentNumber, importance, asked, dueOn, state, sentOn, edition } = notice;
      const own = receipts.filter(({ noticeId }) => noticeId === id);
      return {
        ...{ id, title, documentNumber, importance, asked, dueOn, state, sentOn, edition },
        ...countsOf(notice, own, today),
      };
    }),
  };
}

/** Whom a new notice may be sent to. */
export async function noticeSetUp(scope: CountyScope) {
  const today = dayOf(scope.now);
  const townships = await townshipsOf(scope.tx, scope.countyId, yearOf(today));
  return {
    today,
    townships: townships.flatMap(({ id, name, mergedOn }) => (mergedOn === null ? [{ id, name }] : [])),
  };
}

/** One notice with its townships, each told as a township: who has not read, signed or done. */
export async function noticeView(scope: CountyScope, { id }: { id: string }) {
  const today = dayOf(scope.now);
  const notice = await noticeById(scope, id);
  const receipts = await receiptsOf(scope, [id]);
  const { townships } = await noticeSetUp(scope);
  const names = await townshipsOf(scope.tx, scope.countyId, yearOf(notice.sentOn ?? today));
  const chosen = notice.townships.length === 0 ? townships.length : notice.townships.length;
  const rows = names.flatMap((township) => {
    const receipt = receipts.find(({ townshipId }) => townshipId === township.id);
    if (receipt === undefined) return [];
    const { openedAt, signedAt, doneOn, doneToldOn, doneText, remindedAt, reminders } = receipt;
    return [
      {
        ...{ id: receipt.id, code: township.code, name: township.name, doneText },
        ...{ openedAt, signedAt, doneOn, doneToldOn, remindedAt, reminders },
        progress: progressOf(notice, receipt),
        late: isLate(notice, receipt, today),
        toldLate: isToldLate(notice, receipt),
        waiting: isWaiting(notice, receipt),
      },
    ];
  });
  const { state } = notice;
  return {
    ...{ today, notice, rows, townships, counts: countsOf(notice, receipts, today) },
    files: await filesOf(scope, id),
    remindable: toRemind(notice, receipts, today).length,
    may: {
      edit: mayEdit(state),
      discard: mayDiscard(state),
      send: maySend(state, notice, chosen, today),
      // Whether it is changed at all is seen when it is sent.
      correct: mayCorrect(state, notice, { ...notice, title: "" }, today),
      recall: mayRecall(state),
      remind: mayRemind(notice, receipts, today),
    },
  };
}
