import "server-only";
import { v7 as uuid } from "uuid";
import { dayOf, yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { Prisma } from "@/server/db/generated/client";
import { conflictsOf } from "../rules/conflicts";
import type { Conflict, Remedy } from "../rules/facts";
import { givenUpWords } from "../rules/offers";
import { remediesOf } from "../rules/remedies";
import { solve } from "../rules/solver";
import type { RemediesInput, YearInput } from "../schema";
import { factsOf } from "./facts";
import { partById, partsWhere, taskById } from "./rows";

const { sql } = Prisma;

/** What speaks against a task's own visits, a sentence each. */
export async function conflictsOfTask(scope: CountyScope, task: { id: string; year: number }) {
  const facts = await factsOf(scope, task.year);
  const own = new Set(facts.visits.flatMap(({ id, taskId }) => (taskId === task.id ? [id] : [])));
  return conflictsOf(facts).filter(({ visit, other }) => own.has(visit) || own.has(other ?? ""));
}

/** What speaks against a year's plan. */
export async function conflictsOfYear(scope: CountyScope, input: YearInput): Promise<Conflict[]> {
  return conflictsOf(await factsOf(scope, input.year ?? yearOf(dayOf(scope.now))));
}

/** The same of one task, before it is issued. */
export const taskConflicts = async (scope: CountyScope, { id }: RemediesInput): Promise<Conflict[]> =>
  conflictsOfTask(scope, await taskById(scope, id));

type Seen = { version: number };

/** A proposal with the visit as it was seen: whoever changed it in between is not overridden. */
async function withVersions(scope: CountyScope, remedies: readonly Remedy[]): Promise<(Remedy & Seen)[]> {
  const ids = remedies.map(({ visit }) => visit);
  const parts = ids.length === 0 ? [] : await partsWhere(scope, sql`p.id = ANY (${ids}::uuid[])`);
  const versions = new Map(parts.map(({ id, version }) => [id, version]));
  return remedies.map((remedy) => ({ ...remedy, version: versions.get(remedy.visit) ?? 0 }));
}

/** What speaks against one visit, and what may be done about it. */
export async function remediesOfPart(scope: CountyScope, { id }: RemediesInput) {
  const { task } = await partById(scope, id);
  const facts = await factsOf(scope, task.year);
  const against = conflictsOf(facts).filter(({ visit, other }) => visit === id || other === id);
  const offered = against.length === 0 ? [] : remediesOf(facts, { visit: id });
  return {
    taskId: task.id,
    sentences: against.map(({ sentence }) => sentence),
    remedies: await withVersions(scope, offered),
  };
}

/** A plan of the year without conflicts, as its differences from the one there is. */
export async function solvedYear(scope: CountyScope, input: YearInput) {
  const facts = await factsOf(scope, input.year ?? yearOf(dayOf(scope.now)));
  const { changes, left, stuck, withConsent, beyond, visits } = solve(facts);
  const whole = (plan: typeof visits) => ({ conflicts: conflictsOf({ ...facts, visits: plan }).length });
  const stuckTasks = facts.visits.filter(({ id }) => stuck.includes(id)).map(({ task }) => task);
  return {
    ...{ changes: await withVersions(scope, changes), stuck: [...new Set(stuckTasks)] },
    givenUp: givenUpWords(changes, beyond),
    left: left.map(({ sentence }) => sentence),
    withConsent: withConsent.map(({ sentence }) => sentence),
    ...{ before: whole([...facts.visits]), after: whole(visits) },
  };
}

export async function keepOverride(
  scope: CountyScope,
  { taskId, conflicts, why }: { taskId: string; conflicts: string[]; why: string },
): Promise<void> {
  const { tx, countyId, now, actor } = scope;
  await tx.jointOverride.create({
    data: {
      ...{ countyId, id: uuid(), taskId, conflicts, why },
      ...{ enteredAt: now, enteredByName: actor.name },
    },
  });
}

/** What a task was issued in spite of. */
export const overridesOf = ({ tx, countyId }: CountyScope, taskId: string) =>
  tx.$queryRaw<{ conflicts: string[]; why: string; by: string }[]>`
    SELECT o.conflicts, o.why, o.entered_by_name AS by FROM joint_override o
    WHERE o.county_id = ${countyId}::uuid AND o.task_id = ${taskId}::uuid ORDER BY o.entered_at, o.id`;
