import "server-only";
import { historyOf } from "@/domains/history/data";
import { livingOf } from "@/domains/records/data/reads";
import { namedUnits } from "@/domains/suggestions/data/unit-names";
import { activitiesAbout } from "@/domains/supervision/data/carrying";
import { activity } from "@/domains/supervision/record";
import { dayOf, yearOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { lateBy } from "../rules/progress";
import { isOpen, mayAccept, mayAskMerge, mayCarryOut, mayPropose, maySubmit } from "../rules/parts";
import type { OwnInput, PartInput } from "../schema";
import { type Part, partsWithTasks, shownTo, type Task } from "./rows";

const { sql } = Prisma;

const brief = ({ id, title, kind, committee, lawName, resultDueOn, windowFrom, windowUntil }: Task) => ({
  ...{ id, title, kind, committee, lawName, resultDueOn, windowFrom, windowUntil },
});

const shown = (scope: TownshipReader, which: Prisma.Sql) =>
  partsWithTasks(scope, sql`${shownTo(scope)} AND ${which}`);

/** A township's tasks of a year, what waits for it first. */
export async function ownTasks(scope: TownshipReader, input: OwnInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const rows = await shown(scope, sql`p.year = ${year}::int`);
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT p.year FROM joint_part p WHERE ${own(scope, sql`p`)} AND p.shown_from IS NOT NULL`;
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    rows: rows.map(({ part, task }) => ({
      ...{ id: part.id, state: part.state, visitFrom: part.visitFrom, visitUntil: part.visitUntil },
      ...{ submittedOn: part.submittedOn, late: lateBy(part.facts, today), task: brief(task) },
    })),
  };
}

/** A part is entered by being issued: that is an act of its own. */
const entryOf = ({ visitFrom }: Part) => ({
  ...{ occurredOn: visitFrom, enteredAt: visitFrom, enteredByName: "", source: "form", sourceNote: null },
});

/** What is asked of a township, how far it is, and what it may do now. */
export async function ownPart(scope: TownshipReader, { id }: PartInput) {
  const asked = sql`SELECT k.year FROM joint_part k WHERE ${own(scope, sql`k`)} AND k.id = ${id}::uuid`;
  const year = await shown(scope, sql`p.year = (${asked})`);
  const one = year.find((row) => row.part.id === id);
  if (one === undefined) throw notFound();
  const { part, task } = one;
  const today = dayOf(scope.now);
  const { visitFrom: from, visitUntil: until, facts } = part;
  const others = year
    .filter(({ part: other }) => other.id !== id)
    .filter(
      ({ part: other, task: of }) =>
        mayAskMerge(facts, other.facts, { sameOne: false, kinds: [task.kind, of.kind] }).allowed,
    )
    .map(({ part: other, task: of }) => ({ id: other.id, name: `${of.title}（${other.visitFrom}）` }));
  const together = year.find((row) => row.part.id === part.togetherWithId);
  return {
    today,
    task: { ...brief(task), ...{ ask: task.ask, basis: task.basis, year: task.year } },
    members: task.members.map(({ name, role }) => ({ name, role })),
    checklist: { name: task.checklistName, points: task.checklist },
    part: { ...part, late: lateBy(facts, today) },
    together: together === undefined ? null : { id: together.part.id, title: together.task.title },
    others,
    activities: await activitiesAbout(scope, from, task.year),
    timeline: await historyOf(scope, id, entryOf(part)),
    may: {
      accept: mayAccept(facts),
      check: isOpen(facts),
      propose: mayPropose(facts, { from: today, until: today }, today),
      carryOut: mayCarryOut(facts, task.kind, task.year, from > until ? until : from),
      submit: maySubmit(facts, task.kind, part.activity),
    },
  };
}

/** The township's own units that the county named, by their names; what it does not know stays a name. */
export async function unitsCalled(scope: TownshipScope, names: readonly string[]): Promise<string[]> {
  const units = names.length === 0 ? [] : await namedUnits(scope);
  return units.flatMap(({ id, name, shortName }) =>
    names.includes(name) || names.includes(shortName ?? "") ? [id] : [],
  );
}

/** The township's own activity, for a task that it has already carried out. */
export async function activityNamed(scope: TownshipScope, id: string) {
  const { facts, state } = await livingOf<typeof activity, { state: string }>(
    activity,
    scope,
    id,
    sql`, r.state`,
  );
  return { occurredOn: facts.occurredOn, state };
}
