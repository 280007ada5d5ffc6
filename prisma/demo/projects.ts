import { countInOffice, peopleInOffice } from "@/domains/deputies/data/in-office";
import { createBallot } from "@/domains/projects/commands/ballots";
import { finishMilestone, planMilestone, verifyMilestone } from "@/domains/projects/commands/milestones";
import { complete, nominate } from "@/domains/projects/commands/projects";
import { createRating } from "@/domains/projects/commands/ratings";
import { project } from "@/domains/projects/record";
import {
  completeInput,
  createBallotInput,
  createRatingInput,
  finishInput,
  nominateInput,
  planInput,
  verifyInput,
} from "@/domains/projects/schema";
import { recordCommands } from "@/domains/records/commands";
import { createInputOf } from "@/domains/records/schema";
import { addDays, type Day, dayFromUtc, utcOf, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { demoNote, type Desk, enter, enteredOn, lateNote } from "./desk";
import { type Random, randomOf } from "./random";

const wishes = [
  "口袋公园",
  "村道路灯",
  "老年食堂",
  "公共停车场",
  "排水管网改造",
  "码头候船室",
  "村卫生室修缮",
  "文化礼堂",
];
const seats = 3;
/** Of the ballots, from the first candidate to the last: nobody chooses more than there are to choose. */
const shares = [0.94, 0.82, 0.68, 0.32, 0.2] as const;

/** What was asked for in autumn: five candidates, of which the presidium leaves the deputies a choice. */
async function solicit(desk: Desk, random: Random, year: number): Promise<string[]> {
  const day = `${year - 1}-11-${random.between(10, 28)}`;
  const ids: string[] = [];
  for (const wish of random.some(wishes, seats + 2)) {
    const on = enteredOn(desk, random, day);
    const { id } = await enter(desk, on, recordCommands(project).create, createInputOf(project), {
      ...{
        name: `${desk.town.shortName}${wish}`,
        year,
        occurredOn: day,
        content: `新建或改造${wish}，年内投入使用`,
      },
      ...{
        solicitedFrom: random.pick(["deputies", "public", "village"] as const),
        place: desk.town.shortName,
      },
      ...{ budget: random.between(20, 200) * 10_000, sourceNote: demoNote, lateReason: lateNote(day, on) },
    });
    ids.push(id);
  }
  return ids;
}

/** The first session of the year votes; the votes fall off from the first candidate to the last. */
async function hold(desk: Desk, random: Random, year: number, ids: readonly string[]): Promise<Day | null> {
  const session = await desk.scope.tx.session.findFirst({
    where: { ...tenantOf(desk.scope), voidedAt: null, startsOn: { gte: utcOf(`${year}-01-01`) } },
    orderBy: { startsOn: "asc" },
  });
  if (session === null) return null;
  const occurredOn = dayFromUtc(session.startsOn);
  const deputiesTotal = await countInOffice(desk.scope, occurredOn, "township");
  const present = deputiesTotal - random.between(1, Math.max(2, Math.round(deputiesTotal / 12)));
  await enter(desk, addDays(occurredOn, 1), createBallot, createBallotInput, {
    ...{ year, occurredOn, sessionId: session.id, seats, deputiesTotal, present, sourceNote: demoNote },
    ...{ ballotsIssued: present, ballotsReturned: present },
    lines: ids.map((projectId, place) => ({
      projectId,
      inFavour: Math.floor(present * (shares[place] ?? 0)),
    })),
  });
  return occurredOn;
}

/** Two milestones of each; of the running year a slack office leaves the later one open, those of earlier years are completed. */
async function follow(desk: Desk, random: Random, id: string, from: Day): Promise<void> {
  const year = yearOf(from);
  const [supervisor, other] = random.some(await peopleInOffice(desk.scope, from), 2);
  let version = 3;
  for (const [what, plannedOn] of [
    ["完成招标并开工", `${year}-05-${random.between(10, 28)}`],
    ["完工验收", `${year}-10-${random.between(10, 28)}`],
  ] as const) {
    const deputyIds = supervisor === undefined ? [] : [supervisor.id];
    await enter(desk, addDays(from, 10), planMilestone, planInput, {
      id,
      version: version - 1,
      what,
      plannedOn,
      deputyIds,
    });
    version += 1;
    if (
      plannedOn > addDays(desk.asOf, -8) ||
      other === undefined ||
      (year === yearOf(desk.asOf) && random.chance(desk.town.habits.overdue * 3))
    )
      continue;
    const row = await desk.scope.tx.projectMilestone.findFirst({
      where: { ...tenantOf(desk.scope), projectId: id, what },
    });
    const milestoneId = row?.id ?? "";
    const done = {
      id,
      version: version - 1,
      milestoneId,
      doneOn: plannedOn,
      spent: random.between(5, 60) * 10_000,
    };
    await enter(desk, addDays(plannedOn, 2), finishMilestone, finishInput, done);
    const verified = {
      id,
      version,
      milestoneId,
      deputyId: other.id,
      verifiedOn: addDays(plannedOn, 5),
      note: "已到现场查看，属实",
    };
    await enter(desk, addDays(plannedOn, 6), verifyMilestone, verifyInput, verified);
    version += 2;
  }
  if (year === yearOf(desk.asOf)) return;
  const completedOn = `${year}-11-10`;
  await enter(desk, addDays(completedOn, 2), complete, completeInput, {
    id,
    version: version - 1,
    completedOn,
  });
}

/** One rating in December of all that the year's ballot chose. */
async function rate(desk: Desk, random: Random, year: number): Promise<void> {
  const occurredOn = `${year}-12-${random.between(10, 24)}`;
  if (occurredOn > desk.asOf) return;
  const issued = (await countInOffice(desk.scope, occurredOn, "township")) - random.between(2, 5);
  const returned = issued - random.between(0, 3);
  const basic = random.between(1, Math.ceil(returned / 6));
  await enter(desk, addDays(occurredOn, 2), createRating, createRatingInput, {
    ...{ year, occurredOn, issued, returned, basic, satisfied: returned - basic, unsatisfied: 0 },
    sourceNote: demoNote,
  });
}

/** The last two years' projects; an office that does not enter attendance has not entered this year's either. */
export async function enterProjects(desk: Desk): Promise<void> {
  const last = yearOf(desk.asOf);
  for (const year of desk.town.habits.attendance ? [last - 1, last] : [last - 1]) {
    const random = randomOf(`${desk.town.code} projects ${year}`);
    const ids = await solicit(desk, random, year);
    const nominatedOn = `${year - 1}-12-20`;
    const projects = ids.map((id) => ({ id, version: 1 }));
    await enter(desk, addDays(nominatedOn, 2), nominate, nominateInput, { projects, nominatedOn });
    const from = await hold(desk, random, year, ids);
    if (from === null) continue;
    for (const id of ids.slice(0, seats)) await follow(desk, random, id, from);
    await rate(desk, random, year);
  }
}
