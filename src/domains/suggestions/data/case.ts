import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { type ChangesOf, changeOne, type Seen } from "@/server/db/change";
import { entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { SuggestionFacts } from "../rules/facts";
import type { Outcome, SuggestionKind, SuggestionState } from "../rules/states";
import { type Read, readSuggestion, type SuggestionRow } from "./row";

export type Case = Read & { facts: SuggestionFacts; today: Day };

/** The record's own facts, with codes typed (the CHECKs of the table keep them so). */
export function scalarsOf(row: SuggestionRow) {
  return {
    ...pick(
      row,
      "complex",
      "receivedOn",
      "checkedOn",
      "assignDueOn",
      "assignedOn",
      "acceptedOn",
      "replyDueOn",
    ),
    ...pick(row, "firstRepliedOn", "redoCount", "redoDueOn", "ratingDueOn", "ratingDueNote", "notRatedOn"),
    ...pick(row, "presidiumMeetingOn", "closedOn", "enteredClosed", "calledBackOn"),
    kind: row.kind as SuggestionKind,
    state: row.state as SuggestionState,
    outcome: row.outcome as Outcome | null,
    sessionClosedOn: row.session === null ? null : (row.session.endsOn ?? row.session.startsOn),
  };
}

/** All that rules may know: a rating without a day came with an old ledger, and nothing follows from it any more. */
export function factsOf({ row, lines }: Read): SuggestionFacts {
  const ratings = lines.ratings.flatMap(({ ratedOn, ...rating }) =>
    ratedOn === null ? [] : [{ ...rating, ratedOn }],
  );
  return { ...scalarsOf(row), ...lines, ratings };
}

/**
 * A suggestion with all its lines and the law its county goes by, or NOT_FOUND for unknown, foreign and voided ones.
 */
export async function loadCase(scope: TownshipScope, id: string): Promise<Case> {
  const read = await readSuggestion(scope, id);
  if (read?.row.voidedAt !== null) throw notFound();
  return { ...read, facts: factsOf(read), today: dayOf(scope.now) };
}

const steps = ["checked", "assigned", "accepted", "presidiumMeeting", "closed", "calledBack"] as const;

/** Saves the suggestion as seen in `version`; somebody else's change in between is a CONFLICT. */
export async function saveCase(
  scope: TownshipScope,
  seen: Seen,
  data: ChangesOf<"suggestion">,
): Promise<void> {
  await changeOne(scope, "suggestion", seen, { ...data, ...entryDays(scope, data, steps) });
}
