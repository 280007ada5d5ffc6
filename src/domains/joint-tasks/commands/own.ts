import "server-only";
import { inOfficeThen } from "@/domains/deputies/data/in-office";
import { nobodyAway } from "@/domains/deputies/data/leaves";
import { recordCommands } from "@/domains/records/commands";
import { sameIn } from "@/domains/records/data/reads";
import { activity } from "@/domains/supervision/record";
import { type ActivityKind, mayRecordActivity } from "@/domains/supervision/rules/activities";
import { dayOf, utcOf } from "@/lib/dates";
import { about, firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import type { TownshipScope } from "@/server/db/scope";
import { activityNamed, unitsCalled } from "../data/own";
import { ownBallots } from "../data/ratings";
import { ownPartById, type Part, type Task } from "../data/rows";
import { changeOwnPart, unasked } from "../data/writes";
import { mayAccept, mayAskMerge, mayCarryOut, mayLink, mayPropose, maySubmit } from "../rules/parts";
import { mayHandInBallots } from "../rules/ratings";
import type { AcceptInput, CarryOutInput, ProposeInput, RequestMergeInput, SubmitInput } from "../schema";
import { titleOf } from "./tasks";

const tell = (
  scope: TownshipScope,
  { id }: Pick<Part, "id">,
  { act, summary, detail }: { act: string; summary: string; detail: object },
): Promise<void> =>
  scope.audit({
    ...{ action: `jointTasks.${act}`, recordType: "jointPart", recordId: id, summary },
    ...{ detail: { ...detail } },
  });

export async function acceptPart(scope: TownshipScope, { id, version }: AcceptInput) {
  const { part, task } = await ownPartById(scope, id);
  obey(mayAccept(part.facts));
  const today = dayOf(scope.now);
  await changeOwnPart(scope, { id, version }, { acceptedOn: utcOf(today) });
  const summary = `接受县联动${titleOf(task)}`;
  await tell(scope, part, { act: "accept", summary, detail: difference(part, { acceptedOn: today }) });
  return { id };
}

/** Asks the county for other days; until it answers, the first ones stand. */
export async function proposeOther(scope: TownshipScope, { id, version, from, until, why }: ProposeInput) {
  const { part, task } = await ownPartById(scope, id);
  const today = dayOf(scope.now);
  obey(mayPropose(part.facts, { from, until }, today));
  const asked = { proposedFrom: from, proposedUntil: until, proposedWhy: why };
  await changeOwnPart(
    scope,
    { id, version },
    {
      ...{ ...unasked, proposedOn: utcOf(today), proposedWhy: why },
      ...{ proposedFrom: utcOf(from), proposedUntil: utcOf(until) },
    },
  );
  const summary = `建议县联动${titleOf(task)}改到 ${from === until ? from : `${from} 至 ${until}`}：${why}`;
  await tell(scope, part, { act: "propose", summary, detail: difference(part, asked) });
  return { id };
}

/** Asks the county for one visit instead of two. */
export async function requestMerge(scope: TownshipScope, input: RequestMergeInput) {
  const { id, version, with: withId, why } = input;
  const { part, task } = await ownPartById(scope, id);
  const other = await ownPartById(scope, withId);
  const kinds = [task.kind, other.task.kind];
  obey(mayAskMerge(part.facts, other.part.facts, { sameOne: id === withId, kinds }));
  const today = dayOf(scope.now);
  await changeOwnPart(
    scope,
    { id, version },
    {
      ...{ ...unasked, proposedOn: utcOf(today) },
      ...{ proposedWhy: why, mergeWithId: withId },
    },
  );
  const summary = `建议县联动${titleOf(task)}与联动${titleOf(other.task)}合并为一次：${why}`;
  await tell(scope, part, { act: "requestMerge", summary, detail: difference(part, { proposedWhy: why }) });
  await tell(scope, other.part, { act: "requestMerge", summary, detail: {} });
  return { id };
}

/** Entered by the rules by which the township enters its other activities. */
const activities = recordCommands(activity, {
  others: sameIn(activity, "occurredOn"),
  mayBe: async (scope, facts, { others }) =>
    firstDenial(
      mayRecordActivity(facts),
      isEnteredOnce(activity, ["topic", "kind", "occurredOn"], facts, others),
      await inOfficeThen(scope, facts),
      about("deputyIds", await nobodyAway(scope, facts)),
    ),
});

/** The activity as the task says it, so that nothing is typed twice. */
async function newActivity(scope: TownshipScope, task: Task, part: Part, input: CarryOutInput) {
  const { township, idempotencyKey, occurredOn, endedOn, deputyIds } = input;
  const unitIds = await unitsCalled(scope, part.units);
  const facts = {
    ...{ topic: task.title, kind: task.kind as ActivityKind, occurredOn, endedOn, lawName: task.lawName },
    ...{
      deputyIds,
      unnamed: null,
      unnamedAbout: null,
      unitIds,
      leader: null,
      place: null,
      visited: null,
      isJoint: true,
    },
    ...{ handedOn: null, respondedOn: null, response: null },
  };
  const line = await activities.enter(scope, {
    ...{ township, idempotencyKey, sourceNote: `县联动${titleOf(task)}`, lateReason: null, ...facts },
  });
  await scope.audit({ ...line, action: "jointTasks.carryOut" });
  return line.recordId;
}

/** Registers the supervision activity that carries the part out, or names the one that did. */
export async function carryOut(scope: TownshipScope, input: CarryOutInput) {
  const { id, version, activityId } = input;
  const { part, task } = await ownPartById(scope, id);
  const linked = activityId === null ? null : await activityNamed(scope, activityId);
  const occurredOn = linked?.occurredOn ?? input.occurredOn;
  obey(mayCarryOut(part.facts, task.kind, task.year, occurredOn));
  if (linked !== null) obey(mayLink(linked, task.year));
  const carried = activityId ?? (await newActivity(scope, task, part, input));
  // What was handed in, and was not judged, stood on another activity, which was struck out: it is handed in again.
  const again = part.verdict === null ? { submittedOn: null } : {};
  await changeOwnPart(scope, { id, version }, { activityId: carried, ...again });
  const summary = `登记县联动${titleOf(task)}的开展情况`;
  await tell(scope, part, {
    act: "carryOut",
    summary,
    detail: difference({ occurredOn: null }, { occurredOn }),
  });
  return { id, activityId: carried };
}

/** Hands the result to the county: again after it was returned. */
export async function submitResult(scope: TownshipScope, { id, version, resultText }: SubmitInput) {
  const { part, task } = await ownPartById(scope, id);
  const ballots = await ownBallots(scope, id);
  obey(
    firstDenial(
      maySubmit(part.facts, task.kind, part.activity),
      mayHandInBallots(task.kind, task.bureaus.length, ballots),
    ),
  );
  const today = dayOf(scope.now);
  await changeOwnPart(
    scope,
    { id, version },
    {
      ...{ submittedOn: utcOf(today), resultText },
      ...{ verdict: null, verdictOn: null, verdictWhy: null },
    },
  );
  const summary = `提交县联动${titleOf(task)}的成果`;
  const detail = difference(part, { submittedOn: today, resultText });
  await tell(scope, part, { act: "submit", summary, detail });
  return { id };
}
