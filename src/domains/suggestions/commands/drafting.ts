import "server-only";
import { workingCalendarOf } from "@/domains/workdays/data";
import { atOnce } from "@/server/db/at-once";
import { sessionClosedOn } from "@/domains/sessions/data/names";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { newLine, tenantOf, voided } from "@/server/db/record";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { loadCase, saveCase } from "../data/case";
import { bodyOf, contentOf, enterSuggestion, reckoningOf, signersOf } from "../data/entering";
import type { Lines } from "../data/row";
import { dayFollows } from "../rules/days";
import { assignDeadline } from "../rules/deadlines";
import {
  editNeedsDraft,
  receiptKeepsItsYear,
  submitNeedsDraft,
  submitNeedsSigners,
  voidNeedsNoMerged,
} from "../rules/gates";
import { voidKeepsWhatIsOwed } from "../rules/striking";
import type { CreateSuggestionInput, EditSuggestionInput, SubmitInput } from "../schema";
import { takeStep, tell } from "./step";

const firstDay: Day = "1949-10-01";

function checkDay(scope: TownshipScope, occurredOn: Day): void {
  const start = { day: firstDay, what: "系统可录入的最早日期" };
  obey(dayFollows(occurredOn, start, dayOf(scope.now), "提出日期"));
}

/** Enters a suggestion under the township's next number of the year, as a draft or submitted at once (R68). */
export async function createSuggestion(scope: TownshipScope, input: CreateSuggestionInput) {
  const { occurredOn, submit } = input;
  checkDay(scope, occurredOn);
  const [by, closedOn, signers] = await atOnce(
    reckoningOf(scope),
    sessionClosedOn(scope, input.sessionId),
    signersOf(scope, input),
  );
  if (submit)
    obey(submitNeedsSigners({ kind: input.kind, receivedOn: occurredOn, signers: signers.length }, by.law));
  return enterSuggestion(scope, input, { ...by, closedOn, signers });
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
  const assign = assignDeadline(sent, current.law, await workingCalendarOf(scope));
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
  const { facts, row, today } = current;
  obey(
    firstDenial(
      voidNeedsNoMerged(mergedHere),
      voidKeepsWhatIsOwed(facts, dayOf(new Date(row.enteredAt)), today),
    ),
  );
  await saveCase(scope, input, voided(scope, input.reason));
  await tell(scope, current, { action: "void", summary: `作废：${input.reason}` });
  return { id: input.id };
}
