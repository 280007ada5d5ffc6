import "server-only";
import { liveDeputies } from "@/domains/deputies/data/living";
import { type Day, utcOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { obey } from "@/lib/obey";
import { keyOf, newLine } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { ratingLabels, ratingMethodLabels } from "../labels";
import { dayFollows } from "../rules/days";
import { redoDeadline } from "../rules/deadlines";
import { attemptOf, lastReplyOf, type SuggestionFacts } from "../rules/facts";
import {
  deputyMustBeSigner,
  notRatedNeedsWindowPast,
  paperRatingNeedsWitness,
  ratingNeedsReply,
} from "../rules/gates";
import type { JudgeReasonInput, MarkNotRatedInput, RateInput } from "../schema";
import { takeStep } from "./step";

type Ballot = Pick<
  RateInput,
  "rating" | "method" | "deputyId" | "witnessDeputyId" | "comment" | "occurredOn"
>;

/** A rating of a reply or of a kept promise, by a deputy who signed and, on paper, before a witness. */
export async function saveRating(
  scope: TownshipScope,
  suggestionId: string,
  facts: SuggestionFacts,
  phase: "reply" | "promise",
  ballot: Ballot,
): Promise<string> {
  const { rating, method, deputyId, witnessDeputyId, comment, occurredOn } = ballot;
  obey(deputyMustBeSigner(facts, deputyId));
  obey(paperRatingNeedsWitness(ballot));
  const people = [deputyId, ...(witnessDeputyId === null ? [] : [witnessDeputyId])];
  const names = await liveDeputies(scope, people);
  await scope.tx.rating.create({
    data: {
      ...newLine(scope),
      suggestionId,
      attempt: attemptOf(facts),
      phase,
      rating,
      ratedOn: utcOf(occurredOn),
      method,
      deputyId,
      witnessDeputyId,
      comment,
      enteredAt: scope.now,
    },
  });
  const nameOf = (id: string) => names.get(id) ?? "";
  const witness = witnessDeputyId === null ? "" : `，见证 ${nameOf(witnessDeputyId)}`;
  return `${nameOf(deputyId)} · ${ratingMethodLabels[method]}${witness}${comment === null ? "" : `：${comment}`}`;
}

/** Not satisfied means done again, until the deputy accepts it [R73]; every other word leads to closing. */
export function rateReply(scope: TownshipScope, input: RateInput) {
  return takeStep(scope, input, async ({ facts, law, today }) => {
    const { rating, occurredOn } = input;
    obey(ratingNeedsReply(facts, occurredOn));
    const replied = { day: lastReplyOf(facts)?.repliedOn ?? null, what: "答复日期" };
    obey(dayFollows(occurredOn, replied, today, "测评日期"));
    const body = await saveRating(scope, input.id, facts, "reply", input);
    const told = { action: "rate", summary: `测评：${ratingLabels[rating]}`, occurredOn, body };
    if (rating !== "unsatisfied") return { change: { state: "rated" }, told };
    const term = redoDeadline(occurredOn, law);
    return {
      change: {
        state: "redo",
        redoCount: facts.redoCount + 1,
        redoDueOn: utcOf(term.dueOn),
        ratingDueOn: null,
        ratingDueNote: null,
      },
      told: {
        ...told,
        article: term.citation,
        body: `${body.replace(/。$/, "")}。退回重新办理，${term.dueOn}前重新答复`,
        detail: { redo: facts.redoCount + 1 },
      },
    };
  });
}

/** The window has passed without a word of the deputy: not rated, left out of the satisfaction figures [CQ-S 29]. */
export function markNotRated(scope: TownshipScope, input: MarkNotRatedInput) {
  return takeStep(scope, input, ({ facts, today }) => {
    obey(notRatedNeedsWindowPast(facts, today));
    return {
      change: { state: "notRated", notRatedOn: utcOf(today) },
      told: {
        action: "markNotRated",
        summary: "测评期满，标记为未测评",
        occurredOn: today,
        body: "不计入满意度，不作为满意处理",
      },
    };
  });
}

const judgedAfter = (ratedOn: Day) => ({ day: ratedOn, what: "测评日期" });

/** The presidium's word on the unit's reasons for an unsatisfactory reply; valid ones do not count [R74]. */
export function judgeReason(scope: TownshipScope, input: JudgeReasonInput) {
  return takeStep(scope, input, async ({ row, facts, today }) => {
    const { ratingId, valid, note, occurredOn } = input;
    const rating = facts.ratings.find(({ id, rating: word }) => id === ratingId && word === "unsatisfied");
    if (rating === undefined) throw notFound();
    obey(dayFollows(occurredOn, judgedAfter(rating.ratedOn), today, "认定日期"));
    await scope.tx.rating.update({
      where: keyOf(scope, ratingId),
      data: { validReason: valid, validReasonNote: note },
    });
    return {
      change: { state: row.state },
      told: {
        action: "judgeReason",
        summary: valid ? "主席团认定：有正当理由，不计入" : "主席团认定：无正当理由，计入一年三件",
        occurredOn,
        body: note,
      },
    };
  });
}
