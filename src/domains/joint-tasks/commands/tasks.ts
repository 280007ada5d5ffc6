import "server-only";
import { addressed, townshipNames } from "@/domains/tenancy/data";
import { mayBeAddressed } from "@/domains/tenancy/rules/townships";
import { workingCalendarOf } from "@/domains/workdays/data";
import { isDayOff } from "@/domains/workdays/rules";
import { addDays, type Day, dayOf, utcOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import type { CountyScope } from "@/server/db/scope";
import { checklistNamed } from "../data/set-up";
import { reportsOf } from "../data/merged";
import { conflictsOfTask, keepOverride } from "../data/plan";
import { partsOfTask, type Part, type Task, taskById } from "../data/rows";
import { addParts, changeTask, columnsOf, keepTask, replaceParts, showParts } from "../data/writes";
import { taskKindLabels } from "../labels";
import {
  mayBeTask,
  mayClose,
  mayDiscard,
  mayEdit,
  mayIssue,
  mayIssueDespite,
  mayRecall,
  mayReport,
} from "../rules/tasks";
import type {
  CloseInput,
  DraftInput,
  EditInput,
  IssueInput,
  TaskChangeInput,
  TaskReasonInput,
} from "../schema";
import { acceptedDespite } from "./despite";
import { tellCounty, tellTownships } from "./tell";

export const titleOf = ({ kind, title }: Pick<Task, "kind" | "title">): string =>
  `${taskKindLabels[kind]}「${title}」`;

const daysOf = (from: Day, until: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= until && days.length < 400; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Each township still exists on the days it is asked for. */
async function mayBeVisited(scope: CountyScope, parts: readonly { townshipId: string; until: Day }[]) {
  const townships = await addressed(
    scope,
    parts.map(({ townshipId }) => townshipId),
  );
  for (const { townshipId, until } of parts)
    obey(
      mayBeAddressed(
        townships.filter(({ id }) => id === townshipId),
        until,
      ),
    );
}

/** What a form says of a task, checked, with the names of its townships. */
async function weighed(scope: CountyScope, input: Omit<DraftInput, "idempotencyKey">) {
  const names = await townshipNames(scope);
  const parts = input.parts.map((part) => {
    const township = names.get(part.townshipId);
    // A township of another county is none of these.
    if (township === undefined) throw notFound();
    return { ...part, township };
  });
  const calendar = await workingCalendarOf(scope);
  const { windowFrom, windowUntil } = input;
  obey(mayBeTask({ ...input, parts }, (day) => !isDayOff(calendar, day), daysOf(windowFrom, windowUntil)));
  await mayBeVisited(scope, input.parts);
  return parts;
}

const toldOf = (said: Omit<DraftInput, "idempotencyKey">) => {
  const { title, kind, lawName, basis, committee, windowFrom, windowUntil } = said;
  const { resultDueOn, ask, members, planItem } = said;
  return {
    ...{ title, kind, lawName, basis, committee, windowFrom, windowUntil },
    ...{ resultDueOn, ask, members, planItem },
  };
};

/** A task in preparation: no township knows of it [R87]. */
export async function draftTask(scope: CountyScope, input: DraftInput) {
  const { idempotencyKey: _, ...said } = input;
  const parts = await weighed(scope, said);
  const year = yearOf(input.windowFrom);
  const id = await keepTask(scope, {
    ...toldOf(said),
    year,
    ...(await checklistNamed(scope, input.checklist)),
  });
  await addParts(scope, { id, year }, parts);
  await tellCounty(
    scope,
    { id },
    {
      action: "jointTasks.draft",
      summary: `拟定联动${titleOf(input)}，${parts.length} 个乡镇`,
      detail: difference(null, toldOf(said)),
    },
  );
  return { id };
}

const placeOf = ({ townshipId, from, until, units }: DraftInput["parts"][number]): string =>
  JSON.stringify([townshipId, from, until, units]);
const placeOfPart = ({ townshipId, visitFrom, visitUntil, units }: Part): string =>
  placeOf({ townshipId, from: visitFrom, until: visitUntil, units });

/** What speaks against an issued task, each by what it is about: a new title is no new conflict. A draft is checked when it is issued. */
async function against(scope: CountyScope, task: Task): Promise<Map<string, string>> {
  const found = task.state === "issued" ? await conflictsOfTask(scope, task) : [];
  return new Map(
    found.map(({ kind, visit, other, sentence }) => [`${kind} ${visit} ${other ?? ""}`, sentence]),
  );
}

/** A draft is changed as a whole; of an issued task what townships were told stays. */
export async function editTask(scope: CountyScope, input: EditInput) {
  const { id, version, acceptWhy, idempotencyKey: _, ...said } = input;
  const task = await taskById(scope, id);
  const before = await partsOfTask(scope, id);
  const stood = await against(scope, task);
  const draft = task.state === "draft";
  const samePlaces = before.map(placeOfPart).toSorted().join() === said.parts.map(placeOf).toSorted().join();
  obey(mayEdit(task.state, task, said, samePlaces));
  const parts = await weighed(scope, draft ? said : { ...said, parts: [] });
  const points = draft ? await checklistNamed(scope, said.checklist, task) : task;
  const { checklist, checklistName } = points;
  const year = yearOf(said.windowFrom);
  await changeTask(
    scope,
    { id, version },
    columnsOf({ ...toldOf(said), year, checklist: [...checklist], checklistName }),
  );
  if (draft && !samePlaces) await replaceParts(scope, { id, year }, parts);
  const fresh = [...(await against(scope, task))].flatMap(([key, found]) => (stood.has(key) ? [] : found));
  await acceptedDespite(scope, { id, title: titleOf(said), before: [], after: fresh }, acceptWhy);
  const detail = difference(task, toldOf(said));
  const summary = `修改联动${titleOf(said)}`;
  await tellCounty(scope, task, { action: "jointTasks.edit", summary, detail });
  await tellTownships(scope, before, { action: "jointTasks.edit", summary: `县人大${summary}`, detail });
  return { id };
}

export async function discardTask(scope: CountyScope, { id, version, reason }: TaskReasonInput) {
  const task = await taskById(scope, id);
  obey(mayDiscard(task.state));
  await changeTask(scope, { id, version }, { voidedAt: scope.now, voidReason: reason });
  const summary = `删去联动${titleOf(task)}的草稿：${reason}`;
  await tellCounty(scope, task, { action: "jointTasks.discard", summary });
  return { id };
}

/** What speaks against the days is accepted with a reason, which the county keeps and no township reads. */
async function acceptConflicts(scope: CountyScope, task: Task, why: string | null): Promise<void> {
  const conflicts = (await conflictsOfTask(scope, task)).map(({ sentence }) => sentence);
  obey(mayIssueDespite(conflicts, why));
  if (conflicts.length === 0 || why === null) return;
  await keepOverride(scope, { taskId: task.id, conflicts, why });
  const summary = `联动${titleOf(task)}有 ${conflicts.length} 处日程冲突，仍要下发：${why}`;
  await tellCounty(scope, task, {
    ...{ action: "jointTasks.acceptConflicts", summary, detail: { conflicts, reason: why } },
  });
}

/** The townships are told; of an unannounced visit each is told when it begins there. */
export async function issueTask(scope: CountyScope, { id, version, acceptWhy }: IssueInput) {
  const task = await taskById(scope, id);
  const parts = await partsOfTask(scope, id);
  obey(mayIssue(task.state, task, parts.length, dayOf(scope.now)));
  await mayBeVisited(
    scope,
    parts.map(({ townshipId, visitUntil: until }) => ({ townshipId, until })),
  );
  await acceptConflicts(scope, task, acceptWhy);
  const issued = { state: "issued", issuedAt: scope.now, issuedByName: scope.actor.name };
  await changeTask(scope, { id, version }, issued);
  const hidden = task.kind === "unannouncedVisit";
  const told = {
    action: "jointTasks.issue",
    detail: difference(task, { state: "issued" }),
    summary: `下发联动${titleOf(task)}，${parts.length} 个乡镇${hidden ? "，开始时才告诉乡镇" : ""}`,
  };
  await tellCounty(scope, task, told);
  if (hidden) return { id };
  await showParts(scope, id);
  await tellTownships(
    scope,
    parts.map((part) => ({ ...part, shown: true })),
    { ...told, summary: `县人大下发联动${titleOf(task)}，成果期限 ${task.resultDueOn}` },
  );
  return { id };
}

/** Called off: what was handed in stays with the record. */
export async function recallTask(scope: CountyScope, { id, version, reason }: TaskReasonInput) {
  const task = await taskById(scope, id);
  obey(mayRecall(task.state));
  await changeTask(scope, { id, version }, { state: "recalled", recallReason: reason });
  const told = {
    action: "jointTasks.recall",
    summary: `撤回联动${titleOf(task)}：${reason}`,
    detail: { ...difference(task, { state: "recalled" }), reason },
  };
  await tellCounty(scope, task, told);
  await tellTownships(scope, await partsOfTask(scope, id), told);
  return { id };
}

/** A task goes on: told in the county's history and in each township's. */
async function step(
  scope: CountyScope,
  { id, version }: TaskChangeInput,
  { task, parts, action, state, word, facts }: Step,
) {
  await changeTask(scope, { id, version }, { state, ...(facts ?? {}) });
  const told = { action, summary: `${word}联动${titleOf(task)}`, detail: difference(task, { state }) };
  await tellCounty(scope, task, told);
  await tellTownships(scope, parts, told);
  return { id };
}

type Step = {
  task: Task;
  parts: readonly Part[];
  action: string;
  state: "reporting" | "closed";
  word: string;
  facts?: { closedOn: Date; noReportWhy: string | null };
};

/** The results are merged into one report from here on. */
export async function reportTask(scope: CountyScope, input: TaskChangeInput) {
  const task = await taskById(scope, input.id);
  const parts = await partsOfTask(scope, input.id);
  obey(mayReport(task.state, parts.filter(({ state }) => state === "done").length));
  return step(scope, input, {
    ...{ task, parts, action: "jointTasks.report", state: "reporting", word: "开始汇总" },
  });
}

/** Done with, once its report was issued, or somebody says why there is none. */
export async function closeTask(scope: CountyScope, { noReportWhy, ...input }: CloseInput) {
  const task = await taskById(scope, input.id);
  const parts = await partsOfTask(scope, input.id);
  const [report] = await reportsOf(scope, input.id);
  const reported = (report?.issuedOn ?? null) !== null;
  const states = parts.map(({ state }) => state);
  obey(mayClose(task.state, { states, rating: task.kind === "rating", reported, why: noReportWhy }));
  const why = reported ? null : noReportWhy;
  return step(scope, input, {
    ...{ task, parts, action: "jointTasks.close", state: "closed" },
    word: why === null ? "办结" : `不出汇总报告（${why}），办结`,
    facts: { closedOn: utcOf(dayOf(scope.now)), noReportWhy: why },
  });
}
