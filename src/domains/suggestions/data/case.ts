import "server-only";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import type { Prisma } from "@/server/db/generated/client";
import { type ChangesOf, changeOne, type Seen } from "@/server/db/change";
import { dayOrNull, entryDays, found, keyOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { SuggestionFacts } from "../rules/facts";
import type { Outcome, RatingWord, SuggestionKind, SuggestionState } from "../rules/states";

const lines = {
  session: { select: { id: true, number: true, startsOn: true, endsOn: true, voidedAt: true } },
  suggestionSigners: {
    include: { deputy: { select: { name: true, pinyin: true, initials: true } } },
    orderBy: { ordinal: "asc" },
  },
  suggestionUnits: { include: { unit: { select: { name: true } } }, orderBy: { id: "asc" } },
  consultations: { include: { confirmedBy: { select: { name: true } } }, orderBy: { id: "asc" } },
  replies: { orderBy: { attempt: "asc" } },
  ratings: {
    include: { deputy: { select: { name: true } }, witness: { select: { name: true } } },
    orderBy: { id: "asc" },
  },
  deferrals: { orderBy: { id: "asc" } },
  promises: { include: { verifiedBy: { select: { name: true } } }, orderBy: { id: "asc" } },
} as const satisfies Prisma.SuggestionInclude;

export type SuggestionRow = Omit<
  Prisma.SuggestionGetPayload<{ include: typeof lines }>,
  "enteredBy" | "editedBy" | "voidedBy"
>;
export type Case = { row: SuggestionRow; facts: SuggestionFacts; law: LawChoice; today: Day };

function stepsTaken(row: SuggestionRow): Pick<SuggestionFacts, "consultations" | "replies" | "ratings"> {
  return {
    consultations: row.consultations.map(({ id, round, attempt, heldOn, confirmedOn }) => ({
      id,
      round,
      attempt,
      heldOn: dayFromUtc(heldOn),
      confirmedOn: dayOrNull(confirmedOn),
    })),
    replies: row.replies.map(({ attempt, repliedOn, dueOn }) => ({
      attempt,
      repliedOn: dayFromUtc(repliedOn),
      dueOn: dayOrNull(dueOn),
    })),
    // A rating without a day came with an old ledger; nothing follows from it any more.
    ratings: row.ratings.flatMap(({ id, attempt, phase, rating, ratedOn, validReason }) =>
      ratedOn === null
        ? []
        : [{ id, attempt, phase, rating: rating as RatingWord, ratedOn: dayFromUtc(ratedOn), validReason }],
    ),
  };
}

function people(row: SuggestionRow): Pick<SuggestionFacts, "signers" | "units"> {
  return {
    signers: row.suggestionSigners.map(({ deputyId, role }) => ({
      deputyId,
      role: role as "lead" | "cosigner",
    })),
    units: row.suggestionUnits.map((unit) => ({
      id: unit.id,
      unitId: unit.unitId,
      role: unit.role as "lead" | "co",
      leader: unit.leader,
      caseOfficer: unit.caseOfficer,
      returnRequestedOn: dayOrNull(unit.returnRequestedOn),
      endedOn: dayOrNull(unit.endedOn),
    })),
  };
}

export function factsOf(row: SuggestionRow): SuggestionFacts {
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
    ...people(row),
    ...stepsTaken(row),
    deferrals: row.deferrals.map(({ id, requestedOn, newDueOn, decidedOn, approved }) => ({
      id,
      requestedOn: dayFromUtc(requestedOn),
      newDueOn: dayFromUtc(newDueOn),
      decidedOn: dayOrNull(decidedOn),
      approved,
    })),
    promises: row.promises.map(({ id, dueOn, fulfilledOn, verifiedOn }) => ({
      id,
      dueOn: dayFromUtc(dueOn),
      fulfilledOn: dayOrNull(fulfilledOn),
      verifiedOn: dayOrNull(verifiedOn),
    })),
  };
}

/**
 * A suggestion with all its lines and the law its county goes by, or NOT_FOUND for unknown, foreign and voided ones.
 */
export async function loadCase(scope: TownshipScope, id: string): Promise<Case> {
  const row = found(await readRow(scope, id));
  return { row, facts: factsOf(row), law: await lawChoiceOf(scope), today: dayOf(scope.now) };
}

export const readRow = (scope: TownshipScope, id: string): Promise<SuggestionRow | null> =>
  scope.tx.suggestion.findUnique({ where: keyOf(scope, id), include: lines });

const steps = ["checked", "assigned", "accepted", "presidiumMeeting", "closed", "calledBack"] as const;

/** Saves the suggestion as seen in `version`; somebody else's change in between is a CONFLICT. */
export async function saveCase(
  scope: TownshipScope,
  seen: Seen,
  data: ChangesOf<"suggestion">,
): Promise<void> {
  await changeOne(scope, "suggestion", seen, { ...data, ...entryDays(scope, data, steps) });
}
