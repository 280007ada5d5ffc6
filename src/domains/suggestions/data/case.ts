import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { type ChangesOf, changeOne, type Seen } from "@/server/db/change";
import { dayOrNull, entryDays, found } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { SuggestionFacts } from "../rules/facts";
import type { Outcome, SuggestionKind, SuggestionState } from "../rules/states";
import { linesOf } from "./lines";
import { readRow, type SuggestionRow } from "./row";

export type Case = { row: SuggestionRow; facts: SuggestionFacts; law: LawChoice; today: Day };

/** The record's own facts, days as civil dates and codes typed (the CHECKs of the table keep them so). */
export function scalarsOf(row: SuggestionRow) {
  return {
    kind: row.kind as SuggestionKind,
    state: row.state as SuggestionState,
    complex: row.complex,
    receivedOn: dayFromUtc(row.receivedOn),
    sessionClosedOn: row.session === null ? null : dayFromUtc(row.session.endsOn ?? row.session.startsOn),
    checkedOn: dayOrNull(row.checkedOn),
    assignDueOn: dayFromUtc(row.assignDueOn),
    assignedOn: dayOrNull(row.assignedOn),
    acceptedOn: dayOrNull(row.acceptedOn),
    replyDueOn: dayOrNull(row.replyDueOn),
    firstRepliedOn: dayOrNull(row.firstRepliedOn),
    redoCount: row.redoCount,
    redoDueOn: dayOrNull(row.redoDueOn),
    ratingDueOn: dayOrNull(row.ratingDueOn),
    ratingDueNote: row.ratingDueNote,
    notRatedOn: dayOrNull(row.notRatedOn),
    presidiumMeetingOn: dayOrNull(row.presidiumMeetingOn),
    outcome: row.outcome as Outcome | null,
    closedOn: dayOrNull(row.closedOn),
    enteredClosed: row.enteredClosed,
    calledBackOn: dayOrNull(row.calledBackOn),
  };
}

/** All that rules may know: a rating without a day came with an old ledger, and nothing follows from it any more. */
export function factsOf(row: SuggestionRow, lines = linesOf(row)): SuggestionFacts {
  const ratings = lines.ratings.flatMap(({ ratedOn, ...rating }) =>
    ratedOn === null ? [] : [{ ...rating, ratedOn }],
  );
  return { ...scalarsOf(row), ...lines, ratings };
}

/**
 * A suggestion with all its lines and the law its county goes by, or NOT_FOUND for unknown, foreign and voided ones.
 */
export async function loadCase(scope: TownshipScope, id: string): Promise<Case> {
  const row = found(await readRow(scope, id));
  return { row, facts: factsOf(row), law: await lawChoiceOf(scope), today: dayOf(scope.now) };
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
