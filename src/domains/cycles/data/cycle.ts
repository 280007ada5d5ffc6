import "server-only";
import { v7 as uuid } from "uuid";
import { frozenYear } from "@/domains/figures/data/snapshot";
import { workingCalendarOf } from "@/domains/workdays/data";
import { dayOf } from "@/lib/dates";
import { AppError, notFound } from "@/lib/errors";
import { assertOneChanged } from "@/server/db/record";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { type Days, type Plan, proposedDays } from "../rules/days";
import type { Stage } from "../rules/stages";

type Whose = CountyScope | TownshipScope;

/** @property days of the stages that have begun, and of those whose days were set; the rest is proposed */
export type Cycle = { id: string; year: number; stage: Stage; days: Days; version: number };

/** A year's cycle as it is kept; null where nothing was begun or set yet. */
export async function keptCycle({ tx, countyId }: Whose, year: number): Promise<Cycle | null> {
  const row = await tx.assessmentCycle.findFirst({ where: { countyId, year } });
  // Only this file writes the columns.
  return row === null
    ? null
    : { id: row.id, year, stage: row.stage as Stage, days: row.days as Days, version: row.version };
}

export const notFrozen = (year: number): AppError =>
  new AppError("RULE", `${year} 年考核还没有封存。请先在“年度考核”页封存这一年，再开始自评和评审。`, {
    article: null,
  });

/** Where a frozen year stands, with every stage's days. */
export async function cycleOf(whose: Whose, year: number) {
  const frozen = await frozenYear(whose, year);
  if (frozen === null) return null;
  const kept = await keptCycle(whose, year);
  const calendar = await workingCalendarOf(whose);
  const stage: Stage = kept?.stage ?? "frozen";
  const plan = proposedDays(frozen.on, kept?.days ?? {}, calendar);
  return { year, stage, kept, plan, calendar, frozen, today: dayOf(whose.now), until: plan[stage].until };
}

export type RunningCycle = NonNullable<Awaited<ReturnType<typeof cycleOf>>>;

export async function runningCycle(whose: Whose, year: number): Promise<RunningCycle> {
  const cycle = await cycleOf(whose, year);
  if (cycle === null) throw notFrozen(year);
  return cycle;
}

/** The same where something must have begun already; a township's or a reviewer's word hangs on the row. */
export async function begunCycle(whose: Whose, year: number) {
  const cycle = await runningCycle(whose, year);
  if (cycle.kept === null)
    throw new AppError("RULE", `${year} 年考核刚封存，还没有开始自评。请先由县人大开始自评。`, {
      article: null,
    });
  return { ...cycle, kept: cycle.kept };
}
export type BegunCycle = Awaited<ReturnType<typeof begunCycle>>;

/** The cycle that an appeal is of. */
export async function cycleById(scope: CountyScope, id: string): Promise<BegunCycle> {
  const row = await scope.tx.assessmentCycle.findFirst({ where: { countyId: scope.countyId, id } });
  if (row === null) throw notFound();
  return begunCycle(scope, row.year);
}

/** Keeps a stage's days and, where it begins, that it has. @param version as it was seen; null before the first */
export async function keepStage(
  { tx, countyId }: CountyScope,
  cycle: RunningCycle,
  version: number | null,
  changes: { stage: Stage; days: Days },
): Promise<string> {
  const { kept, year } = cycle;
  const { stage } = changes;
  const days = JSON.parse(JSON.stringify(changes.days)) as object;
  if (kept === null) {
    if (version !== null) assertOneChanged(0);
    const id = uuid();
    await tx.assessmentCycle.create({ data: { countyId, id, year, stage, days } });
    return id;
  }
  const { count } = await tx.assessmentCycle.updateMany({
    where: { countyId, id: kept.id, version: version ?? 0 },
    data: { stage, days, version: { increment: 1 } },
  });
  assertOneChanged(count);
  return kept.id;
}

export const spanOf = ({ from, until }: Plan) => ({ from, until });
