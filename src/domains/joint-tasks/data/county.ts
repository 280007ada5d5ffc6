import "server-only";
import { countyHistoryOf } from "@/domains/history/data";
import { carriedOut } from "@/domains/supervision/data/carrying";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import { goesAlone, mayAnswer, mayDrop, mayJudge, mayMove, mayStart } from "../rules/parts";
import { lateBy, progressOf } from "../rules/progress";
import type { TaskInput, YearInput } from "../schema";
import { reportsOf } from "./merged";
import { overridesOf } from "./plan";
import { type Part, partsOfTask, partsWhere, partsWithTasks, taskById, tasksWhere } from "./rows";

const { sql } = Prisma;

/** A part as a bar of the year: when it is where, and how far. */
const barOf = (part: Part, today: string) => {
  const { id, townshipId, visitFrom, visitUntil, state, submittedOn, units, togetherWithId } = part;
  return {
    ...{ id, townshipId, visitFrom, visitUntil, state, submittedOn, units, togetherWithId },
    late: lateBy(part.facts, today),
  };
};

/** The county's tasks of a year with their parts: the list, the board and the tiles are made of it. */
export async function tasksOfYear(scope: CountyScope, input: YearInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const tasks = await tasksWhere(scope, sql`t.year = ${year}::int`);
  const parts = await partsWhere(scope, sql`p.year = ${year}::int`);
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT t.year FROM joint_task t WHERE t.county_id = ${scope.countyId}::uuid AND t.voided_at IS NULL`;
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    townships: townships.map(({ id, code, name }) => ({ id, code, name })),
    tasks: tasks.map(({ checklist, members, ...task }) => {
      const own = parts.filter(({ taskId }) => taskId === task.id);
      return {
        ...task,
        ...{ points: checklist.length, members: members.length },
        progress: progressOf(
          own.map(({ facts }) => facts),
          today,
        ),
        parts: own.map((part) => barOf(part, today)),
      };
    }),
  };
}

/** One task with its townships: who is how far, who is late, and what may be done of each. */
export async function taskView(scope: CountyScope, { id }: TaskInput) {
  const today = dayOf(scope.now);
  const task = await taskById(scope, id);
  const parts = await partsOfTask(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, task.year);
  const place = new Map(townships.map((one, index) => [one.id, { ...one, index }]));
  const companyIds = parts.flatMap(({ togetherWithId, mergeWithId }) =>
    [togetherWithId ?? mergeWithId ?? []].flat(),
  );
  const company =
    companyIds.length === 0 ? [] : await partsWithTasks(scope, sql`p.id = ANY (${companyIds}::uuid[])`);
  const nameOf = (partId: string | null): string | null =>
    company.find(({ part }) => part.id === partId)?.task.title ?? null;
  const { windowFrom: from } = task;
  const carried = await carriedOut(
    scope,
    parts.flatMap(({ activity }) => activity?.id ?? []),
  );
  const responses = new Map(carried.map((one) => [one.id, one.response]));
  return {
    ...{ today, task, overrides: await overridesOf(scope, id) },
    reportIssuedOn: (await reportsOf(scope, id))[0]?.issuedOn ?? null,
    timeline: await countyHistoryOf(scope, id),
    progress: progressOf(
      parts.map(({ facts }) => facts),
      today,
    ),
    parts: parts
      .map((part) => {
        const { facts, ...row } = part;
        const township = place.get(part.townshipId);
        return {
          ...row,
          ...{
            township: township?.code ?? "",
            townshipName: township?.name ?? "",
            late: lateBy(facts, today),
          },
          response: responses.get(part.activity?.id ?? "") ?? null,
          ...{ together: nameOf(part.togetherWithId), mergeWith: nameOf(part.mergeWithId) },
          may: {
            start: mayStart(facts, task.kind).allowed,
            answer: mayAnswer(facts).allowed,
            judge: mayJudge(facts, "accepted", null).allowed,
            move: mayMove(facts, { from, until: from }).allowed,
            merge: goesAlone(task.kind) === null && mayMove(facts, { from, until: from }).allowed,
            drop: mayDrop(facts).allowed,
          },
        };
      })
      .toSorted(
        (one, other) => (place.get(one.townshipId)?.index ?? 0) - (place.get(other.townshipId)?.index ?? 0),
      ),
  };
}
