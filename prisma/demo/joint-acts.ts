import { acceptPart, carryOut, proposeOther, submitResult } from "@/domains/joint-tasks/commands/own";
import { rate } from "@/domains/joint-tasks/commands/ratings";
import { ownPartById } from "@/domains/joint-tasks/data/rows";
import * as inputs from "@/domains/joint-tasks/schema";
import { completeActivity } from "@/domains/supervision/commands/activities";
import { reopenFinding } from "@/domains/supervision/commands/findings";
import { completeActivityInput, reopenFindingInput } from "@/domains/supervision/schema";
import { addDays, type Day } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { mend } from "./activities";
import { contextOf, unitOf } from "./context";
import { type Desk, enter } from "./desk";
import { demoBureaus, type DemoTask } from "./joint-tasks";
import { randomOf } from "./random";

const seen = async ({ scope }: Desk, id: string) => {
  const { part } = await ownPartById(scope, id);
  return { id, version: part.version };
};

export async function accept(desk: Desk, id: string, on: Day): Promise<void> {
  await enter(desk, on, acceptPart, inputs.acceptInput, await seen(desk, id));
}

export async function propose(desk: Desk, id: string, on: Day, to: Day): Promise<void> {
  const asked = { from: to, until: to, why: "当天镇里开人代会，请改到后面。" };
  await enter(desk, on, proposeOther, inputs.proposeInput, { ...(await seen(desk, id)), ...asked });
}

export async function handIn(desk: Desk, id: string, on: Day, resultText: string): Promise<void> {
  await enter(desk, on, submitResult, inputs.submitInput, { ...(await seen(desk, id)), resultText });
}

/** A finding that was struck off came back, and is opened again. */
async function reopenOne(desk: Desk, activityId: string): Promise<void> {
  const where = { ...tenantOf(desk.scope), activityId, state: "closed" };
  const closed = await desk.scope.tx.finding.findFirst({ where, orderBy: { number: "asc" } });
  if (closed === null) return;
  const { id, version } = closed;
  const told = { id, version, reason: "代表回访发现问题反弹", dueOn: addDays(desk.asOf, 20) };
  await enter(desk, desk.asOf, reopenFinding, reopenFindingInput, told);
}

/** The visit as the township's own activity, its findings on their way, and its report. */
export async function carried(
  desk: Desk,
  id: string,
  { task, day, nth }: { task: DemoTask; day: Day; nth: number },
): Promise<void> {
  const context = await contextOf(desk);
  const random = randomOf(`${desk.town.code} joint ${task.title}`);
  const deputyIds = random.some(context.roster, random.between(4, 8)).map((deputy) => deputy.id);
  const made = await enter(desk, day, carryOut, inputs.carryOutInput, {
    ...{ ...(await seen(desk, id)), occurredOn: day, deputyIds },
  });
  const { activityId } = made;
  const unitId = unitOf(context, task.unit);
  const verifier = deputyIds[1] ?? "";
  const problems = random.some(task.problems, (nth % 3) + (task.problems.length > 2 ? 1 : 0));
  for (const problem of problems)
    await mend(desk, random, { id: activityId, day, unitId, verifier }, problem);
  const none = problems.length === 0;
  await enter(desk, addDays(day, 3), completeActivity, completeActivityInput, {
    ...{ id: activityId, version: 1, reportedOn: addDays(day, 3), visited: random.between(3, 8) },
    ...{ noFindings: none, signerIds: none ? deputyIds.slice(0, 2) : [] },
    report: `代表${deputyIds.length}人参加，${none ? "没有发现问题" : `发现问题${problems.length}个，已交有关单位`}。`,
  });
  if (nth === 0 && task.state === "reporting") await reopenOne(desk, activityId);
}

/** The ballots of the township's own and the county's deputies; one bureau is liked less than the others. */
export async function castBallots(desk: Desk, id: string, day: Day): Promise<void> {
  const random = randomOf(`${desk.town.code} ballots`);
  for (const level of ["township", "county"] as const) {
    const issued = Math.min(desk.town.inOffice[level], level === "township" ? 40 : 12) - 3;
    const lines = demoBureaus.map((bureau, nth) => {
      const returned = issued - random.between(0, 1);
      const few = Math.floor(returned / 4);
      const abstained = returned < 8 ? 0 : random.between(0, 1);
      const dissatisfied = Math.min(few, random.between(0, nth === 2 ? 3 : 1));
      const basic = Math.min(few, random.between(1, 3));
      const satisfied = returned - abstained - dissatisfied - basic;
      return { bureau, issued, returned, satisfied, basic, dissatisfied, abstained };
    });
    await enter(desk, day, rate, inputs.rateInput, { ...(await seen(desk, id)), level, ratedOn: day, lines });
  }
}
