import "server-only";
import { dayFromUtc } from "@/lib/dates";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { type Known, knownKey, type Roster } from "../rules/workbook";

/** Name → ids of the township's deputies, voided ones left out. */
export async function rosterByName(scope: TownshipScope): Promise<Roster> {
  const deputies = await scope.tx.deputy.findMany({
    where: { ...tenantOf(scope), voidedAt: null },
    select: { id: true, name: true },
  });
  const roster = new Map<string, string[]>();
  for (const { id, name } of deputies) roster.set(name, [...(roster.get(name) ?? []), id]);
  return roster;
}

/** Which of these titles the township has already, with their days. */
export async function knownTitles(scope: TownshipScope, titles: readonly string[]): Promise<Known> {
  const rows = await scope.tx.suggestion.findMany({
    where: { ...tenantOf(scope), voidedAt: null, title: { in: [...titles] } },
    select: { title: true, receivedOn: true },
  });
  return new Set(rows.map((row) => knownKey(row.title, dayFromUtc(row.receivedOn))));
}
