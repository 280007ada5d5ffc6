import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { receivedById, type Received } from "../data/rows";
import { changeReceipt } from "../data/writes";
import { mayOpen, mayReportDone, maySign } from "../rules/receipts";
import type { DoneInput, ReceiptChangeInput } from "../schema";

const tell = (
  scope: TownshipScope,
  { receipt, notice }: Received,
  { act, word, detail }: { act: string; word: string; detail: object },
): Promise<void> =>
  scope.audit({
    ...{ action: `notices.${act}`, recordType: "noticeReceipt", recordId: receipt.id },
    ...{ summary: `${word}县人大通知「${notice.title}」`, detail: { ...detail } },
  });

/** The office opened it: the first time is told to the county by day and hour, and nobody's name with it [R93]. */
export async function openNotice(scope: TownshipScope, { id, version }: ReceiptChangeInput) {
  const received = await receivedById(scope, id);
  const { notice, receipt } = received;
  obey(mayOpen(notice, receipt));
  await changeReceipt(
    scope,
    { id, version },
    {
      openedEdition: notice.edition,
      ...(receipt.openedAt === null ? { openedAt: scope.now } : {}),
    },
  );
  await tell(scope, received, { act: "open", word: "打开", detail: {} });
  return { id };
}

/** 已收到: signed for the township. */
export async function signNotice(scope: TownshipScope, { id, version }: ReceiptChangeInput) {
  const received = await receivedById(scope, id);
  const { notice, receipt } = received;
  obey(maySign(notice, receipt));
  await changeReceipt(scope, { id, version }, { signedEdition: notice.edition, signedAt: scope.now });
  await tell(scope, received, { act: "sign", word: "签收", detail: {} });
  return { id };
}

/** What was asked is done, in words; said again, the later words stand. */
export async function reportDone(scope: TownshipScope, { id, version, doneOn, doneText }: DoneInput) {
  const received = await receivedById(scope, id);
  const { notice, receipt } = received;
  const today = dayOf(scope.now);
  obey(mayReportDone(notice, receipt, { doneOn, sentOn: notice.sentOn ?? doneOn, today }));
  await changeReceipt(
    scope,
    { id, version },
    { doneOn: utcOf(doneOn), doneEnteredOn: utcOf(today), doneText },
  );
  const detail = difference(receipt, { doneOn, doneText });
  await tell(scope, received, { act: "done", word: "报告办结", detail });
  return { id };
}
