import "server-only";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { livingOf, sameIn } from "@/domains/records/data/reads";
import type { StepInput } from "@/domains/records/schema";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import type { TownshipScope } from "@/server/db/scope";
import { missingFor, sentTasks, sessionOf } from "../data/preparation";
import { sessionTask } from "../record";
import { mayPrepare, type SentDay, sentTopics, toldByTasks } from "../rules/preparation";
import type { PrepareInput } from "../schema";

export const taskSlots: CommandSlots<typeof sessionTask> = {
  others: sameIn(sessionTask, "sessionOn"),
  mayBe: (_, facts, { others }) => isEnteredOnce(sessionTask, ["topic", "sessionOn"], facts, others),
};

const { enter, step } = recordCommands(sessionTask, taskSlots);

/** The whole checklist of a session to come, each task a record of its own. */
export async function prepareSession(scope: TownshipScope, input: PrepareInput) {
  const { sessionOn } = input;
  const today = dayOf(scope.now);
  const missing = await missingFor(scope, sessionOn);
  obey(mayPrepare(sessionOn, today, missing));
  for (const task of missing) {
    const facts = { ...task, sessionOn, occurredOn: today, owner: null, doneOn: null };
    await scope.audit(await enter(scope, { ...input, ...facts, sourceNote: null, lateReason: null }));
  }
  return { tasks: missing.length };
}

type SentDays = { startsOn: Day; endsOn: Day | null } & Record<SentDay, Day | null>;

/** A session's days, those that its preparation told first among them: they are entered once. */
export async function withTicked<Facts extends SentDays>(scope: TownshipScope, facts: Facts): Promise<Facts> {
  const tasks = await sentTasks(scope, facts.startsOn);
  return {
    ...facts,
    ...toldByTasks(facts, Object.fromEntries(tasks.map(({ key, doneOn }) => [key, doneOn]))),
  };
}

/** The other way round: what the session says was sent is ticked off, unless that was before the list was made. */
export async function tickSent(
  scope: TownshipScope,
  facts: SentDays,
  keyed: Pick<StepInput, "township" | "idempotencyKey">,
): Promise<void> {
  for (const { id, version, key, doneOn, listedOn } of await sentTasks(scope, facts.startsOn)) {
    const day = facts[key];
    if (doneOn === null && day !== null && day >= listedOn)
      await step(scope, { ...keyed, id, version, step: "done", doneOn: day });
  }
}

/** Ticks a task off; a session that is entered already is told the day. */
export async function tickTask(scope: TownshipScope, input: StepInput) {
  const done = await step(scope, input);
  const { facts } = await livingOf(sessionTask, scope, input.id);
  const key = (Object.keys(sentTopics) as SentDay[]).find((one) => sentTopics[one] === facts.topic);
  const session = await sessionOf(scope, facts.sessionOn);
  const told = session === null || key === undefined ? {} : toldByTasks(session, { [key]: facts.doneOn });
  if (session === null || Object.keys(told).length === 0) return done;
  const { id, version } = session;
  const columns = Object.fromEntries(Object.entries(told).map(([one, day]) => [one, utcOf(day)]));
  await changeOne(scope, "session", { id, version }, columns);
  await scope.audit({
    ...{ action: "sessions.edit", recordType: "session", recordId: id },
    summary: `会前准备「${facts.topic}」的日期记入会议`,
    detail: difference({ noticeSentOn: null, documentsSentOn: null }, told),
  });
  return done;
}
