import "server-only";
import { type Day, dayFromUtc, dayOf, yearOf } from "@/lib/dates";
import { isLate } from "@/lib/entry-lag";
import { notFound } from "@/lib/errors";
import { historyOf } from "@/domains/history/data";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import {
  currentDue,
  latestDeferral,
  redoDeadline,
  repliedInTime,
  replyDeadline,
  replyDueOf,
  replyIsAwaited,
} from "../rules/deadlines";
import { attemptOf, consultRoundOf, ratingDueText, type SuggestionFacts } from "../rules/facts";
import { nextActions } from "../rules/next-actions";
import { redoLane, stepsOf } from "../rules/steps";
import type {
  ConfirmMethod,
  ConsultationMethod,
  RatingMethod,
  RatingWord,
  SuggestionCategory,
  SuggestionOrigin,
} from "../rules/states";
import { recalledSteps } from "./closed";
import { factsOf, readRow, type SuggestionRow } from "./case";
import { standingInYear } from "./units";

const linesOf = (row: SuggestionRow) => ({
  signers: row.suggestionSigners.map(({ deputyId, role, deputy }) => ({
    deputyId,
    role: role as "lead" | "cosigner",
    ...deputy,
  })),
  units: row.suggestionUnits.map((unit) => ({
    id: unit.id,
    unitId: unit.unitId,
    name: unit.unit.name,
    role: unit.role as "lead" | "co",
    leader: unit.leader,
    caseOfficer: unit.caseOfficer,
    returnReason: unit.returnReason,
    returnRequestedOn: dayOrNull(unit.returnRequestedOn),
    endedOn: dayOrNull(unit.endedOn),
  })),
  consultations: row.consultations.map((held) => ({
    id: held.id,
    round: held.round,
    attempt: held.attempt,
    heldOn: dayFromUtc(held.heldOn),
    method: held.method as ConsultationMethod,
    place: held.place,
    note: held.note,
    unitPerson: held.unitPerson,
    confirmedOn: dayOrNull(held.confirmedOn),
    confirmMethod: held.confirmMethod as ConfirmMethod | null,
    confirmedBy: held.confirmedBy?.name ?? null,
  })),
  replies: row.replies.map((reply) => ({
    id: reply.id,
    attempt: reply.attempt,
    repliedOn: dayFromUtc(reply.repliedOn),
    dueOn: dayOrNull(reply.dueOn),
    inTime: repliedInTime({ repliedOn: dayFromUtc(reply.repliedOn), dueOn: dayOrNull(reply.dueOn) }),
    documentNumber: reply.documentNumber,
    content: reply.content,
    signedBy: reply.signedBy,
    writtenToSigners: reply.writtenToSigners,
  })),
});

const wordsOf = (row: SuggestionRow) => ({
  ratings: row.ratings.map((rating) => ({
    id: rating.id,
    attempt: rating.attempt,
    phase: rating.phase,
    rating: rating.rating as RatingWord,
    ratedOn: dayOrNull(rating.ratedOn),
    method: rating.method as RatingMethod | null,
    deputy: rating.deputy?.name ?? null,
    witness: rating.witness?.name ?? null,
    comment: rating.comment,
    validReason: rating.validReason,
    validReasonNote: rating.validReasonNote,
  })),
  deferrals: row.deferrals.map((deferral) => ({
    id: deferral.id,
    requestedOn: dayFromUtc(deferral.requestedOn),
    reason: deferral.reason,
    measures: deferral.measures,
    newDueOn: dayFromUtc(deferral.newDueOn),
    decidedOn: dayOrNull(deferral.decidedOn),
    approved: deferral.approved,
    decisionNote: deferral.decisionNote,
  })),
  promises: row.promises.map((promise) => ({
    id: promise.id,
    content: promise.content,
    dueOn: dayFromUtc(promise.dueOn),
    fulfilledOn: dayOrNull(promise.fulfilledOn),
    fulfilNote: promise.fulfilNote,
    verifiedOn: dayOrNull(promise.verifiedOn),
    verifiedBy: promise.verifiedBy?.name ?? null,
  })),
});

/** The terms that hold for this suggestion now, each with its article. */
function termsOf(row: SuggestionRow, facts: SuggestionFacts, law: LawChoice) {
  const unsatisfied = facts.ratings.findLast((r) => r.phase === "reply" && r.rating === "unsatisfied");
  const redo = facts.redoCount > 0 && unsatisfied ? redoDeadline(unsatisfied.ratedOn, law) : null;
  const normal = facts.assignedOn
    ? replyDeadline({ ...facts, assignedOn: facts.assignedOn }, law).citation
    : null;
  return {
    dueOn: currentDue(facts),
    /** of the reply in hand: the redo's day once there is one */
    workDueOn: replyDueOf(facts),
    replyAwaited: replyIsAwaited(facts),
    ratingDueText: ratingDueText(facts),
    replyCitation: redo?.citation ?? row.replyCitation ?? normal,
    latestDeferralOn: latestDeferral(facts, law),
  };
}

async function mergedHere(scope: TownshipScope, id: string) {
  return scope.tx.suggestion.findMany({
    where: { ...tenantOf(scope), mergedIntoId: id, voidedAt: null },
    select: { id: true, year: true, number: true, title: true },
    orderBy: { id: "asc" },
    take: 50,
  });
}

async function mergedInto(scope: TownshipScope, row: SuggestionRow) {
  if (row.mergedIntoId === null) return null;
  return scope.tx.suggestion.findFirst({
    where: { ...tenantOf(scope), id: row.mergedIntoId },
    select: { id: true, year: true, number: true, title: true },
  });
}

const own = (row: SuggestionRow) => ({
  id: row.id,
  version: row.version,
  year: row.year,
  number: row.number,
  title: row.title,
  content: row.content,
  category: row.category as SuggestionCategory,
  origin: row.origin as SuggestionOrigin,
  sessionId: row.sessionId,
  sessionNumber: row.session?.number ?? null,
  lawOk: row.lawOk,
  contentOk: row.contentOk,
  formOk: row.formOk,
  returnReason: row.returnReason,
  assignmentMeetingOn: dayOrNull(row.assignmentMeetingOn),
  outcomeNote: row.outcomeNote,
  solvedOn: dayOrNull(row.solvedOn),
  callbackNote: row.callbackNote,
  isPublic: row.isPublic,
  source: row.source,
  sourceNote: row.sourceNote,
  lateReason: row.lateReason,
  enteredAt: row.enteredAt,
  enteredLate: isLate(dayFromUtc(row.receivedOn), dayOf(row.enteredAt)),
  enteredByName: row.enteredByName,
  voidedAt: row.voidedAt,
  voidReason: row.voidReason,
});

/** Papers belong to the record by its type and id; the upload route writes them. */
async function papersOf(scope: TownshipScope, id: string) {
  return scope.tx.attachment.findMany({
    where: { ...tenantOf(scope), recordType: "suggestion", recordId: id, voidedAt: null },
    select: { id: true, name: true, size: true, mime: true },
    orderBy: { id: "asc" },
    take: 100,
  });
}

const movesTo = (facts: SuggestionFacts, rated: boolean): string[] => [
  ...(facts.assignedOn === null ? [] : ["C1 交办及时"]),
  ...(facts.consultations.length === 0 ? [] : ["C2 面商率"]),
  ...(facts.replies.length === 0 ? [] : ["C3 按期答复率"]),
  ...(facts.outcome === null || facts.outcome === "E" ? [] : ["C4 办成率"]),
  ...(rated ? ["C5 代表满意率"] : []),
  ...(facts.redoCount === 0 ? [] : ["C6 不满意重办"]),
];

/** One suggestion with its lines, what can be done next and why not, its steps, terms, papers and history. */
export async function suggestionById(scope: TownshipScope, { id }: { id: string }) {
  const row = await readRow(scope, id);
  // A voided suggestion stays readable, struck out, with its reason; only its actions are gone.
  if (row === null) throw notFound();
  const today: Day = dayOf(scope.now);
  const law = await lawChoiceOf(scope);
  const facts = factsOf(row);
  const lead = row.suggestionUnits.find((unit) => unit.role === "lead" && unit.endedOn === null);
  const year = yearOf(dayOrNull(row.assignedOn) ?? today);
  const comment = row.ratings.findLast((rating) => rating.rating === "unsatisfied")?.comment ?? null;
  return {
    ...facts,
    ...own(row),
    ...linesOf(row),
    ...wordsOf(row),
    ...termsOf(row, facts, law),
    today,
    attempt: attemptOf(facts),
    consultRound: consultRoundOf(facts),
    leadUnitStanding: lead === undefined ? null : await standingInYear(scope, lead.unitId, year),
    nextActions: row.voidedAt === null ? nextActions(facts, law, today) : [],
    steps: stepsOf(facts, today),
    lane: redoLane(facts, law, comment),
    moves: movesTo(facts, row.ratings.length > 0),
    mergedInto: await mergedInto(scope, row),
    mergedHere: await mergedHere(scope, id),
    attachments: await papersOf(scope, id),
    timeline: await historyOf(scope, id, { ...row, beganAs: "提出" }, recalledSteps(row)),
  };
}
