import "server-only";
import { v7 as uuid } from "uuid";
import { AppError, notFound } from "@/lib/errors";
import { type Day, dayFromUtc, dayOf, utcOf } from "@/lib/dates";
import type { TownshipScope } from "./scope";

export type Source = "form" | "import" | "link" | "api";

/** Where and how a business record came in; every slice's create input carries the last three. */
export type Entry = {
  occurredOn: Day;
  source?: Source;
  /** the line of a document the record was taken from */
  sourceNote?: string | null;
  lateReason?: string | null;
};

export const tenantOf = (scope: TownshipScope) => ({
  countyId: scope.countyId,
  townshipId: scope.townshipId,
});

/** `where` of a single record: the whole composite key, so that a foreign id finds nothing. */
export const keyOf = (scope: TownshipScope, id: string) => ({
  countyId_townshipId_id: { ...tenantOf(scope), id },
});

/** The columns every business record carries, filled from who and when. */
export function newRecord(scope: TownshipScope, entry: Entry) {
  return {
    ...tenantOf(scope),
    id: uuid(),
    occurredOn: utcOf(entry.occurredOn),
    enteredAt: scope.now,
    enteredBy: scope.actor.accountId,
    enteredByName: scope.actor.name,
    source: entry.source ?? "form",
    sourceNote: entry.sourceNote ?? null,
    lateReason: entry.lateReason ?? null,
  };
}

/** A line of a record: tenant and id only. */
export const newLine = (scope: TownshipScope) => ({ ...tenantOf(scope), id: uuid() });

export const edited = (scope: TownshipScope) => ({
  editedAt: scope.now,
  editedBy: scope.actor.accountId,
  version: { increment: 1 },
});

/** What a `…EnteredOn` column takes: the civil day of this call. */
export const enteredToday = (scope: TownshipScope): Date => utcOf(dayOf(scope.now));

type EntryDays<Step extends string> = Partial<Record<`${Step}EnteredOn`, Date | null>>;

/**
 * For each step whose day a change sets, the day it was entered; for one whose day is taken back, none. Every dated step
 * `xOn` has its `xEnteredOn`, and G2 judges the two.
 */
export function entryDays<Step extends string>(
  scope: TownshipScope,
  change: object,
  steps: readonly Step[],
): EntryDays<Step> {
  const days = new Map(Object.entries(change) as [string, unknown][]);
  const set = steps.filter((step) => days.get(`${step}On`) !== undefined);
  return Object.fromEntries(
    set.map((step) => [`${step}EnteredOn`, days.get(`${step}On`) === null ? null : enteredToday(scope)]),
  ) as EntryDays<Step>;
}

export const voided = (scope: TownshipScope, reason: string) => ({
  ...edited(scope),
  voidedAt: scope.now,
  voidedBy: scope.actor.accountId,
  voidReason: reason,
});

/** The record, or the same NOT_FOUND for unknown, foreign and voided ones alike. */
export function found<Row extends { voidedAt?: Date | null }>(row: Row | null): Row {
  if (row === null || (row.voidedAt ?? null) !== null) throw notFound();
  return row;
}

/**
 * Checks that an `updateMany` with `version` in its `where` changed exactly one row; otherwise somebody saved first.
 * The refusal carries no row: what is stored now is read anew, through a query that says which columns it shows [S66].
 */
export function assertOneChanged(count: number, byWhom = ""): void {
  if (count === 1) return;
  throw new AppError(
    "CONFLICT",
    `您打开后，别人已经修改并保存了这条记录${byWhom}。请刷新核对后再保存，您填写的内容已保留。`,
  );
}

/** The same of a township's record, telling who has just done what to it: what its history tells whoever may change it. */
export async function assertChanged(scope: TownshipScope, id: string, count: number): Promise<void> {
  if (count === 1) return;
  const [last] = await scope.tx.$queryRaw<{ who: string; summary: string }[]>`
    SELECT actor_name AS who, summary FROM audit_event
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND record_id = ${id}::uuid
      AND action NOT LIKE '%.revealPhone' ORDER BY seq DESC LIMIT 1`;
  assertOneChanged(count, last === undefined ? "" : `（刚刚被${last.who}改过：${last.summary}）`);
}

/** Dates of the database as civil days, nulls kept. */
export const dayOrNull = (date: Date | null): Day | null => (date === null ? null : dayFromUtc(date));
export const dateOrNull = (day: Day | null): Date | null => (day === null ? null : utcOf(day));
