import "server-only";
import { type Day, dayFromUtc, dayOf, yearOf } from "@/lib/dates";
import { isLate } from "@/lib/entry-lag";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { dayOrNull, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { lawChoiceOf } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import {
  currentDue,
  latestDeferral,
  redoDeadline,
  replyDeadline,
  replyDueOf,
  replyIsAwaited,
} from "../rules/deadlines";
import { attemptOf, consultRoundOf, ratingDueText, type SuggestionFacts } from "../rules/facts";
import { nextActions } from "../rules/next-actions";
import { redoLane, stepsOf } from "../rules/steps";
import type { SuggestionCategory, SuggestionOrigin } from "../rules/states";
import { recalledSteps } from "./closed";
import { factsOf, scalarsOf } from "./case";
import { linesOf } from "./lines";
import { readRow, type SuggestionRow } from "./row";
import { standingInYear } from "./units";

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

/** What the record holds beside the facts that rules go by. */
const own = (row: SuggestionRow) => ({
  ...pick(row, "id", "version", "year", "number", "title", "content", "sessionId", "isPublic"),
  ...pick(row, "lawOk", "contentOk", "formOk", "returnReason", "outcomeNote"),
  ...pick(row, "source", "sourceNote", "lateReason", "enteredAt", "enteredByName", "voidedAt", "voidReason"),
  category: row.category as SuggestionCategory,
  origin: row.origin as SuggestionOrigin,
  sessionNumber: row.session?.number ?? null,
  assignmentMeetingOn: dayOrNull(row.assignmentMeetingOn),
  solvedOn: dayOrNull(row.solvedOn),
  enteredLate: isLate(dayFromUtc(row.receivedOn), dayOf(row.enteredAt)),
});

/** Two parts of an answer that must not name the same thing: one would overwrite the other, and nobody would see it. */
const apart = <One extends object, Other extends object>(
  one: One,
  other: Other & Partial<Record<keyof One, never>>,
): One & Other => ({ ...one, ...other });

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
  const lines = linesOf(row);
  const facts = factsOf(row, lines);
  const lead = row.suggestionUnits.find((unit) => unit.role === "lead" && unit.endedOn === null);
  const year = yearOf(dayOrNull(row.assignedOn) ?? today);
  const comment = row.ratings.findLast((rating) => rating.rating === "unsatisfied")?.comment ?? null;
  const record = apart(apart(scalarsOf(row), own(row)), lines);
  return apart(record, {
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
    timeline: await historyOf(scope, id, { ...row, beganAs: "提出" }, recalledSteps(row)),
  });
}
