import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { beyondCap } from "../data/burden";
import { askById, asksOf, requestById, type Ask } from "../data/rows";
import { changeAsk, changeRequest, keepRequest } from "../data/writes";
import { requestKindLabels } from "../labels";
import { mayExempt, mayGiveBack, mayRecall, maySend } from "../rules/asks";
import { heldIn } from "../rules/held";
import type { ExemptInput, GiveBackInput, RecallInput, SendInput } from "../schema";

const titleOf = ({ kind, title }: Pick<SendInput, "kind" | "title">): string =>
  `${requestKindLabels[kind]}「${title}」`;

type Told = { action: string; summary: string; detail: Record<string, unknown> };

/** A line in the county's history of the request. */
const tellCounty = (scope: CountyScope, id: string, told: Told): Promise<void> =>
  scope.audit({ ...told, recordType: "dataRequest", recordId: id });

/** And one in the history of each township that is asked. */
const tellTownships = (
  scope: CountyScope,
  asks: readonly Pick<Ask, "id" | "townshipId">[],
  told: Told,
): Promise<void> =>
  scope.auditEach(
    asks.map(({ id, townshipId }) => ({
      ...{ ...told, summary: `县人大${told.summary}`, townshipId },
      ...{ recordType: "dataAsk" as const, recordId: id },
    })),
  );

/** Asks townships for something, unless the system holds it and nobody says why it is asked all the same [R87]. */
export async function send(scope: CountyScope, input: SendInput) {
  const { idempotencyKey: _, townships, ...said } = input;
  const today = dayOf(scope.now);
  const there = (await townshipsOf(scope.tx, scope.countyId, yearOf(today))).filter(
    ({ mergedOn }) => mergedOn === null,
  );
  const asked = [...new Set(townships)].map((id) => there.find((one) => one.id === id));
  // A township of another county is none of these.
  if (asked.includes(undefined)) throw notFound();
  const chosen = asked.flatMap((one) => one ?? []);
  const held = heldIn(`${said.title} ${said.ask}`);
  const over = await beyondCap(scope, yearOf(today), chosen);
  obey(
    maySend(
      { dueOn: said.dueOn, today, townships: chosen.length, held: held.map(({ label }) => label), over },
      said.despite,
    ),
  );
  const despite = held.length + over.length === 0 ? null : said.despite;
  const sent = { ...said, despite, held, sentOn: today, year: yearOf(today) };
  const ids = chosen.map(({ id }) => id);
  const { id, asks } = await keepRequest(scope, sent, ids);
  const told = {
    action: "dataRequests.send",
    summary: `要${titleOf(said)}，${said.dueOn} 前报送`,
    detail: { ...difference(null, { ...said, despite, held: held.map(({ label }) => label) }) },
  };
  const names = chosen.map(({ name }) => name).join("、");
  await tellCounty(scope, id, { ...told, summary: `向${names}${told.summary}` });
  await tellTownships(scope, asks, told);
  return { id };
}

/** Taken back: what was answered stays. */
export async function recall(scope: CountyScope, { id, version, reason }: RecallInput) {
  const request = await requestById(scope, id);
  obey(mayRecall(request));
  const recalledOn = dayOf(scope.now);
  await changeRequest(scope, { id, version }, { recalledOn: utcOf(recalledOn), recallReason: reason });
  const told = {
    action: "dataRequests.recall",
    summary: `撤回${titleOf(request)}的报送要求：${reason}`,
    detail: { ...difference(request, { recallReason: reason }), reason },
  };
  await tellCounty(scope, id, told);
  await tellTownships(scope, await asksOf(scope, id), told);
  return { id };
}

/** An answer that is not complete goes back to its township. */
export async function giveBack(scope: CountyScope, { id, version, why }: GiveBackInput) {
  const ask = await askById(scope, id);
  obey(mayGiveBack(ask.facts));
  await changeAsk(scope, { id, version }, { returnedOn: utcOf(dayOf(scope.now)), returnWhy: why });
  const told = {
    action: "dataRequests.giveBack",
    summary: `退回${titleOf(ask.request)}：${why}`,
    detail: difference(ask, { returnWhy: why }),
  };
  await tellOfOne(scope, ask, told);
  return { id };
}

/** One township need not report. */
export async function exempt(scope: CountyScope, { id, version, why }: ExemptInput) {
  const ask = await askById(scope, id);
  obey(mayExempt(ask.facts));
  await changeAsk(scope, { id, version }, { voidedAt: scope.now, voidReason: why });
  const told = {
    action: "dataRequests.exempt",
    summary: `免报${titleOf(ask.request)}：${why}`,
    detail: { reason: why },
  };
  await tellOfOne(scope, ask, told);
  return { id };
}

async function tellOfOne(scope: CountyScope, ask: Ask, told: Told): Promise<void> {
  const townships = await townshipsOf(scope.tx, scope.countyId, ask.request.year);
  const name = townships.find(({ id }) => id === ask.townshipId)?.name ?? "";
  await tellCounty(scope, ask.request.id, { ...told, summary: `${name}：${told.summary}` });
  await tellTownships(scope, [ask], told);
}
