import { randomUUID } from "node:crypto";
import { countyStaff } from "@/domains/accounts/data";
import * as parts from "@/domains/joint-tasks/commands/parts";
import { nameBureaus } from "@/domains/joint-tasks/commands/ratings";
import { issueReport, saveReport } from "@/domains/joint-tasks/commands/reports";
import * as tasks from "@/domains/joint-tasks/commands/tasks";
import { mergedOf } from "@/domains/joint-tasks/data/merged";
import { partsOfTask, type Part, type Task, taskById } from "@/domains/joint-tasks/data/rows";
import { draftInput } from "@/domains/joint-tasks/schema";
import { addDays, type Day, daysBetween, utcOf, yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { OpenedCounty } from "./counties";
import { asOn } from "./cycle";
import { enterAround, writeReport } from "./joint-around";
import { accept, carried, castBallots, handIn, propose } from "./joint-acts";
import { demoBureaus, type DemoTask, demoTasks, type Fate } from "./joint-tasks";
import type { DemoTownship } from "./places";
import { within } from "./steps";

const key = () => ({ idempotencyKey: randomUUID() });
type Days = { issued: Day; from: Day; until: Day; due: Day };

/** A share of the year as a day of it that is no Saturday or Sunday. */
function dayAt(asOf: Day, share: number): Day {
  const year = yearOf(asOf);
  const first = `${year}-01-01`;
  const gone = daysBetween(first, asOf);
  const left = daysBetween(asOf, `${year}-12-31`);
  const day =
    share <= 1 ? addDays(first, Math.round(gone * share)) : addDays(asOf, Math.round(left * (share - 1)));
  const weekday = utcOf(day).getUTCDay();
  if (weekday === 6) return addDays(day, -1);
  return weekday === 0 ? addDays(day, -2) : day;
}

function daysOf(asOf: Day, { days: [from, until, due] }: DemoTask): Days {
  const start = dayAt(asOf, from);
  const issued = addDays(start, -12);
  return {
    issued: issued < asOf ? issued : asOf,
    from: start,
    until: dayAt(asOf, until),
    due: dayAt(asOf, due),
  };
}

const fateOf = ({ fates }: DemoTask, nth: number): Fate => fates[nth % fates.length] ?? "waiting";
/** Visits are spread over the window; those that were made lie behind, those of a draft are a working day apart. */
const visitOf = ({ from, until }: Days, asOf: Day, nth: number): Day => {
  if (from > asOf) {
    const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
    const working = days.filter((day) => utcOf(day).getUTCDay() % 6 !== 0);
    return working[nth % working.length] ?? from;
  }
  const last = until < asOf ? until : addDays(asOf, -5);
  const room = Math.max(1, daysBetween(from, last));
  const day = addDays(from, (nth * 3) % room);
  return utcOf(day).getUTCDay() % 6 === 0 ? from : day;
};

/** By its title, as long as nobody struck it out; then it is not made again. */
async function made(scope: CountyScope, year: number, title: string): Promise<Task | "struck" | null> {
  const where = { countyId: scope.countyId, year, title };
  const task = await scope.tx.jointTask.findFirst({
    where: { ...where, voidedAt: null },
    select: { id: true },
  });
  if (task !== null) return taskById(scope, task.id);
  return (await scope.tx.jointTask.count({ where })) > 0 ? "struck" : null;
}

async function drafted(opened: OpenedCounty, task: DemoTask, days: Days): Promise<void> {
  const { title, kind, lawName, committee, checklist, unit, state } = task;
  const { issued, from: windowFrom, until: windowUntil, due: resultDueOn } = days;
  const input = draftInput.parse({
    ...{ ...key(), title, kind, lawName, committee, checklist, windowFrom, windowUntil, resultDueOn },
    ...{ basis: "县人大常委会年度监督计划", planItem: title },
    ask:
      kind === "rating"
        ? "组织代表对县直部门评议，汇总票数上报。"
        : "每个乡镇实地查看三处，列出问题清单，交成果。",
    parts: opened.county.townships.flatMap(({ code }, nth) => {
      const here = task.among?.find((one) => one.nth === nth);
      if (task.among !== undefined && here === undefined) return [];
      const day = visitOf(days, opened.asOf, nth + (task.later ?? 0));
      const townshipId = opened.townshipIds.get(code) ?? "";
      const units = here?.units ?? (unit === "" ? [] : [unit]);
      return [{ townshipId, from: day, until: day, units: [...units] }];
    }),
  });
  await asOn(opened, issued, async (scope) => {
    // Somebody of the county's office goes along with what is still being planned, and cannot be in two places.
    const along = state === "draft" ? (await countyStaff(scope.tx)).filter(({ active }) => active) : [];
    const members = along.slice(0, 1).map(({ id, name }) => ({ id, name, role: "常委会办公室" }));
    return tasks.draftTask(scope, { ...input, members });
  });
  if (state === "draft") return;
  await asOn(opened, issued, async (scope) => {
    const { id, version } = (await made(scope, yearOf(issued), title)) as Task;
    if (kind === "rating") await nameBureaus(scope, { ...key(), id, version, bureaus: [...demoBureaus] });
    const acceptWhy = "全县统一安排，已与各乡镇商定日期";
    await tasks.issueTask(scope, {
      ...key(),
      id,
      version: kind === "rating" ? version + 1 : version,
      acceptWhy,
    });
  });
}

type Held = { opened: OpenedCounty; task: DemoTask; days: Days; town: DemoTownship; nth: number };

/** What the township does of it, in one transaction. */
async function carry({ opened, task, days, town, nth }: Held, actor: Actor, part: Part): Promise<void> {
  const fate = fateOf(task, nth);
  const { id, visitFrom } = part;
  if (fate === "waiting" || fate === "hidden") return;
  const { asOf } = opened;
  await within({ opened, town, actor }, async (scope) => {
    const desk = { scope, town, asOf };
    if (fate === "proposed") return propose(desk, id, addDays(days.issued, 3), days.until);
    await accept(desk, id, addDays(days.issued, 2));
    if (fate === "accepted") return;
    if (task.kind === "rating") await castBallots(desk, id, visitFrom);
    else await carried(desk, id, { task, day: visitFrom, nth });
    if (fate === "underway") return;
    const slack = fate === "usual" && town.habits.late > 0.3;
    const inTime = days.due < asOf ? days.due : asOf;
    await handIn(
      desk,
      id,
      slack ? addDays(days.due, 9) : addDays(inTime, fate === "again" ? -4 : -1),
      "已按要求开展，情况见活动报告和问题清单。",
    );
  });
}

/** The county's verdict on what was handed in; what it returned once is handed in again. */
async function judge({ opened, task, days, town, nth }: Held, actor: Actor, part: Part): Promise<void> {
  const fate = fateOf(task, nth);
  const { id, submittedOn } = part;
  if (submittedOn === null || fate === "submitted") return;
  const verdict = (version: number, accepted: boolean, on: Day) =>
    asOn(opened, on, (scope) =>
      parts.judgePart(scope, {
        ...{ ...key(), id, version, verdict: accepted ? "accepted" : "returned" },
        why: accepted ? null : "请补充问题清单里每个问题的地点。",
      }),
    );
  if (part.state === "submitted")
    await verdict(part.version, fate === "usual", fate === "usual" ? addDays(submittedOn, 3) : submittedOn);
  if (fate !== "again") return;
  const again = addDays(submittedOn, 2) < days.due ? addDays(submittedOn, 2) : days.due;
  await within({ opened, town, actor }, (scope) =>
    handIn({ scope, town, asOf: opened.asOf }, id, again, "已补充地点和照片。"),
  );
  await verdict(part.version + 2, true, addDays(again, 2));
}

/** The merged report as the figures give it, issued. */
async function reported(scope: CountyScope, id: string): Promise<void> {
  const { sections, version } = await mergedOf(scope, id);
  const texts = sections.map(({ code, text }) => ({ code, text }));
  await saveReport(scope, { ...key(), id, version, sections: texts });
  await issueReport(scope, { ...key(), id, version: version + 1 });
}

/** The end of a task as a whole. */
async function finish(opened: OpenedCounty, task: Task, demo: DemoTask, { until, due }: Days): Promise<void> {
  const { id } = task;
  const { state } = demo;
  const act = (version: number) => ({ ...key(), id, version });
  if (state === "recalled")
    await asOn(opened, until, (scope) =>
      tasks.recallTask(scope, {
        ...act(task.version),
        reason: "台风来得早，各乡镇集中防台，督查改由县防指统一进行。",
      }),
    );
  if (state !== "reporting" && state !== "closed") return;
  await asOn(opened, addDays(due, 12), (scope) => tasks.reportTask(scope, act(task.version)));
  if (state === "reporting" && demo.kind !== "rating")
    await asOn(opened, addDays(due, 14), (scope) => writeReport(scope, id));
  if (state !== "closed") return;
  if (demo.kind !== "rating") await asOn(opened, addDays(due, 25), (scope) => reported(scope, id));
  const closing = { ...act(task.version + 1), noReportWhy: null };
  await asOn(opened, addDays(due, 30), (scope) => tasks.closeTask(scope, closing));
}

async function enterTask(
  opened: OpenedCounty,
  demo: DemoTask,
  actorOf: (login: string) => Promise<Actor>,
): Promise<void> {
  const days = daysOf(opened.asOf, demo);
  const find = () => asOn(opened, opened.asOf, (scope) => made(scope, yearOf(days.from), demo.title));
  if ((await find()) === null) await drafted(opened, demo, days);
  const task = await find();
  if (task === null || task === "struck" || task.state !== "issued") return;
  const each = async (act: (held: Held, actor: Actor, part: Part) => Promise<void>) => {
    const held = await asOn(opened, opened.asOf, (scope) => partsOfTask(scope, task.id));
    for (const [nth, town] of opened.county.townships.entries()) {
      const part = held.find(({ townshipId }) => townshipId === opened.townshipIds.get(town.code));
      if (part !== undefined)
        await act({ opened, task: demo, days, town, nth }, await actorOf(town.login), part);
    }
  };
  if (demo.kind === "unannouncedVisit")
    await each(async ({ nth }, _, { id, version, state, visitFrom }) => {
      if (state !== "hidden" || fateOf(demo, nth) === "hidden") return;
      await asOn(opened, visitFrom, (scope) => parts.startVisit(scope, { ...key(), id, version }));
    });
  await each(async (held, actor, part) => (part.state === "waiting" ? carry(held, actor, part) : undefined));
  await each(judge);
  await finish(opened, task, demo, days);
}

/** The running year's eight joint tasks; a year too young for them has none yet. */
export async function enterJoint(
  opened: OpenedCounty,
  actorOf: (login: string) => Promise<Actor>,
  tell: (what: string) => void,
): Promise<void> {
  const { asOf } = opened;
  if (daysBetween(`${yearOf(asOf)}-01-01`, asOf) < 120 || daysBetween(asOf, `${yearOf(asOf)}-12-31`) < 15)
    return;
  tell(`${yearOf(asOf)} 年联动任务`);
  for (const demo of demoTasks) await enterTask(opened, demo, actorOf);
  await enterAround(opened, actorOf);
}
