import "server-only";
import { notInOffice } from "@/domains/deputies/data/in-office";
import { allInOffice } from "@/domains/deputies/rules/roster";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { unitNamed } from "@/domains/suggestions/data/unit-names";
import { verifierOf } from "@/domains/supervision/data/people";
import { dayOf, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { addEvent, addMilestone, changeMilestone, milestoneOf } from "../data/milestones";
import { loadProject } from "../data/projects";
import {
  judgedAfter,
  mayCorrectMilestone,
  mayDelay,
  mayFinish,
  mayPlan,
  mayVerify,
  stillCounts,
} from "../rules/milestones";
import type {
  CorrectMilestoneInput,
  DelayInput,
  FinishInput,
  PlanInput,
  RemoveMilestoneInput,
  VerifyInput,
} from "../schema";
import { step } from "./projects";

/** A milestone together with its project. */
async function held(scope: TownshipScope, { id, milestoneId }: { id: string; milestoneId: string }) {
  const of = await loadProject(scope, id);
  return { of, ...(await milestoneOf(scope, id, milestoneId)) };
}

export async function planMilestone(scope: TownshipScope, input: PlanInput) {
  const { id, what, plannedOn, deputyIds } = input;
  const of = await loadProject(scope, id);
  obey(mayPlan(of.standing, plannedOn));
  const named = await deputiesNamed(scope, deputyIds);
  if (named.length < deputyIds.length) throw notFound();
  // Who is to supervise is asked to do so now, whatever the day of the milestone.
  const today = dayOf(scope.now);
  const asked = plannedOn < today ? plannedOn : today;
  obey(allInOffice(await notInOffice(scope, deputyIds, asked), asked));
  const day = utcOf(plannedOn);
  await addMilestone(scope, { projectId: id, what, plannedOn: day, dueOn: day, judgedOn: day }, deputyIds);
  const supervisors = named.map(({ name }) => name).join("、");
  const detail = difference(null, { what, plannedOn, supervisors: supervisors === "" ? null : supervisors });
  return step(scope, of, input, {}, { action: "planMilestone", summary: `登记节点：${what}`, detail });
}

export async function finishMilestone(scope: TownshipScope, input: FinishInput) {
  const { milestoneId, doneOn, doneNote, spent } = input;
  const { of, row, facts } = await held(scope, input);
  obey(mayFinish(of.standing, facts, doneOn, dayOf(scope.now)));
  const data = { doneOn: utcOf(doneOn), doneNote, spent };
  await changeMilestone(scope, milestoneId, { ...data, ...entryDays(scope, data, ["done"]) });
  return step(
    scope,
    of,
    input,
    {},
    {
      ...{ action: "finishMilestone", summary: `节点完成：${row.what}`, occurredOn: doneOn },
      detail: difference({ doneOn: null, doneNote: null, spent: null }, data),
    },
  );
}

export async function verifyMilestone(scope: TownshipScope, input: VerifyInput) {
  const { milestoneId, deputyId, verifiedOn, note } = input;
  const { of, row, facts } = await held(scope, input);
  const { unitId } = of.facts;
  const unit = unitId === null ? null : await unitNamed(scope, unitId);
  const { name, verifier } = await verifierOf(scope, deputyId, verifiedOn, unit);
  obey(mayVerify(facts, verifier, verifiedOn, dayOf(scope.now)));
  const data = { verifiedOn: utcOf(verifiedOn), verifiedByDeputyId: deputyId, verificationNote: note };
  await changeMilestone(scope, milestoneId, { ...data, ...entryDays(scope, data, ["verified"]) });
  return step(
    scope,
    of,
    input,
    {},
    {
      ...{ action: "verifyMilestone", summary: `${name}代表核实节点：${row.what}`, occurredOn: verifiedOn },
      detail: difference({ verifiedOn: null, verifiedByDeputyId: null, verificationNote: null }, data),
    },
  );
}

/** A wrong day of what was told is put right with a reason; the old one stays in the history. */
export async function correctMilestone(scope: TownshipScope, input: CorrectMilestoneInput) {
  const { milestoneId, doneOn, verifiedOn, reason } = input;
  const { of, row, facts } = await held(scope, input);
  const today = dayOf(scope.now);
  obey(mayCorrectMilestone(of.standing, facts, input, today));
  if (verifiedOn !== null && row.verifiedByDeputyId !== null) {
    const { verifier } = await verifierOf(scope, row.verifiedByDeputyId, verifiedOn, null);
    obey(mayVerify({ ...facts, doneOn, verifiedOn: null }, verifier, verifiedOn, today));
  }
  const was = { doneOn: facts.doneOn, verifiedOn: facts.verifiedOn };
  const changes = {
    ...(doneOn === was.doneOn ? {} : { doneOn: utcOf(doneOn) }),
    ...(verifiedOn === was.verifiedOn || verifiedOn === null ? {} : { verifiedOn: utcOf(verifiedOn) }),
  };
  await changeMilestone(scope, milestoneId, {
    ...changes,
    ...entryDays(scope, changes, ["done", "verified"]),
  });
  const summary = `更正节点日期：${row.what}：${reason}`;
  const detail = { ...difference(was, { doneOn, verifiedOn }), reason };
  return step(scope, of, input, {}, { action: "correctMilestone", summary, detail });
}

/** The old day stays, on the milestone and in the delay. */
export async function delayMilestone(scope: TownshipScope, input: DelayInput) {
  const { id, milestoneId, newDay, decidedOn, reason } = input;
  const { of, row, facts } = await held(scope, input);
  obey(mayDelay(of.standing, facts, input, dayOf(scope.now)));
  const judgedOn = judgedAfter(facts, input, dayOf(scope.now));
  await changeMilestone(scope, milestoneId, { dueOn: utcOf(newDay), judgedOn: utcOf(judgedOn) });
  const [oldDay, to] = [utcOf(facts.dueOn), utcOf(newDay)];
  const event = { projectId: id, milestoneId, kind: "delay", occurredOn: utcOf(decidedOn), note: reason };
  await addEvent(scope, { ...event, oldDay, newDay: to });
  return step(
    scope,
    of,
    input,
    {},
    {
      ...{ action: "delayMilestone", summary: `节点延期：${row.what}`, occurredOn: decidedOn },
      detail: { ...difference(facts, { dueOn: newDay, judgedOn }), reason },
    },
  );
}

/** Struck out with its reason, never deleted; the history says whether it goes on counting. */
export async function removeMilestone(scope: TownshipScope, input: RemoveMilestoneInput) {
  const { reason } = input;
  const { of, row, facts } = await held(scope, input);
  const today = dayOf(scope.now);
  const counts = stillCounts(of.standing, facts, today);
  await changeMilestone(scope, row.id, { voidedOn: utcOf(today), voidReason: reason, counts });
  const summary = `作废节点：${row.what}${counts ? "（已到期，仍计入考核）" : ""}`;
  const detail = { ...difference({ voidedOn: null }, { voidedOn: today }), reason };
  return step(scope, of, input, {}, { action: "removeMilestone", summary, detail });
}
