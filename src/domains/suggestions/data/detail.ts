import "server-only";
import { atOnce } from "@/server/db/at-once";
import { type Day, dayOf } from "@/lib/dates";
import { isLate } from "@/lib/entry-lag";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { lastInTownship } from "@/server/evidence/last-change";
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
import { readSuggestion, type SuggestionRow } from "./row";
import { leadOf, leadUnitYear, standingOf } from "./units";

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

type Merged = { id: string; year: number; number: number; title: string };
type Lead = Parameters<typeof leadUnitYear>[1];
type Around = { mergedInto: Merged | null; mergedHere: Merged[]; lead: Lead | null; lastChange: number };

const s = Prisma.sql`s`;
const told = Prisma.sql`json_build_object('id', o.id, 'year', o.year, 'number', o.number, 'title', o.title)`;

/** What stands around suggestion `s`: what it was merged into and what into it, its lead unit, and the township's last change. */
const around = (today: Day) => Prisma.sql`,
  (SELECT ${told} FROM suggestion o WHERE o.county_id = s.county_id AND o.township_id = s.township_id AND o.id = s.merged_into_id)
    AS "mergedInto",
  (SELECT coalesce(json_agg(${told} ORDER BY o.id), '[]'::json) FROM (SELECT * FROM suggestion o WHERE o.county_id = s.county_id
    AND o.township_id = s.township_id AND o.merged_into_id = s.id AND o.voided_at IS NULL ORDER BY o.id LIMIT 50) o) AS "mergedHere",
  ${leadOf(today)} AS lead, ${lastInTownship(s)} AS "lastChange"`;

/** What the record holds beside the facts that rules go by. */
const own = (row: SuggestionRow) => ({
  ...pick(row, "id", "version", "year", "number", "title", "content", "sessionId", "isPublic"),
  ...pick(row, "lawOk", "contentOk", "formOk", "returnReason", "outcomeNote"),
  ...pick(row, "source", "sourceNote", "lateReason", "enteredAt", "enteredByName", "voidedAt", "voidReason"),
  category: row.category as SuggestionCategory,
  origin: row.origin as SuggestionOrigin,
  sessionNumber: row.session?.number ?? null,
  ...pick(row, "assignmentMeetingOn", "solvedOn"),
  enteredLate: isLate(row.receivedOn, row.occurredEnteredOn),
});

/** Two parts of an answer that must not name the same thing: one would overwrite the other, and nobody would see it. */
const apart = <One extends object, Other extends object>(
  one: One,
  other: Other & Partial<Record<keyof One, never>>,
): One & Other => ({ ...one, ...other });

/** One suggestion with its lines, what can be done next and why not, its steps, terms, papers and history. */
export async function suggestionById(scope: TownshipReader, { id }: { id: string }) {
  const today: Day = dayOf(scope.now);
  const read = await readSuggestion<Around>(scope, id, around(today));
  // A voided suggestion stays readable, struck out, with its reason; only its actions are gone.
  if (read === null) throw notFound();
  const { row, lines, law, more } = read;
  const facts = factsOf(read);
  const comment = lines.ratings.findLast((rating) => rating.rating === "unsatisfied")?.comment ?? null;
  const record = apart(apart(scalarsOf(row), own(row)), lines);
  const { lead, lastChange, ...merged } = more;
  const [leadYear, timeline] = await atOnce(
    lead && leadUnitYear(scope, lead, lastChange),
    historyOf(scope, id, { ...row, beganAs: "提出" }, recalledSteps(read)),
  );
  return apart(record, {
    ...termsOf(row, facts, law),
    today,
    attempt: attemptOf(facts),
    consultRound: consultRoundOf(facts),
    ...merged,
    leadUnitStanding: leadYear && standingOf(leadYear),
    nextActions: row.voidedAt === null ? nextActions(facts, law, today) : [],
    steps: stepsOf(facts, today),
    lane: redoLane(facts, law, comment),
    timeline,
  });
}
