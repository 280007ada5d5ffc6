import "server-only";
import { recordReads, type Stored } from "@/domains/records/data/reads";
import { sessionHeldOn } from "@/domains/sessions/data/names";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import { type LawChoice, termOf } from "@/domains/tenancy/rules/law";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { differingLines } from "@/server/audit/difference";
import { Prisma } from "@/server/db/generated/client";
import { dateOrNull, dayOrNull, newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { resolution } from "./record";
import type { SetTasksInput } from "./schema";

const sql = Prisma.sql;
const r = sql`r`;

export type Task = {
  id: string;
  content: string;
  responsible: string | null;
  dueOn: Day | null;
  doneOn: Day | null;
};

/** The tasks of resolution `r`, with `t` of each. */
const tasksOf = (r: Prisma.Sql) => sql`FROM resolution_task t
  WHERE t.county_id = ${r}.county_id AND t.township_id = ${r}.township_id AND t.resolution_id = ${r}.id`;

/** How many tasks resolution `r` has, and how many of them are done. */
export const taskCounts = (of: Prisma.Sql) =>
  sql`(SELECT count(*)::int AS tasks, count(t.done_on)::int AS done ${tasksOf(of)})`;

const tasks = sql`(SELECT coalesce(json_agg(json_build_object('id', t.id, 'content', t.content, 'responsible', t.responsible,
  'dueOn', t.due_on, 'doneOn', t.done_on) ORDER BY t.place), '[]') ${tasksOf(r)})`;

type Read = Stored<typeof resolution> & {
  meeting: { id: string; name: string } | null;
  law: LawChoice;
  tasks: Task[];
};

const detailOf = ({ facts, meeting, law, tasks: lines }: Read, { now }: TownshipReader) => ({
  meeting,
  tasks: lines,
  term: termOf(law, "resolution.filingDays", {
    on: facts.occurredOn,
    from: facts.occurredOn,
    doneOn: facts.filedOn,
  }),
  today: dayOf(now),
});
export type ResolutionDetail = ReturnType<typeof detailOf>;
export type TasksDone = { tasks: number; done: number };

export const resolutionReads = recordReads<typeof resolution, TasksDone, ResolutionDetail>(resolution, {
  list: {
    join: () => sql`CROSS JOIN LATERAL ${taskCounts(r)} n`,
    select: sql`, n.tasks, n.done`,
    where: { filing: (code) => sql`(r.filed_on IS NOT NULL) = ${code === "filed"}::boolean` },
  },
  sheet: [
    { column: { header: "任务（项）", width: 10, kind: "number" }, cell: (row) => row.tasks },
    { column: { header: "已完成（项）", width: 10, kind: "number" }, cell: (row) => row.done },
  ],
  detail: {
    select: () => sql`, ${sessionHeldOn(r)} AS meeting, ${lawChoiceOfRow(r)} AS law, ${tasks} AS tasks`,
    tell: detailOf,
  },
});

/** What is left to do of a resolution. */
export async function openTasks(scope: TownshipScope, resolutionId: string): Promise<string[]> {
  const rows = await scope.tx.resolutionTask.findMany({
    where: { ...tenantOf(scope), resolutionId, doneOn: null },
    orderBy: { place: "asc" },
    select: { content: true },
  });
  return rows.map(({ content }) => content);
}

/** The days on which tasks of a resolution were finished, in order. */
export async function tasksDone(scope: TownshipScope, resolutionId: string): Promise<Day[]> {
  const rows = await scope.tx.resolutionTask.findMany({
    where: { ...tenantOf(scope), resolutionId, doneOn: { not: null } },
    orderBy: { doneOn: "asc" },
    select: { doneOn: true },
  });
  return rows.flatMap(({ doneOn }) => dayOrNull(doneOn) ?? []);
}

type Told = Omit<Task, "id">;

/** As a line of the history is read: 修路（城建办，期限 2026-06-30，2026-06-20 完成） */
function lineOf({ content, responsible, dueOn, doneOn }: Told): { title: string } {
  const due = dueOn === null ? null : `期限 ${dueOn}`;
  const done = doneOn === null ? null : `${doneOn} 完成`;
  const said = [responsible, due, done].filter((part) => part !== null);
  return { title: said.length === 0 ? content : `${content}（${said.join("，")}）` };
}

/** The tasks set to exactly these, in their order; one that stays keeps when its completion was written down. */
export async function replaceTasks(
  scope: TownshipScope,
  resolutionId: string,
  lines: SetTasksInput["tasks"],
) {
  const where = { ...tenantOf(scope), resolutionId };
  const before = await scope.tx.resolutionTask.findMany({ where, orderBy: { place: "asc" } });
  await scope.tx.resolutionTask.deleteMany({ where });
  const today = utcOf(dayOf(scope.now));
  await scope.tx.resolutionTask.createMany({
    data: lines.map(({ id, content, responsible, ...days }, place) => {
      const was = before.find((line) => line.id === id);
      const [dueOn, doneOn] = [dateOrNull(days.dueOn), dateOrNull(days.doneOn)];
      const told = was?.doneEnteredOn ?? today;
      const kept = doneOn !== null && (doneOn <= told || was?.doneOn?.getTime() === doneOn.getTime());
      const doneEnteredOn = doneOn === null ? null : kept ? told : today;
      const line = { ...newLine(scope), ...(was === undefined ? {} : { id: was.id }) };
      return { ...line, resolutionId, place, content, responsible, dueOn, doneOn, doneEnteredOn };
    }),
  });
  const stood = before.map(({ dueOn, doneOn, ...line }) =>
    lineOf({ ...line, dueOn: dayOrNull(dueOn), doneOn: dayOrNull(doneOn) }),
  );
  return differingLines(stood, lines.map(lineOf));
}
