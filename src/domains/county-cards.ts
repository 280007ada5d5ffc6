import "server-only";
import type { CountyCard } from "@/server/records/county-rows";
import { openSignals } from "./integrity/uses";
import { overdueParts, taskConflicts, unbegunVisits, unjudgedParts } from "./joint-tasks/uses";
import { quarterMissing, quartersMissed } from "./presidium/uses";
import { overdueSuggestions } from "./suggestions/uses";
import { silentTownships } from "./liaison/uses";
import { openRequests } from "./requests/uses";
import { openRaised, overdueFindings } from "./supervision/uses";

/** What the county's first page asks about today, a line a card, in the order they are shown; the collector reads this and nothing else. */
export const countyCards: readonly CountyCard[] = [
  overdueSuggestions,
  overdueFindings,
  quarterMissing,
  quartersMissed,
  overdueParts,
  unjudgedParts,
  unbegunVisits,
  openRequests,
  openRaised,
  silentTownships,
  taskConflicts,
  openSignals,
];
