import "server-only";
import { dueOf, faceOf } from "@/domains/registry";
import { stagesUntil } from "@/domains/suggestions/data/funnel";
import { suggestionsSaid } from "@/domains/suggestions/rules/funnel";
import { findingsBetween } from "@/domains/supervision/data/found";
import { townshipNames } from "@/domains/tenancy/data";
import { uses, waiting } from "@/domains/uses";
import { addDays, type Day, dayOf, yearOf } from "@/lib/dates";
import type { Paper } from "@/lib/papers";
import { yearsUntil } from "@/lib/years";
import { type Group, groupOf, groups } from "@/lib/records/groups";
import type { TownshipReader } from "@/server/db/scope";
import { summaryPaper } from "../papers/summary";
import { partLabels } from "../labels";
import { type Deeds, findingsSaid, periodInText, periodOf, restSaid } from "../rules/summary";
import type { SummaryInput } from "../schema";
import { deedsBetween } from "./deeds";

/** How much is planned next is told at most. */
const mostPlanned = 30;

async function nameOf(scope: TownshipReader): Promise<string> {
  const name = (await townshipNames(scope)).get(scope.townshipId);
  if (name === undefined) throw new Error("a township's scope is of a township there is");
  return name;
}

/** What is late today, by what is missing. */
async function lateToday(scope: TownshipReader, today: Day): Promise<string[]> {
  const rows = await scope.tx.$queryRaw<{ kind: string; count: number }[]>`
    SELECT kind, count(*)::int AS count FROM ${await waiting(scope)} w WHERE due_on < ${today}::date GROUP BY kind ORDER BY count(*) DESC, kind`;
  return rows.map(({ kind, count }) => `${dueOf(kind).what}：逾期 ${count} 件。`);
}

/** What the year's plan has after the period and nobody has done yet. */
async function plannedNext(scope: TownshipReader, after: Day) {
  const from = addDays(after, 1);
  const branch = uses
    .find(({ type }) => type === "planItem")
    ?.calendar?.(scope, from, `${yearOf(from)}-12-31`);
  if (branch === undefined) throw new Error("the plan stands in the calendar");
  return scope.tx.$queryRaw<{ id: string; title: string }[]>`
    SELECT p.id, p.title FROM (${branch}) p ORDER BY p.from_on, p.id LIMIT ${mostPlanned}`;
}

const under = (group: Group, deeds: readonly Deeds[]): Deeds[] =>
  deeds.filter(({ type }) => groupOf(faceOf(type) ?? { path: null })?.path === group.path);

/** What the office did in half a year or a year, what is missing and what comes next, each led back to its records. */
export async function summary(scope: TownshipReader, { year, part }: SummaryInput) {
  const today = dayOf(scope.now);
  const { ended, ...between } = periodOf(year, part, today);
  const deeds = await deedsBetween(scope, between);
  const stages = await stagesUntil(scope, year, between.to);
  const findings = findingsSaid(await findingsBetween(scope, between));
  const said: Readonly<Record<string, readonly string[]>> = {
    [groups.suggestions.path]: [suggestionsSaid(stages, part === "year" ? "本年" : "上半年")],
    [groups.supervision.path]: findings === null ? [] : [findings],
  };
  const sections = Object.values(groups)
    .map((group) => ({
      ...group,
      deeds: under(group, deeds).map((one) => ({ ...one, rest: restSaid(one) })),
      said: said[group.path] ?? [],
    }))
    .filter((section) => section.deeds.length + section.said.length > 0);
  return {
    ...{ name: await nameOf(scope), year, part, today, between, period: periodInText(between), sections },
    years: yearsUntil(today),
    late: ended ? [] : await lateToday(scope, today),
    next: await plannedNext(scope, between.to),
  };
}

export type Summary = Awaited<ReturnType<typeof summary>>;

/** The same as a Word file, to be written on. */
export async function exportSummary(scope: TownshipReader, input: SummaryInput): Promise<Paper> {
  return summaryPaper(await summary(scope, input), partLabels[input.part]);
}
