import { prepareSession } from "@/domains/sessions/commands/preparation";
import { saveSpeeches } from "@/domains/sessions/commands/speeches";
import { expectedDeputies } from "@/domains/sessions/data/attendance";
import { sessionTask } from "@/domains/sessions/record";
import { prepareInput, saveSpeechesInput } from "@/domains/sessions/schema";
import { recordCommands } from "@/domains/records/commands";
import { stepInputOf } from "@/domains/records/schema";
import { addDays, dayFromUtc, yearOf } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import { type Desk, enter, enteredOn } from "./desk";
import { type Random, randomOf } from "./random";

/** Most of those present spoke as often as is asked for; slack offices wrote down only some of it. */
async function enterSpeeches(desk: Desk, random: Random): Promise<void> {
  const { scope, asOf, town } = desk;
  const sessions = await scope.tx.session.findMany({
    where: { ...tenantOf(scope), voidedAt: null },
    orderBy: { startsOn: "asc" },
  });
  for (const { id, version, startsOn } of sessions) {
    const day = dayFromUtc(startsOn);
    if (yearOf(day) < yearOf(asOf) - 1 || random.chance(town.habits.late)) continue;
    const expected = await expectedDeputies(scope, id, day);
    const speeches = expected
      .filter(({ status }) => status === null || status === "present")
      .map(({ deputyId }) => ({ deputyId, times: random.chance(0.75) ? 3 : random.between(0, 2) }))
      .filter(({ times }) => times > 0);
    await enter(desk, enteredOn(desk, random, day), saveSpeeches, saveSpeechesInput, {
      id,
      version,
      speeches,
    });
  }
}

/** The checklist of the session next January, its first tasks done already. */
async function enterChecklist(desk: Desk, random: Random): Promise<void> {
  const { scope, asOf } = desk;
  const sessionOn = `${yearOf(asOf) + 1}-01-${random.between(14, 26)}`;
  await enter(desk, addDays(asOf, -10), prepareSession, prepareInput, { sessionOn });
  const tasks = await scope.tx.sessionTask.findMany({
    where: { ...tenantOf(scope), voidedAt: null },
    orderBy: { dueOn: "asc" },
    take: 2,
  });
  for (const { id, version } of tasks)
    await enter(desk, asOf, recordCommands(sessionTask).step, stepInputOf(sessionTask), {
      ...{ id, version, step: "done", doneOn: addDays(asOf, -random.between(1, 6)) },
    });
}

/** What deputies said at the sessions, and what is to be done before the next. */
export async function enterAroundSessions(desk: Desk): Promise<void> {
  const random = randomOf(`${desk.town.code} around sessions`);
  await enterSpeeches(desk, random);
  if (desk.town.habits.late < 0.2) await enterChecklist(desk, random);
}
