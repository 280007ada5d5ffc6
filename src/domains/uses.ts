import "server-only";
import type { Prisma } from "@/server/db/generated/client";
import type { TownshipScope } from "@/server/db/scope";
import { together, type Uses } from "@/server/records/uses";
import { deputyGroupUses, deputyUses } from "./deputies/uses";
import { kitUses } from "./record-uses";
import { presidiumMeetingUses } from "./presidium/uses";
import { sessionUses } from "./sessions/uses";
import { suggestionUses } from "./suggestions/uses";
import { activityUses, findingUses } from "./supervision/uses";

/** What is made of every kind of record, a line a kind, in the registry's order; collectors read this and nothing else. */
export const uses: readonly Uses[] = [
  deputyUses,
  deputyGroupUses,
  suggestionUses,
  sessionUses,
  presidiumMeetingUses,
  activityUses,
  findingUses,
  ...kitUses,
];

/** Everything that waits for somebody in a township, with the day it is due. */
export async function waiting(scope: TownshipScope): Promise<Prisma.Sql> {
  const branches: Prisma.Sql[] = [];
  for (const { due } of uses) if (due !== undefined) branches.push(await due(scope));
  return together("due", branches);
}
