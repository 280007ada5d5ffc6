import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { noticeStateLabels, progressLabels } from "../labels";

export type NoticeState = keyof typeof noticeStateLabels;
export type Progress = keyof typeof progressLabels;

/** @property edition rises with each correction: what was read and signed for before it is to be read again */
export type NoticeFacts = {
  state: NoticeState;
  edition: number;
  asked: string | null;
  dueOn: Day | null;
};
export type ReceiptFacts = {
  openedEdition: number | null;
  signedEdition: number | null;
  doneOn: Day | null;
  /** the day on which it was said that it is done */
  doneToldOn: Day | null;
  remindedOn: Day | null;
};

/** How far a township is with the text that stands now [R93]. */
export function progressOf({ edition, asked }: NoticeFacts, receipt: ReceiptFacts): Progress {
  if (receipt.openedEdition !== edition) return "unread";
  if (receipt.signedEdition !== edition) return "read";
  return asked !== null && receipt.doneOn !== null ? "done" : "signed";
}

/** Whether the notice still waits for the township: for its signature, or for what it asks. */
export const isWaiting = (notice: NoticeFacts, receipt: ReceiptFacts): boolean =>
  notice.state === "sent" &&
  (receipt.signedEdition !== notice.edition || (notice.asked !== null && receipt.doneOn === null));

/** Whether what was asked is, or was, done late: in time is what was also told in time, whatever day it is told of. */
export const isLate = ({ dueOn, state }: NoticeFacts, receipt: ReceiptFacts, today: Day): boolean => {
  const { doneOn, doneToldOn } = receipt;
  const told = doneOn === null || doneToldOn === null || doneToldOn < doneOn ? doneOn : doneToldOn;
  return dueOn !== null && (told ?? (state === "sent" ? today : dueOn)) > dueOn;
};

/** Told after the day for a day in time: shown as what was entered afterwards, and counted as late. */
export const isToldLate = ({ dueOn }: NoticeFacts, { doneOn, doneToldOn }: ReceiptFacts): boolean =>
  dueOn !== null && doneOn !== null && doneOn <= dueOn && doneToldOn !== null && doneToldOn > dueOn;

const isSent = ({ state }: NoticeFacts): Decision =>
  state === "sent" ? allow : deny("县人大已撤回这件通知，不用再办。");

export const mayOpen = (notice: NoticeFacts, receipt: ReceiptFacts): Decision =>
  firstDenial(
    isSent(notice),
    receipt.openedEdition === notice.edition ? deny("这件通知已经打开过。") : allow,
  );

/** What is signed for was opened first, as it stands now. */
export const maySign = (notice: NoticeFacts, receipt: ReceiptFacts): Decision =>
  firstDenial(
    isSent(notice),
    receipt.openedEdition === notice.edition ? allow : deny("正文已更正或还没有打开，请先看完正文再签收。"),
    receipt.signedEdition === notice.edition ? deny("这件通知已经签收，不用再签。") : allow,
  );

type Done = { doneOn: Day; sentOn: Day; today: Day };

/** What is reported done was asked and signed for, and was done by today. */
export const mayReportDone = (notice: NoticeFacts, receipt: ReceiptFacts, days: Done | null): Decision =>
  firstDenial(
    isSent(notice),
    notice.asked === null ? deny("这件通知只要求知悉，签收就行，不用报办理情况。") : allow,
    receipt.signedEdition === notice.edition ? allow : deny("请先签收，再报办理情况。"),
    days !== null && days.doneOn > days.today
      ? about("doneOn", deny(`办结日期（${days.doneOn}）还没有到，请填已经办完的日期。`))
      : allow,
    days !== null && days.doneOn < days.sentOn
      ? about("doneOn", deny(`办结日期（${days.doneOn}）早于通知发出的日期（${days.sentOn}），请核对。`))
      : allow,
  );

/** Whom a reminder goes to: those the notice waits for, each at most once a day. */
export const toRemind = <Receipt extends ReceiptFacts>(
  notice: NoticeFacts,
  receipts: readonly Receipt[],
  today: Day,
): Receipt[] => receipts.filter((one) => isWaiting(notice, one) && one.remindedOn !== today);

export function mayRemind(notice: NoticeFacts, receipts: readonly ReceiptFacts[], today: Day): Decision {
  const waiting = receipts.filter((one) => isWaiting(notice, one));
  return firstDenial(
    isSent(notice),
    waiting.length === 0 ? deny("各乡镇都已签收、办结，不用提醒。") : allow,
    toRemind(notice, receipts, today).length === 0
      ? deny("今天已经提醒过这些乡镇，一天最多提醒一次，请明天再提醒。")
      : allow,
  );
}
