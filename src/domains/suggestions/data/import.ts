import "server-only";
import { deputiesNamed } from "@/domains/deputies/data/in-office";
import { dayFromUtc } from "@/lib/dates";
import { nameIndex } from "@/lib/person-name";
import { tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { type Known, knownKey, type Roster } from "../rules/workbook";

/** The township's deputies by name, voided ones left out. */
export async function rosterByName(scope: TownshipScope): Promise<Roster> {
  return nameIndex(await deputiesNamed(scope));
}

/** Which of these titles the township has already, with their days. */
export async function knownTitles(scope: TownshipScope, titles: readonly string[]): Promise<Known> {
  const rows = await scope.tx.suggestion.findMany({
    where: { ...tenantOf(scope), voidedAt: null, title: { in: [...titles] } },
    select: { title: true, receivedOn: true },
  });
  return new Set(rows.map((row) => knownKey(row.title, dayFromUtc(row.receivedOn))));
}
