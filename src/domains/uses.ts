import "server-only";
import type { Uses } from "@/server/records/uses";
import { deputyUses } from "./deputies/uses";
import { presidiumMeetingUses } from "./presidium/uses";
import { sessionUses } from "./sessions/uses";
import { suggestionUses } from "./suggestions/uses";
import { activityUses, findingUses } from "./supervision/uses";

/** What is made of every kind of record, a line a kind, in the registry's order; collectors read this and nothing else. */
export const uses: readonly Uses[] = [
  deputyUses,
  suggestionUses,
  sessionUses,
  presidiumMeetingUses,
  activityUses,
  findingUses,
];
