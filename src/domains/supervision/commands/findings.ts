import "server-only";
import { type Day, dayInText, dayOf, utcOf } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { changeOne, type Seen } from "@/server/db/change";
import { entryDays, voided } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { enterFindings } from "../data/entering";
import { findingsBeside, loadFinding } from "../data/findings";
import { unitNamed } from "@/domains/suggestions/data/unit-names";
import { verifierOf } from "../data/people";
import { waitsAbove } from "../data/raised";
import {
  isFoundOnce,
  mayClose,
  mayEditFinding,
  mayNotify,
  mayPlan,
  mayRectify,
  mayReopen,
  mayVerify,
  mayVoidFinding,
} from "../rules/findings";
import { notWaitingAbove } from "../rules/raised";
import type {
  CloseFindingInput,
  CreateFindingInput,
  EditFindingInput,
  NotifyFindingInput,
  PlanFindingInput,
  RectifyFindingInput,
  ReopenFindingInput,
  VerifyFindingInput,
} from "../schema";

type Stored = Awaited<ReturnType<typeof loadFinding>>;
type Facts = Partial<Omit<Stored["row"], "unit">>;
type Told = { action: string; summary: string; occurredOn?: Day; reason?: string };

export const createFinding = (scope: TownshipScope, input: CreateFindingInput) => enterFindings(scope, input);

const steps = ["notified", "planned", "rectified", "verified", "closed"] as const;

/** Saves one step of a finding and writes into the history what it changed. */
async function step(scope: TownshipScope, { row }: Stored, seen: Seen, facts: Facts, told: Told) {
  await changeOne(scope, "finding", seen, { ...facts, ...entryDays(scope, facts, steps) });
  const { action, summary, occurredOn, reason } = told;
  await scope.audit({
    action: `supervision.${action}`,
    recordType: "finding",
    recordId: row.id,
    summary,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    detail: { ...difference(row, facts), ...(reason === undefined ? {} : { reason }) },
  });
  return { id: row.id };
}

export async function editFinding(scope: TownshipScope, input: EditFindingInput) {
  const stored = await loadFinding(scope, input.id);
  obey(mayEditFinding(stored.facts));
  const { description } = input;
  const { activityId, appraisalId, unitId, id } = stored.row;
  const source = activityId ?? appraisalId ?? "";
  const { occurredOn } = stored.facts;
  const beside = await findingsBeside(scope, source, occurredOn, id);
  obey(isFoundOnce({ description, unitId, source, occurredOn }, beside));
  return step(scope, stored, input, { description }, { action: "editFinding", summary: "修改问题描述" });
}

export async function notifyFinding(scope: TownshipScope, input: NotifyFindingInput) {
  const stored = await loadFinding(scope, input.id);
  obey(mayNotify(stored.facts, input, dayOf(scope.now)));
  const unit = await unitNamed(scope, input.unitId);
  const { unitId, notifiedOn, dueOn } = input;
  const data = { unitId, notifiedOn: utcOf(notifiedOn), dueOn: utcOf(dueOn), state: "notified" };
  return step(scope, stored, input, data, {
    action: "notifyFinding",
    summary: `通知${unit.name}整改，限 ${dueOn} 前整改`,
    occurredOn: notifiedOn,
  });
}

export async function planFinding(scope: TownshipScope, input: PlanFindingInput) {
  const stored = await loadFinding(scope, input.id);
  const { plan, plannedOn } = input;
  obey(mayPlan(stored.facts, input, dayOf(scope.now)));
  const data = { plan, plannedOn: utcOf(plannedOn), state: "planned" };
  return step(scope, stored, input, data, {
    action: "planFinding",
    summary: `整改单位报整改方案：${excerpt(plan, 80)}`,
    occurredOn: plannedOn,
  });
}

export async function rectifyFinding(scope: TownshipScope, input: RectifyFindingInput) {
  const stored = await loadFinding(scope, input.id);
  const { rectification, rectifiedOn } = input;
  obey(mayRectify(stored.facts, input, dayOf(scope.now)));
  const late = stored.facts.dueOn !== null && rectifiedOn > stored.facts.dueOn;
  const data = { rectification, rectifiedOn: utcOf(rectifiedOn), state: "rectified" };
  return step(scope, stored, input, data, {
    action: "rectifyFinding",
    summary: `整改单位报整改结果${late ? "（已过期限）" : ""}：${excerpt(rectification, 80)}`,
    occurredOn: rectifiedOn,
  });
}

export async function verifyFinding(scope: TownshipScope, input: VerifyFindingInput) {
  const stored = await loadFinding(scope, input.id);
  const { deputyId, verifiedOn, note } = input;
  const { name, verifier } = await verifierOf(scope, deputyId, verifiedOn, stored.row.unit);
  obey(mayVerify(stored.facts, { verifier, verifiedOn }, dayOf(scope.now)));
  const known = { verifiedOn: utcOf(verifiedOn), verifiedByDeputyId: deputyId, verificationNote: note };
  const data = { ...known, state: "verified" };
  return step(scope, stored, input, data, {
    action: "verifyFinding",
    summary: `${name}代表核实整改结果：${excerpt(note, 80)}`,
    occurredOn: verifiedOn,
  });
}

/**
 * Not mended, or come back: the refused result stays in the history, and the unit is told anew. What was struck off begins
 * anew by the day that is set now; the database keeps that its first day was kept.
 */
export async function reopenFinding(scope: TownshipScope, input: ReopenFindingInput) {
  const stored = await loadFinding(scope, input.id);
  const { dueOn } = input;
  obey(mayReopen(stored.facts, input, dayOf(scope.now)));
  const again = stored.facts.state === "closed" && dueOn !== null;
  const data = {
    ...(again ? { dueOn: utcOf(dueOn), notifiedOn: null } : {}),
    state: "reopened",
    reopenedCount: stored.row.reopenedCount + 1,
    plannedOn: null,
    plan: null,
    rectifiedOn: null,
    rectification: null,
    verifiedOn: null,
    verifiedByDeputyId: null,
    verificationNote: null,
    closedOn: null,
    enteredClosed: false,
  };
  return step(scope, stored, input, data, {
    action: "reopenFinding",
    summary: `退回重新整改${again ? `（新期限 ${dueOn}）` : ""}：${input.reason}`,
    reason: input.reason,
  });
}

export async function closeFinding(scope: TownshipScope, input: CloseFindingInput) {
  const stored = await loadFinding(scope, input.id);
  const { closedOn } = input;
  obey(
    firstDenial(
      mayClose(stored.facts, input, dayOf(scope.now)),
      notWaitingAbove(await waitsAbove(scope, input.id)),
    ),
  );
  const data = { state: "closed", closedOn: utcOf(closedOn) };
  return step(scope, stored, input, data, {
    action: "closeFinding",
    summary: `问题${stored.row.number}于${dayInText(closedOn)}销号`,
    occurredOn: closedOn,
  });
}

export async function voidFinding(scope: TownshipScope, input: ReasonInput) {
  const { id, reason } = input;
  const { row, facts } = await loadFinding(scope, id);
  obey(
    firstDenial(
      mayVoidFinding(facts, dayOf(row.enteredAt), dayOf(scope.now)),
      notWaitingAbove(await waitsAbove(scope, id)),
    ),
  );
  await changeOne(scope, "finding", input, voided(scope, reason));
  await scope.audit({
    action: "supervision.voidFinding",
    recordType: "finding",
    recordId: id,
    summary: `作废问题${row.number}：${reason}`,
    detail: { reason },
  });
  return { id };
}
