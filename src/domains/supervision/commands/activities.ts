import "server-only";
import { inOfficeThen } from "@/domains/deputies/data/in-office";
import { nobodyAway } from "@/domains/deputies/data/leaves";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { about, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import { changeOne, type Seen } from "@/server/db/change";
import { entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { ReasonInput } from "@/server/trpc/inputs";
import { type HeldActivity, loadActivity, setSignatures } from "../data/activities";
import { activity } from "../record";
import {
  finishedStays,
  mayCancel,
  mayComplete,
  mayEditActivity,
  mayRecordActivity,
  mayReopenActivity,
  mayVoidActivity,
  reportFits,
} from "../rules/activities";
import { mayEnterDone } from "../rules/closed";
import { handedAfterReport, mayBeHandedOver } from "../rules/response";
import type { CompleteActivityInput, CreateActivityInput } from "../schema";

type Named = { deputyIds: readonly string[]; occurredOn: Day; endedOn: Day | null };

/** Whom it names now, or for other days than before: a leave that was entered later refuses nothing that was entered before it. */
const namedNow = (facts: Named, was: Named | null): Named => {
  const sameDays = was?.occurredOn === facts.occurredOn && was.endedOn === facts.endedOn;
  return sameDays
    ? { ...facts, deputyIds: facts.deputyIds.filter((id) => !was.deputyIds.includes(id)) }
    : facts;
};

export const activitySlots: CommandSlots<typeof activity> = {
  others: sameIn(activity, "occurredOn"),
  mayBe: async (scope, facts, { before, step: taken, others, today }) => {
    if (before !== null) {
      const { judged, reportedOn, firstFoundOn } = await loadActivity(scope, before.id);
      // What deputies signed stays as it was; handing the report on changes nothing of it.
      if (taken !== null) return mayBeHandedOver({ state: judged.state, reportedOn }, facts.handedOn);
      const done = { ...judged, reportedOn, firstFoundOn };
      obey(
        firstDenial(
          mayEditActivity(judged),
          finishedStays({ was: before.facts, is: facts }, done, today),
          handedAfterReport(reportedOn, facts.handedOn),
        ),
      );
    }
    return firstDenial(
      mayRecordActivity(facts),
      isEnteredOnce(activity, ["topic", "kind", "occurredOn"], facts, others),
      await inOfficeThen(scope, facts),
      about("deputyIds", await nobodyAway(scope, namedNow(facts, before?.facts ?? null))),
    );
  },
  mayVoid: async (scope, { id }) => mayVoidActivity((await loadActivity(scope, id)).judged),
};

const kit = recordCommands(activity, activitySlots);

type Kept = HeldActivity["kept"];
type Told = { action: string; summary: string; occurredOn?: Day; reason?: string };

/** Takes a step of an activity and writes down what it changed; nobody's signature outlives a step. */
async function step(
  scope: TownshipScope,
  before: HeldActivity,
  seen: Seen,
  changes: Partial<Kept> & { visited?: number | null },
  { action, summary, occurredOn, reason }: Told,
  signerIds: readonly string[] = [],
) {
  const { id, facts, kept, judged } = before;
  await changeOne(scope, "activity", seen, { ...changes, ...entryDays(scope, changes, ["reported"]) });
  await setSignatures(scope, id, signerIds);
  const was = { ...kept, visited: facts.visited, signerIds: judged.signers };
  await scope.audit({
    action: `supervision.${action}`,
    recordType: "activity",
    recordId: id,
    summary,
    ...(occurredOn === undefined ? {} : { occurredOn }),
    detail: {
      ...difference(was, { ...changes, signerIds }),
      ...(reason === undefined ? {} : { reason }),
    },
  });
  return { id };
}

/** With its report it is an activity of an earlier year, entered as done. */
export async function createActivity(scope: TownshipScope, input: CreateActivityInput) {
  const { report, reportedOn, ...facts } = input;
  obey(mayEnterDone(input, dayOf(scope.now)));
  const state = reportedOn === null ? "planned" : "done";
  if (facts.handedOn !== null) obey(mayBeHandedOver({ state, reportedOn }, facts.handedOn));
  if (reportedOn === null) return kit.create(scope, facts);
  const line = await kit.enter(scope, facts);
  const id = line.recordId;
  const done = { state: "done", report, reportedOn: utcOf(reportedOn), enteredClosed: true };
  await changeOne(
    scope,
    "activity",
    { id, version: 1 },
    { ...done, ...entryDays(scope, done, ["reported"]) },
  );
  await scope.audit({
    ...line,
    summary: `补录已办结的${activity.titleOf(facts)}`,
    detail: {
      after: { ...line.detail.after, ...difference(null, done).after },
      body: `${reportedOn} 出报告`,
    },
  });
  return { id };
}

export async function completeActivity(scope: TownshipScope, input: CompleteActivityInput) {
  const held = await loadActivity(scope, input.id);
  const { report, reportedOn, noFindings, visited, signerIds } = input;
  const { facts, judged } = held;
  const { occurredOn, deputyIds: tookPart } = facts;
  const today = dayOf(scope.now);
  obey(
    firstDenial(
      mayComplete({ ...judged, report, noFindings, signers: signerIds }, today),
      reportFits({ occurredOn, reportedOn, signers: signerIds, tookPart }, today),
    ),
  );
  const outcome = noFindings ? `${signerIds.length} 名代表签认未发现问题` : `发现问题 ${judged.findings} 个`;
  const done = { state: "done", report, reportedOn: utcOf(reportedOn), noFindings };
  return step(
    scope,
    held,
    input,
    { ...done, visited: visited ?? facts.visited },
    {
      action: "complete",
      summary: `办结${activity.titleOf(facts)}，已出报告，${outcome}`,
      occurredOn: reportedOn,
    },
    noFindings ? signerIds : [],
  );
}

export async function reopenActivity(scope: TownshipScope, input: ReasonInput) {
  const held = await loadActivity(scope, input.id);
  const { reason } = input;
  obey(mayReopenActivity(held.judged));
  const data = { state: "planned", noFindings: false, enteredClosed: false };
  const summary = `撤回办结${activity.titleOf(held.facts)}：${reason}`;
  return step(scope, held, input, data, { action: "reopen", summary, reason });
}

export async function cancelActivity(scope: TownshipScope, input: ReasonInput) {
  const held = await loadActivity(scope, input.id);
  const { reason } = input;
  obey(mayCancel(held.judged, reason));
  const summary = `取消${activity.titleOf(held.facts)}：${reason}`;
  return step(scope, held, input, { state: "cancelled" }, { action: "cancel", summary, reason });
}
