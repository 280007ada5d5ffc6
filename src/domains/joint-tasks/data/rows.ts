import "server-only";
import { type Carrying, carryingOf } from "@/domains/supervision/data/carrying";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { Committee, TaskKind } from "../labels";
import { type PartFacts, partStateOf, type TaskState } from "../rules/progress";

const { sql } = Prisma;

export type Point = { code: string; text: string; article: string | null };
export type Member = { id: string | null; name: string; role: string | null };

export type Task = {
  id: string;
  year: number;
  title: string;
  kind: TaskKind;
  lawName: string | null;
  basis: string | null;
  committee: Committee;
  windowFrom: Day;
  windowUntil: Day;
  resultDueOn: Day;
  ask: string;
  members: Member[];
  checklist: Point[];
  checklistName: string | null;
  /** whom the deputies rate */
  bureaus: string[];
  planItem: string | null;
  state: TaskState;
  issuedOn: Day | null;
  issuedByName: string | null;
  recallReason: string | null;
  closedOn: Day | null;
  noReportWhy: string | null;
  version: number;
};

/** `t` is a task. */
export const taskColumns = sql`t.id, t.year, t.title, t.kind, t.law_name AS "lawName", t.basis, t.committee, t.window_from::text AS "windowFrom",
  t.window_until::text AS "windowUntil", t.result_due_on::text AS "resultDueOn", t.ask, t.members, t.checklist,
  t.checklist_name AS "checklistName", t.bureaus, t.plan_item AS "planItem", t.state, to_char(t.issued_at AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "issuedOn",
  t.issued_by_name AS "issuedByName", t.recall_reason AS "recallReason", t.closed_on::text AS "closedOn", t.no_report_why AS "noReportWhy", t.version`;

type Stored = Omit<PartFacts, "task" | "activityId"> & {
  id: string;
  version: number;
  taskId: string;
  townshipId: string;
  taskState: TaskState;
  visitFrom: Day;
  units: string[];
  shownOn: Day | null;
  proposedFrom: Day | null;
  proposedUntil: Day | null;
  proposedWhy: string | null;
  mergeWithId: string | null;
  agreed: boolean | null;
  answerWhy: string | null;
  togetherWithId: string | null;
  resultText: string | null;
  verdictOn: Day | null;
  verdictWhy: string | null;
  activity: Carrying | null;
};

/** Nothing carries it out, or no more: the activity was struck out. `p` is a part and `t` its task. */
export const uncarried = sql`(${carryingOf(sql`p`)} IS NULL AND t.kind <> 'rating')`;

/**
 * When its result was handed in. Of a result whose activity was struck out before the county judged it nothing is left: it is
 * owed again, whoever asks.
 */
export const handedIn = sql`(CASE WHEN p.verdict IS NOT NULL OR NOT ${uncarried} THEN p.submitted_on END)`;

/** An activity that was struck out carries nothing out any more. */
const partColumns = sql`p.id, p.version, p.task_id AS "taskId", p.township_id AS "townshipId", t.state AS "taskState", p.visit_from::text AS "visitFrom",
  p.visit_until::text AS "visitUntil", t.result_due_on::text AS "resultDueOn", p.units, p.shown_from IS NOT NULL AS shown,
  to_char(p.shown_from AT TIME ZONE interval '8 hours', 'YYYY-MM-DD') AS "shownOn", p.accepted_on::text AS "acceptedOn",
  p.proposed_on::text AS "proposedOn", p.proposed_from::text AS "proposedFrom", p.proposed_until::text AS "proposedUntil",
  p.proposed_why AS "proposedWhy", p.merge_with_id AS "mergeWithId", p.answered_on::text AS "answeredOn", p.agreed, p.answer_why AS "answerWhy",
  p.together_with_id AS "togetherWithId", ${handedIn}::text AS "submittedOn", p.result_text AS "resultText", p.verdict,
  p.verdict_on::text AS "verdictOn", p.verdict_why AS "verdictWhy", ${carryingOf(sql`p`)} AS activity`;

const livingParts = (countyId: string, which: Prisma.Sql): Prisma.Sql => sql`
  FROM joint_part p JOIN joint_task t ON t.county_id = p.county_id AND t.id = p.task_id
  WHERE p.county_id = ${countyId}::uuid AND p.voided_at IS NULL AND t.voided_at IS NULL AND ${which}
  ORDER BY p.visit_from, p.id LIMIT 20000`;

const told = ({ taskState, ...row }: Stored) => {
  const facts: PartFacts = { ...row, task: taskState, activityId: row.activity?.id ?? null };
  return { ...row, task: taskState, facts, state: partStateOf(facts) };
};
export type Part = ReturnType<typeof told>;

type Reader = { tx: Rows; countyId: string };

/** Living parts that meet a condition on `p` and `t`, each with its state; by the township's order and the visit's day. */
export async function partsWhere({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Part[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT ${partColumns} ${livingParts(countyId, which)}`;
  return rows.map(told);
}

/** The same, each with its task. */
export async function partsWithTasks(
  { tx, countyId }: Reader,
  which: Prisma.Sql,
): Promise<{ part: Part; task: Task }[]> {
  const rows = await tx.$queryRaw<(Stored & { ofTask: Task })[]>`
    SELECT ${partColumns}, (SELECT to_jsonb(k) FROM (SELECT ${taskColumns}) k) AS "ofTask" ${livingParts(countyId, which)}`;
  return rows.map(({ ofTask, ...row }) => ({ part: told(row), task: ofTask }));
}

export async function tasksWhere({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Task[]> {
  return tx.$queryRaw<Task[]>`
    SELECT ${taskColumns} FROM joint_task t
    WHERE t.county_id = ${countyId}::uuid AND t.voided_at IS NULL AND ${which} ORDER BY t.window_from, t.id LIMIT 1000`;
}

export async function taskById(scope: Reader, id: string): Promise<Task> {
  const [task] = await tasksWhere(scope, sql`t.id = ${id}::uuid`);
  if (task === undefined) throw notFound();
  return task;
}

async function partBy(scope: Reader, which: Prisma.Sql): Promise<{ part: Part; task: Task }> {
  const [found] = await partsWithTasks(scope, which);
  if (found === undefined) throw notFound();
  return found;
}

/** One of the county's parts, hidden or not, with its task. */
export const partById = (scope: CountyScope, id: string) => partBy(scope, sql`p.id = ${id}::uuid`);

/** One of the county's parts as far as it still stands; null where it was dropped, or its task struck out. */
export const livingPart = async (scope: CountyScope, id: string): Promise<Part | null> =>
  (await partsWhere(scope, sql`p.id = ${id}::uuid`))[0] ?? null;

/** What a township may know of: the database gives it no other; the county, which reads its pages too, sees no other there. */
export const shownTo = ({ townshipId }: Pick<TownshipReader, "townshipId">): Prisma.Sql =>
  sql`p.township_id = ${townshipId}::uuid AND p.shown_from IS NOT NULL`;

/** One of a township's parts. */
export const ownPartById = (scope: TownshipReader, id: string) =>
  partBy(scope, sql`${shownTo(scope)} AND p.id = ${id}::uuid`);

export const partsOfTask = (scope: Reader, taskId: string): Promise<Part[]> =>
  partsWhere(scope, sql`p.task_id = ${taskId}::uuid`);
