import "server-only";
import { dayOf, utcOf } from "@/lib/dates";
import { allow, deny, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import {
  assertOneChanged,
  dateOrNull,
  edited,
  entryDays,
  newRecord,
  tenantOf,
  voided,
} from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { loadActivity, replaceLines, setSignatures, type StoredActivity } from "../data/activities";
import { unitNamed } from "@/domains/suggestions/data/unit-names";
import { notInOffice } from "@/domains/deputies/data/in-office";
import { activityKindLabels } from "../labels";
import {
  type ActivityKind,
  mayCancel,
  mayComplete,
  mayEditActivity,
  mayRecordActivity,
  mayReopenActivity,
  mayVoidActivity,
  reportFits,
} from "../rules/activities";
import { mayEnterDone } from "../rules/closed";
import type { CompleteActivityInput, CreateActivityInput, EditActivityInput } from "../schema";

type Facts = Omit<EditActivityInput, "id" | "version" | "township" | "idempotencyKey">;

const titleOf = ({ kind, topic }: { kind: string; topic: string }) =>
  `${activityKindLabels[kind as ActivityKind]}「${topic}」`;

const columnsOf = (input: Facts) => ({
  kind: input.kind,
  topic: input.topic,
  lawName: input.lawName,
  endedOn: dateOrNull(input.endedOn),
  leader: input.leader,
  place: input.place,
  visited: input.visited,
  isJoint: input.isJoint,
});

async function obeyRules(scope: TownshipScope, input: Facts): Promise<void> {
  const strangers = await notInOffice(scope, input.deputyIds, input.occurredOn);
  obey(
    firstDenial(
      mayRecordActivity(input),
      strangers.length === 0
        ? allow
        : deny(`${strangers.join("、")}在 ${input.occurredOn} 不是在任代表，请核对参加人员或任期。`),
    ),
  );
  for (const unitId of input.unitIds) await unitNamed(scope, unitId);
}

/** What an activity brought in as done has beyond its facts. */
function reportOf(scope: TownshipScope, { report, reportedOn }: CreateActivityInput) {
  if (reportedOn === null) return {};
  const days = { reportedOn: utcOf(reportedOn) };
  return { report, ...days, ...entryDays(scope, days, ["reported"]), state: "done", enteredClosed: true };
}

export async function createActivity(scope: TownshipScope, input: CreateActivityInput) {
  await obeyRules(scope, input);
  obey(mayEnterDone(input, dayOf(scope.now)));
  const record = newRecord(scope, input);
  const facts = columnsOf(input);
  await scope.tx.activity.create({ data: { ...record, ...facts, ...reportOf(scope, input) } });
  await replaceLines(scope, record.id, input);
  const planned = input.occurredOn > dayOf(scope.now);
  const verb = input.reportedOn !== null ? "补录已办结的" : planned ? "安排" : "登记";
  await scope.audit({
    action: "supervision.create",
    recordType: "activity",
    recordId: record.id,
    summary: `${verb}${titleOf(input)}，参加代表 ${input.deputyIds.length} 人`,
    occurredOn: input.occurredOn,
    detail: { after: { ...facts, unitIds: input.unitIds, deputyIds: input.deputyIds } },
  });
  return { id: record.id };
}

type Change = Parameters<TownshipScope["tx"]["activity"]["updateMany"]>[0]["data"];

async function save(scope: TownshipScope, { row }: StoredActivity, version: number, data: Change) {
  const { count } = await scope.tx.activity.updateMany({
    where: { ...tenantOf(scope), id: row.id, version },
    data: { ...edited(scope), ...data, ...entryDays(scope, data, ["reported"]) },
  });
  assertOneChanged(count);
}

export async function editActivity(scope: TownshipScope, input: EditActivityInput) {
  const stored = await loadActivity(scope, input.id);
  obey(mayEditActivity(stored.facts));
  await obeyRules(scope, input);
  const facts = columnsOf(input);
  await save(scope, stored, input.version, { ...facts, occurredOn: utcOf(input.occurredOn) });
  await replaceLines(scope, input.id, input);
  await scope.audit({
    action: "supervision.edit",
    recordType: "activity",
    recordId: input.id,
    summary: `修改${titleOf(input)}`,
    detail: {
      before: { ...stored.row, unitIds: stored.unitIds, deputyIds: stored.tookPart },
      after: { ...facts, occurredOn: input.occurredOn, unitIds: input.unitIds, deputyIds: input.deputyIds },
    },
  });
  return { id: input.id };
}

export async function completeActivity(scope: TownshipScope, input: CompleteActivityInput) {
  const stored = await loadActivity(scope, input.id);
  const { report, reportedOn, noFindings, visited, signerIds } = input;
  const { occurredOn } = stored.facts;
  const today = dayOf(scope.now);
  obey(
    firstDenial(
      mayComplete({ ...stored.facts, report, noFindings, signers: signerIds }, today),
      reportFits({ occurredOn, reportedOn, signers: signerIds, tookPart: stored.tookPart }, today),
    ),
  );
  await save(scope, stored, input.version, {
    state: "done",
    report,
    reportedOn: utcOf(reportedOn),
    noFindings,
    visited: visited ?? stored.row.visited,
  });
  await setSignatures(scope, input.id, noFindings ? signerIds : []);
  const outcome = noFindings
    ? `${signerIds.length} 名代表签认未发现问题`
    : `发现问题 ${stored.facts.findings} 个`;
  await scope.audit({
    action: "supervision.complete",
    recordType: "activity",
    recordId: input.id,
    summary: `办结${titleOf(stored.row)}，已出报告，${outcome}`,
    occurredOn: reportedOn,
    detail: {
      before: { ...stored.row, signerIds: [] },
      after: {
        state: "done",
        report,
        reportedOn,
        noFindings,
        visited: visited ?? stored.row.visited,
        signerIds,
      },
    },
  });
  return { id: input.id };
}

async function withReason(
  scope: TownshipScope,
  input: ReasonInput,
  stored: StoredActivity,
  told: { action: string; verb: string; data: Change },
) {
  await save(scope, stored, input.version, told.data);
  await scope.audit({
    action: `supervision.${told.action}`,
    recordType: "activity",
    recordId: input.id,
    summary: `${told.verb}${titleOf(stored.row)}：${input.reason}`,
    detail: { before: stored.row, after: told.data, reason: input.reason },
  });
  return { id: input.id };
}

export async function reopenActivity(scope: TownshipScope, input: ReasonInput) {
  const stored = await loadActivity(scope, input.id);
  obey(mayReopenActivity(stored.facts));
  const data = { state: "planned", noFindings: false, enteredClosed: false };
  const answer = await withReason(scope, input, stored, { action: "reopen", verb: "撤回办结", data });
  await setSignatures(scope, input.id, []);
  return answer;
}

export async function cancelActivity(scope: TownshipScope, input: ReasonInput) {
  const stored = await loadActivity(scope, input.id);
  obey(mayCancel(stored.facts, input.reason));
  return withReason(scope, input, stored, { action: "cancel", verb: "取消", data: { state: "cancelled" } });
}

export async function voidActivity(scope: TownshipScope, input: ReasonInput) {
  const stored = await loadActivity(scope, input.id);
  obey(mayVoidActivity(stored.facts));
  return withReason(scope, input, stored, {
    action: "void",
    verb: "作废",
    data: voided(scope, input.reason),
  });
}
