import { addDays, type Day, yearOf } from "@/lib/dates";
import { recordCommands } from "@/domains/records/commands";
import { stepInputOf } from "@/domains/records/schema";
import { activity } from "@/domains/supervision/record";
import { activitySlots, completeActivity, createActivity } from "@/domains/supervision/commands/activities";
import {
  closeFinding,
  createFinding,
  notifyFinding,
  planFinding,
  rectifyFinding,
  verifyFinding,
} from "@/domains/supervision/commands/findings";
import * as inputs from "@/domains/supervision/schema";
import { type Context, type Story, unitOf } from "./context";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import type { DemoTownship } from "./places";
import { type Random, randomOf } from "./random";
import { activityTopics } from "./words";

type Topic = (typeof activityTopics)[number];
type Visit = { id: string; day: Day; unitId: string; verifier: string };

/** A finding on its way to being struck off; it goes as far as the days have come, and some stay behind. */
export async function mend(desk: Desk, random: Random, visit: Visit, description: string): Promise<void> {
  const { id: activityId, day, unitId, verifier } = visit;
  const facts = { activityId, description, occurredOn: day, unitId, sourceNote: demoNote };
  const made = await enter(desk, addDays(day, 1), createFinding, inputs.createFindingInput, facts);
  const { id } = made;
  const notifiedOn = addDays(day, random.between(2, 5));
  const dueOn = addDays(notifiedOn, 30);
  const plannedOn = addDays(notifiedOn, random.between(4, 9));
  const rectifiedOn = addDays(notifiedOn, random.between(15, random.chance(0.2) ? 55 : 28));
  const verifiedOn = addDays(rectifiedOn, random.between(2, 6));
  // Whatever of earlier years was left lying has been mended since.
  const stays = random.chance(0.12) && yearOf(day) === yearOf(desk.asOf);
  const steps: [Day, (version: number) => Promise<unknown>][] = [
    [
      notifiedOn,
      (version) => {
        const step = { id, version, unitId, notifiedOn, dueOn };
        return enter(desk, notifiedOn, notifyFinding, inputs.notifyFindingInput, step);
      },
    ],
    [
      plannedOn,
      (version) => {
        const step = { id, version, plannedOn, plan: "明确责任人，限期整改，完成后报主席团。" };
        return enter(desk, plannedOn, planFinding, inputs.planFindingInput, step);
      },
    ],
    [
      rectifiedOn,
      (version) => {
        const step = { id, version, rectifiedOn, rectification: "已按方案整改到位，并建立日常检查。" };
        return enter(desk, rectifiedOn, rectifyFinding, inputs.rectifyFindingInput, step);
      },
    ],
    [
      verifiedOn,
      (version) => {
        const step = { id, version, deputyId: verifier, verifiedOn, note: "现场查看，整改到位。" };
        return enter(desk, verifiedOn, verifyFinding, inputs.verifyFindingInput, step);
      },
    ],
    [
      addDays(verifiedOn, 1),
      (version) => {
        const step = { id, version, closedOn: addDays(verifiedOn, 1) };
        return enter(desk, addDays(verifiedOn, 1), closeFinding, inputs.closeFindingInput, step);
      },
    ],
  ];
  for (const [index, [on, take]] of steps.entries()) {
    if (on > desk.asOf || (stays && index === 2)) return;
    await take(index + 1);
  }
}

/** A law inspection's report goes to the government, which answers in time, late or not yet. */
async function answer(desk: Desk, random: Random, id: string, reportedOn: Day): Promise<void> {
  const { step } = recordCommands(activity, activitySlots);
  const handedOn = addDays(reportedOn, random.between(2, 5));
  if (handedOn > desk.asOf) return;
  const hand = { id, version: 2, step: "hand" as const, handedOn };
  await enter(desk, handedOn, step, stepInputOf(activity), hand);
  const late = random.chance(desk.town.habits.overdue * 2);
  const respondedOn = addDays(handedOn, late ? random.between(95, 130) : random.between(30, 85));
  if (respondedOn > desk.asOf) return;
  const respond = { step: "respond" as const, respondedOn, response: "已按检查报告逐条整改，结果报主席团。" };
  await enter(desk, respondedOn, step, stepInputOf(activity), { id, version: 3, ...respond });
}

async function hold(desk: Desk, random: Random, day: Day, topic: Topic, context: Context): Promise<void> {
  const unitId = unitOf(context, topic.unit);
  const [leader, ...party] = random.some(context.roster, random.between(5, 9));
  if (leader === undefined) return;
  const deputyIds = [leader, ...party].map((deputy) => deputy.id);
  const on = enteredOn(desk, random, day);
  const { kind, lawName } = topic;
  const { id } = await enter(desk, on, createActivity, inputs.createActivityInput, {
    kind,
    topic: topic.topic,
    ...(lawName === undefined ? {} : { lawName }),
    occurredOn: day,
    leader: leader.name,
    place: random.pick(desk.town.villages),
    unitIds: [unitId],
    deputyIds,
    lateReason: lateNote(day, on),
    sourceNote: demoNote,
  });
  const hasFindings = random.chance(desk.town.habits.findings);
  const problems = hasFindings ? random.some(topic.problems, random.between(1, 2)) : [];
  const verifier = deputyIds[1] ?? leader.id;
  for (const problem of problems) await mend(desk, random, { id, day, unitId, verifier }, problem);
  const reportedOn = addDays(day, random.between(3, 12));
  const writesReport = desk.town.habits.findings > 0 && !random.chance(0.08);
  const wantsReport = writesReport || yearOf(day) < yearOf(desk.asOf);
  if (!wantsReport || reportedOn > desk.asOf) return;
  await enter(desk, addDays(reportedOn, 1), completeActivity, inputs.completeActivityInput, {
    id,
    version: 1,
    report: `代表${deputyIds.length}人参加，实地查看${random.between(2, 6)}处，形成意见并交有关单位。`,
    reportedOn,
    noFindings: !hasFindings,
    signerIds: hasFindings ? [] : deputyIds.slice(0, 2),
  });
  if (kind === "lawInspection") await answer(desk, random, id, reportedOn);
}

export function activitiesOf(town: DemoTownship, year: number): Story[] {
  const topics = randomOf(`${town.code} topics ${year}`).some(activityTopics, town.habits.activitiesPerYear);
  return topics.map((topic, index) => {
    const random = randomOf(`${town.code} activity ${year} ${index}`);
    const month = 2 + Math.floor((index * 9) / town.habits.activitiesPerYear) + random.between(0, 1);
    const day = `${year}-${String(month).padStart(2, "0")}-${String(random.between(3, 26)).padStart(2, "0")}`;
    return { day, random, tell: (desk, context) => hold(desk, random, day, topic, context) };
  });
}
