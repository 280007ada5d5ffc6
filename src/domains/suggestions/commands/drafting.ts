import "server-only";
import { sessionClosedOn } from "@/domains/sessions/data/names";
import { type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { liveDeputies } from "@/domains/deputies/data/living";
import { lawChoiceOf } from "@/domains/tenancy/data";
import { newLine, newRecord, tenantOf, voided } from "@/server/db/record";
import { difference } from "@/server/audit/difference";
import { stateCouncilCalendar } from "@/server/calendar/state-council";
import { insertRows } from "@/server/db/insert";
import { nextNumber } from "@/server/db/numbers";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { loadCase, saveCase } from "../data/case";
import type { Lines } from "../data/row";
import { kindLabels } from "../labels";
import { dayFollows } from "../rules/days";
import { assignDeadline, type WorkingDeadline } from "../rules/deadlines";
import {
  editNeedsDraft,
  receiptKeepsItsYear,
  submitNeedsDraft,
  submitNeedsSigners,
  voidNeedsNoMerged,
} from "../rules/gates";
import type { CreateSuggestionInput, EditSuggestionInput, SubmitInput } from "../schema";
import { takeStep, tell } from "./step";

type Content = Omit<CreateSuggestionInput, "township" | "idempotencyKey" | "submit">;

const firstDay: Day = "1949-10-01";

/** Every signer is a deputy of this township and not voided; a foreign one is NOT_FOUND by its key. */
export async function signersOf(
  scope: TownshipScope,
  { leadDeputyId, cosignerIds }: Pick<Content, "leadDeputyId" | "cosignerIds">,
) {
  const ids = [leadDeputyId, ...cosignerIds.filter((deputyId) => deputyId !== leadDeputyId)];
  await liveDeputies(scope, ids);
  return ids.map((deputyId, ordinal) => ({
    deputyId,
    ordinal,
    role: ordinal === 0 ? "lead" : "cosigner",
  }));
}

type Words = Pick<Content, "kind" | "title" | "content" | "category" | "origin" | "sessionId" | "isPublic">;

export const contentOf = ({ kind, title, content, category, origin, sessionId, isPublic }: Words) => ({
  kind,
  title,
  content,
  category,
  origin,
  sessionId,
  isPublic,
});

function checkDay(scope: TownshipScope, occurredOn: Day): void {
  const start = { day: firstDay, what: "系统可录入的最早日期" };
  obey(dayFollows(occurredOn, start, dayOf(scope.now), "提出日期"));
}

/** What the history says beside the sentence: why it came late, and what the reckoning of the deadline lacked. */
function bodyOf({ dueOn, note }: WorkingDeadline, lateReason: string | null): string | null {
  const words = [lateReason, note === null ? null : `交办期限${dueOn}（${note}）`];
  return words.filter((word) => word !== null).join("；") || null;
}

/** Enters a suggestion under the township's next number of the year, as a draft or submitted at once (R68). */
export async function createSuggestion(scope: TownshipScope, input: CreateSuggestionInput) {
  const { occurredOn, sourceNote, lateReason, submit } = input;
  checkDay(scope, occurredOn);
  const [law, closedOn, signers] = await Promise.all([
    lawChoiceOf(scope),
    sessionClosedOn(scope, input.sessionId),
    signersOf(scope, input),
  ]);
  const state = submit ? "submitted" : "draft";
  if (submit)
    obey(submitNeedsSigners({ kind: input.kind, receivedOn: occurredOn, signers: signers.length }, law));
  const year = yearOf(occurredOn);
  const number = await nextNumber(scope, "suggestion", year);
  const record = newRecord(scope, { occurredOn, sourceNote, lateReason });
  const assign = assignDeadline(
    { receivedOn: occurredOn, sessionClosedOn: closedOn },
    law,
    stateCouncilCalendar,
  );
  const received = { receivedOn: utcOf(occurredOn), assignDueOn: utcOf(assign.dueOn) };
  const lines = signers.map((signer) => ({ ...newLine(scope), ...signer, suggestionId: record.id }));
  await Promise.all([
    insertRows(scope, "suggestion", [{ ...record, ...contentOf(input), ...received, year, number, state }]),
    insertRows(scope, "suggestion_signer", lines),
    scope.audit({
      action: "suggestions.create",
      recordType: "suggestion",
      recordId: record.id,
      summary: `${submit ? "提出" : "起草"}${kindLabels[input.kind]}「${input.title}」`,
      occurredOn,
      detail: {
        ...difference(null, { state, ...contentOf(input), signers: signers.length }),
        body: bodyOf(assign, lateReason),
      },
    }),
  ]);
  return { id: record.id, year, number, state, version: 1 };
}

function signedBy({ signers }: Lines) {
  const signed = (role: string) =>
    signers.filter((signer) => signer.role === role).map(({ deputyId }) => deputyId);
  return { leadDeputyId: signed("lead")[0] ?? null, cosignerIds: signed("cosigner") };
}

/** Changes a draft or a returned suggestion; with `submit` it goes to the checks again. */
export async function editSuggestion(scope: TownshipScope, input: EditSuggestionInput) {
  const { id, version, occurredOn, sourceNote, lateReason, submit } = input;
  const current = await loadCase(scope, id);
  obey(editNeedsDraft(current.facts));
  checkDay(scope, occurredOn);
  obey(receiptKeepsItsYear(current.row, occurredOn));
  const closedOn = await sessionClosedOn(scope, input.sessionId);
  const signers = await signersOf(scope, input);
  if (submit) {
    obey(
      submitNeedsSigners({ kind: input.kind, receivedOn: occurredOn, signers: signers.length }, current.law),
    );
  }
  const state = submit ? "submitted" : current.row.state;
  const sent = { receivedOn: occurredOn, sessionClosedOn: closedOn };
  const assign = assignDeadline(sent, current.law, stateCouncilCalendar);
  await saveCase(scope, input, {
    ...contentOf(input),
    state,
    sourceNote,
    lateReason,
    occurredOn: utcOf(occurredOn),
    receivedOn: utcOf(occurredOn),
    assignDueOn: utcOf(assign.dueOn),
  });
  await scope.tx.suggestionSigner.deleteMany({ where: { ...tenantOf(scope), suggestionId: id } });
  await scope.tx.suggestionSigner.createMany({
    data: signers.map((signer) => ({ ...newLine(scope), ...signer, suggestionId: id })),
  });
  const { row, lines } = current;
  await scope.audit({
    action: "suggestions.edit",
    recordType: "suggestion",
    recordId: id,
    summary: submit ? "修改后重新提交" : "修改内容",
    detail: {
      ...difference(
        { ...row, ...signedBy(lines) },
        {
          state,
          ...contentOf(input),
          receivedOn: occurredOn,
          leadDeputyId: input.leadDeputyId,
          cosignerIds: input.cosignerIds,
          sourceNote,
          lateReason,
        },
      ),
      body: bodyOf(assign, lateReason),
    },
  });
  return { id, state, version: version + 1 };
}

export async function submitSuggestion(scope: TownshipScope, input: SubmitInput) {
  return takeStep(scope, input, ({ facts, law }) => {
    obey(submitNeedsDraft(facts, law));
    return { change: { state: "submitted" }, told: { action: "submit", summary: "提交审核" } };
  });
}

/** Nothing is deleted: the suggestion keeps its number, struck out, and counts nowhere. */
export async function voidSuggestion(scope: TownshipScope, input: ReasonInput) {
  const current = await loadCase(scope, input.id);
  const mergedHere = await scope.tx.suggestion.count({
    where: { ...tenantOf(scope), mergedIntoId: input.id, voidedAt: null },
  });
  obey(voidNeedsNoMerged(mergedHere));
  await saveCase(scope, input, voided(scope, input.reason));
  await tell(scope, current, { action: "void", summary: `作废：${input.reason}` });
  return { id: input.id };
}
