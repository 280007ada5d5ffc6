import "server-only";
import { inOfficeThen } from "@/domains/deputies/data/in-office";
import { type CommandSlots, recordCommands } from "@/domains/records/commands";
import { petition } from "@/domains/petitions/record";
import { petitionFrom } from "@/domains/petitions/rules/entering";
import {
  enterSuggestion,
  type NewSuggestion,
  reckoningOf,
  signersOf,
} from "@/domains/suggestions/data/entering";
import { sameIn } from "@/domains/records/data/reads";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { isEnteredOnce } from "@/lib/records/once";
import { difference } from "@/server/audit/difference";
import { changeOne } from "@/server/db/change";
import { entryDays } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { loadOpinion } from "../data/opinions";
import { receptionNamed, stationNamed } from "../data/stations";
import { satisfactionLabels } from "../labels";
import { voterOpinion } from "../record";
import {
  hasItsWords,
  heardThere,
  keepsBeforeAnswer,
  mayAnswer,
  mayBecome,
  mayRate,
  tellsTheVoter,
} from "../rules/opinions";
import { stationWasOpen } from "../rules/stations";
import type { AnswerInput, RateInput, RevealInput, ToPetitionInput, ToSuggestionInput } from "../schema";

export const opinionSlots: CommandSlots<typeof voterOpinion> = {
  /** A form never holds the whole number: left empty it stays as it was. */
  complete: (_, all, { before }) =>
    all.map((facts) => ({ ...facts, voterPhone: facts.voterPhone ?? before?.facts.voterPhone ?? null })),
  others: sameIn(voterOpinion, "occurredOn"),
  mayBe: async (scope, facts, { before, others }) => {
    const held = before === null ? null : (await loadOpinion(scope, before.id)).judged;
    return firstDenial(
      hasItsWords(held?.carrier ?? null),
      keepsBeforeAnswer(facts.occurredOn, held?.answeredOn ?? null),
      stationWasOpen(await stationNamed(scope, facts.stationId), facts.occurredOn),
      heardThere(facts, await receptionNamed(scope, facts.receptionId)),
      await inOfficeThen(scope, facts),
      isEnteredOnce(voterOpinion, ["topic", "occurredOn", "category", "content"], facts, others),
    );
  },
};

type Held = Awaited<ReturnType<typeof loadOpinion>>;
type Told = { action: string; summary: string; occurredOn: Day };

/** Takes a step of an opinion and writes down what it changed. */
async function step(
  scope: TownshipScope,
  { id, kept }: Held,
  seen: { id: string; version: number },
  changes: Partial<Held["kept"]> & { suggestionId?: string; petitionId?: string },
  { action, summary, occurredOn }: Told,
) {
  await changeOne(scope, "voterOpinion", seen, {
    ...changes,
    ...entryDays(scope, changes, ["answered", "rated"]),
  });
  await scope.audit({
    ...{ action: `opinions.${action}`, recordType: "voterOpinion", recordId: id, summary, occurredOn },
    detail: difference({ ...kept, suggestionId: null, petitionId: null }, changes),
  });
  return { id };
}

/** The office answers the voter, or corrects what it answered; whether the voter is content may be said at once [R58]. */
export async function answerOpinion(scope: TownshipScope, input: AnswerInput) {
  const held = await loadOpinion(scope, input.id);
  const { answeredOn, answer, satisfaction } = input;
  // What the voter says of it now takes the place of what was said before.
  const ratedOn = satisfaction === null ? held.judged.ratedOn : null;
  obey(hasItsWords(held.judged.carrier));
  obey(tellsTheVoter(answer));
  obey(mayAnswer({ ...held.judged, ratedOn }, answeredOn, dayOf(scope.now)));
  const again = held.judged.answeredOn !== null;
  const rated = satisfaction === null ? {} : { satisfaction, ratedOn: utcOf(answeredOn) };
  const summary = `${again ? "更正对" : "答复"}${voterOpinion.titleOf(held.facts)}${again ? "的答复" : ""}`;
  const told = { action: "answer", summary, occurredOn: answeredOn };
  return step(scope, held, input, { answeredOn: utcOf(answeredOn), answer, ...rated }, told);
}

export async function rateOpinion(scope: TownshipScope, input: RateInput) {
  const held = await loadOpinion(scope, input.id);
  const { ratedOn, satisfaction } = input;
  obey(mayRate(held.judged, ratedOn, dayOf(scope.now)));
  const summary = `选民对${voterOpinion.titleOf(held.facts)}的答复${satisfactionLabels[satisfaction]}`;
  const told = { action: "rate", summary, occurredOn: ratedOn };
  return step(scope, held, input, { satisfaction, ratedOn: utcOf(ratedOn) }, told);
}

/** The opinion becomes a deputy's suggestion, word for word; what is replied there answers it [R58]. */
export async function toSuggestion(scope: TownshipScope, input: ToSuggestionInput) {
  const held = await loadOpinion(scope, input.id);
  obey(mayBecome(held.judged));
  const { topic, content, category, channel } = held.facts;
  const today = dayOf(scope.now);
  const draft: NewSuggestion = {
    kind: "suggestion",
    title: topic,
    content: content ?? topic,
    category,
    origin: channel === "reception" ? "reception" : "intersession",
    sessionId: null,
    leadDeputyId: input.leadDeputyId,
    cosignerIds: [],
    occurredOn: today,
    isPublic: false,
    submit: false,
    sourceNote: `${held.facts.occurredOn} 选民意见`,
    lateReason: null,
  };
  const signers = await signersOf(scope, draft);
  const suggestion = await enterSuggestion(scope, draft, {
    ...(await reckoningOf(scope)),
    closedOn: null,
    signers,
  });
  const number = `${suggestion.year}年第${suggestion.number}号`;
  const summary = `${voterOpinion.titleOf(held.facts)}转为建议（${number}）`;
  const told = { action: "toSuggestion", summary, occurredOn: today };
  await step(scope, held, input, { suggestionId: suggestion.id }, told);
  return { id: suggestion.id };
}

/** The opinion becomes a petition, word for word: what the unit finds answers it, and who may not see petitions sees the day alone [R58]. */
export async function toPetition(scope: TownshipScope, input: ToPetitionInput) {
  const held = await loadOpinion(scope, input.id);
  obey(mayBecome(held.judged));
  const { topic, content, category, channel, occurredOn, voterName, voterPhone } = held.facts;
  const known = {
    ...{ topic, content, category, occurredOn, channel },
    ...{ petitionerName: voterName, petitionerPhone: voterPhone },
  };
  const { township, idempotencyKey } = input;
  const made = petitionFrom(known, `${occurredOn} 选民意见`);
  const line = await recordCommands(petition).enter(scope, { township, idempotencyKey, ...made });
  await scope.audit(line);
  const summary = `${voterOpinion.titleOf(held.facts)}转为信访件`;
  const told = { action: "toPetition", summary, occurredOn: dayOf(scope.now) };
  await step(scope, held, input, { petitionId: line.recordId }, told);
  return { id: line.recordId };
}

/** Writes down that somebody looks at the voter's whole number, and why; the number is no part of the answer kept [PIPL]. */
export async function revealVoterPhone(scope: TownshipScope, { id, reason }: RevealInput) {
  const { facts } = await loadOpinion(scope, id);
  await scope.audit({
    ...{ action: "opinions.revealPhone", looked: true, recordType: "voterOpinion", recordId: id },
    summary: `查看${voterOpinion.titleOf(facts)}的选民电话：${reason}`,
  });
  return { id };
}
