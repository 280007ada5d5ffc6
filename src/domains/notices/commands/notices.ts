import "server-only";
import { addressed } from "@/domains/tenancy/data";
import { mayBeAddressed } from "@/domains/tenancy/rules/townships";
import { dateOrNull } from "@/server/db/record";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, type Difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { noticeSetUp } from "../data/county";
import { type Notice, noticeById, receiptsOf } from "../data/rows";
import { addReceipts, changeNotice, columnsOf, keepNotice, markReminded } from "../data/writes";
import {
  askedHasDay,
  mayCorrect,
  mayDiscard,
  mayEdit,
  mayRecall,
  maySend,
  type Text,
} from "../rules/notices";
import { mayRemind, toRemind } from "../rules/receipts";
import type { CorrectInput, DraftInput, EditInput, NoticeChangeInput, NoticeReasonInput } from "../schema";

type Told = { action: string; summary: string; detail?: Difference | Record<string, unknown> };
type Received = { id: string; townshipId: string };

const named = ({ title }: { title: string }): string => `通知「${title}」`;

const tellCounty = (scope: CountyScope, { id }: Pick<Notice, "id">, told: Told): Promise<void> =>
  scope.audit({
    ...told,
    detail: told.detail as Record<string, unknown>,
    recordType: "countyNotice",
    recordId: id,
  });

/** A line in the history of each township that was told. */
const tellTownships = (scope: CountyScope, receipts: readonly Received[], told: Told): Promise<void> =>
  scope.auditEach(
    receipts.map(({ id, townshipId }) => ({
      ...{ ...told, detail: told.detail ?? {}, townshipId },
      ...{ recordType: "noticeReceipt" as const, recordId: id },
    })),
  );

const textOf = ({ title, body, documentNumber, importance, asked, dueOn }: Text): Text => ({
  ...{ title, body, documentNumber, importance, asked, dueOn },
});

/** Townships of the county that still exist, and no others. */
async function known(scope: CountyScope, townships: readonly string[]): Promise<void> {
  obey(mayBeAddressed(await addressed(scope, townships), dayOf(scope.now)));
}

/** A notice in preparation: no township knows of it [R93]. */
export async function draftNotice(scope: CountyScope, input: DraftInput) {
  const { idempotencyKey: _, ...said } = input;
  obey(askedHasDay(said));
  await known(scope, said.townships);
  const id = await keepNotice(scope, said);
  const detail = difference(null, textOf(said));
  await tellCounty(scope, { id }, { action: "notices.draft", summary: `拟写${named(said)}`, detail });
  return { id };
}

export async function editNotice(scope: CountyScope, input: EditInput) {
  const { id, version, idempotencyKey: _, ...said } = input;
  const notice = await noticeById(scope, id);
  obey(mayEdit(notice.state));
  obey(askedHasDay(said));
  await known(scope, said.townships);
  await changeNotice(scope, { id, version }, columnsOf(said));
  const detail = difference(notice, textOf(said));
  await tellCounty(scope, notice, { action: "notices.edit", summary: `修改${named(said)}`, detail });
  return { id };
}

export async function discardNotice(scope: CountyScope, { id, version, reason }: NoticeReasonInput) {
  const notice = await noticeById(scope, id);
  obey(mayDiscard(notice.state));
  await changeNotice(scope, { id, version }, { voidedAt: scope.now, voidReason: reason });
  await tellCounty(scope, notice, {
    action: "notices.discard",
    summary: `删去${named(notice)}的草稿：${reason}`,
  });
  return { id };
}

/** From here on the chosen townships know of it. */
export async function sendNotice(scope: CountyScope, { id, version }: NoticeChangeInput) {
  const notice = await noticeById(scope, id);
  await known(scope, notice.townships);
  const { townships } = await noticeSetUp(scope);
  const chosen = townships.filter(
    (one) => notice.townships.length === 0 || notice.townships.includes(one.id),
  );
  obey(maySend(notice.state, notice, chosen.length, dayOf(scope.now)));
  await changeNotice(
    scope,
    { id, version },
    { state: "sent", sentAt: scope.now, sentByName: scope.actor.name },
  );
  const receipts = await addReceipts(
    scope,
    id,
    chosen.map((one) => one.id),
  );
  const told = {
    action: "notices.send",
    detail: difference(notice, { state: "sent" }),
    summary: `发出${named(notice)}，${chosen.length} 个乡镇`,
  };
  await tellCounty(scope, notice, told);
  const due = notice.dueOn === null ? "" : `，${notice.dueOn} 前办结`;
  await tellTownships(scope, receipts, { ...told, summary: `县人大发来${named(notice)}${due}` });
  return { id, sentTo: receipts.length };
}

/** Another text in place of the one that was sent: it is read and signed for again, and the old one stays to be read. */
export async function correctNotice(scope: CountyScope, input: CorrectInput) {
  const { id, version, note, idempotencyKey: _, ...said } = input;
  const notice = await noticeById(scope, id);
  const after = textOf(said);
  obey(mayCorrect(notice.state, textOf(notice), after, dayOf(scope.now)));
  const { edition, title, body } = notice;
  const former = [...notice.former, { edition, until: scope.now.toISOString(), note, title, body }];
  await changeNotice(
    scope,
    { id, version },
    {
      ...{ ...said, dueOn: dateOrNull(said.dueOn) },
      ...{ former, edition: edition + 1, correctedAt: scope.now },
    },
  );
  const told = {
    action: "notices.correct",
    summary: `更正${named(said)}：${note}`,
    detail: { ...difference(notice, after), reason: note },
  };
  await tellCounty(scope, notice, told);
  // The text stands in the notice, which hides it once it is recalled; a township's history keeps none of it.
  const heard = { action: told.action, summary: `县人大${told.summary}`, detail: { reason: note } };
  await tellTownships(scope, await receiptsOf(scope, [id]), heard);
  return { id };
}

export async function recallNotice(scope: CountyScope, { id, version, reason }: NoticeReasonInput) {
  const notice = await noticeById(scope, id);
  obey(mayRecall(notice.state));
  await changeNotice(
    scope,
    { id, version },
    { state: "recalled", recalledAt: scope.now, recallReason: reason },
  );
  const told = {
    action: "notices.recall",
    summary: `撤回${named(notice)}：${reason}`,
    detail: { ...difference(notice, { state: "recalled" }), reason },
  };
  await tellCounty(scope, notice, told);
  await tellTownships(scope, await receiptsOf(scope, [id]), { ...told, summary: `县人大${told.summary}` });
  return { id };
}

/** Everybody the notice still waits for is reminded, at most once a day. */
export async function remindTownships(scope: CountyScope, { id }: NoticeChangeInput) {
  const notice = await noticeById(scope, id);
  const receipts = await receiptsOf(scope, [id]);
  const today = dayOf(scope.now);
  obey(mayRemind(notice, receipts, today));
  const reminded = toRemind(notice, receipts, today);
  await markReminded(
    scope,
    reminded.map((one) => one.id),
  );
  const summary = `提醒 ${reminded.length} 个乡镇：${named(notice)}还没有签收或办结`;
  await tellCounty(scope, notice, { action: "notices.remind", summary });
  await tellTownships(scope, reminded, {
    action: "notices.remind",
    summary: `县人大提醒：${named(notice)}还没有签收或办结`,
  });
  return { reminded: reminded.length };
}
