import "server-only";
import type { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { together, type Uses } from "@/server/records/uses";
import { cycleUses } from "./cycles/uses";
import { deputyUses } from "./deputies/uses";
import { kitUses } from "./record-uses";
import { jointPartUses } from "./joint-tasks/uses";
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
  jointPartUses,
  invitationUses,
  commitmentUses,
  cycleUses,
];

/** Everything that waits for somebody in a township, with the day it is due. */
export async function waiting(scope: TownshipReader): Promise<Prisma.Sql> {
  const branches: Prisma.Sql[] = [];
  for (const { due } of uses) if (due !== undefined) branches.push(await due(scope));
  return together("due", branches);
}
