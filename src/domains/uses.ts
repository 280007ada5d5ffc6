import "server-only";
import type { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { type CountyAsked, together, type Uses, type Whose } from "@/server/records/uses";
import { appealUses, cycleUses, selfNoteUses } from "./cycles/uses";
import { dataAskUses } from "./data-requests/uses";
import { deputyUses } from "./deputies/uses";
import { kitUses } from "./record-uses";
import { titled } from "./registry";
import { jointPartUses, jointTaskUses } from "./joint-tasks/uses";
import { liaisonUses } from "./liaison/uses";
import { countyNoticeUses, noticeUses } from "./notices/uses";
import { requestUses } from "./requests/uses";
import { practiceAdoptionUses, practiceUses } from "./practices/uses";
import { sessionUses } from "./sessions/uses";
import { suggestionUses } from "./suggestions/uses";
import { commitmentUses, invitationUses } from "./symposia/uses";
import { findingUses } from "./supervision/uses";

/** What is made of every kind of record, a line a kind, in the registry's order; collectors read this and nothing else. */
export const uses: readonly Uses[] = [
  deputyUses,
  suggestionUses,
  sessionUses,
  ...kitUses,
  findingUses,
  dataAskUses,
  practiceUses,
  practiceAdoptionUses,
  jointPartUses,
  jointTaskUses,
  noticeUses,
  countyNoticeUses,
  requestUses,
  liaisonUses,
  invitationUses,
  commitmentUses,
  cycleUses,
  selfNoteUses,
  appealUses,
];

type Called = { type: string; id: string; title: string | null; facts: unknown };

/** Records as their kinds call them, by id: what a kind keeps from somebody its title does not tell either. */
export async function titlesOf(scope: TownshipReader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const branches = uses.flatMap(({ titles }) => titles?.(scope, ids) ?? []);
  const called = await scope.tx.$queryRaw<Called[]>`SELECT * FROM ${together("titles", branches)} named`;
  return new Map(called.map(titled).map(({ id, title }) => [id, title]));
}

/** Everything that waits for somebody in a township, with the day it is due. */
export async function waiting(scope: TownshipReader): Promise<Prisma.Sql> {
  const branches: Prisma.Sql[] = [];
  for (const { due } of uses) if (due !== undefined) branches.push(await due(scope));
  return together("due", branches);
}

/** What a township was told and has not taken in yet. */
export const newsOf = (whose: Whose): Prisma.Sql =>
  together(
    "news",
    uses.flatMap(({ news }) => news?.(whose) ?? []),
  );

/** Everything that waits for the county itself. */
export const countyWaiting = (asked: CountyAsked): Prisma.Sql =>
  together(
    "countyDue",
    uses.flatMap(({ countyDue }) => countyDue?.(asked) ?? []),
  );

/** What the county was told. */
export const countyNewsOf = (asked: CountyAsked): Prisma.Sql =>
  together(
    "countyNews",
    uses.flatMap(({ countyNews }) => countyNews?.(asked) ?? []),
  );
