import { addDays, type Day, daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { RequestResult, requestStateLabels } from "../labels";

/** Working days within which the county takes a request in, and answers it. */
export type Terms = { receiveDays: number; answerDays: number };
/** A county that has set none goes by these. */
export const defaultTerms: Terms = { receiveDays: 3, answerDays: 15 };

export const mayBeTerms = ({ receiveDays, answerDays }: Terms): Decision =>
  answerDays < receiveDays ? about("answerDays", deny("答复期限不能短于收件期限，请核对。")) : allow;

export type RequestFacts = {
  sentOn: Day;
  receiveDueOn: Day;
  answerDueOn: Day;
  receivedOn: Day | null;
  postponedUntil: Day | null;
  answeredOn: Day | null;
  confirmedOn: Day | null;
  /** it was asked again: another request stands in its place */
  askedAgain: boolean;
};
export type RequestState = keyof typeof requestStateLabels;

export function stateOf(request: RequestFacts): RequestState {
  if (request.askedAgain) return "again";
  if (request.confirmedOn !== null) return "confirmed";
  if (request.answeredOn !== null) return "answered";
  return request.receivedOn === null ? "sent" : "received";
}

type Answering = Pick<RequestFacts, "answerDueOn" | "postponedUntil" | "answeredOn">;

/** By when it is to be answered: the later day, where the county put it off in time and said why. */
export const answerDue = ({ answerDueOn, postponedUntil }: Omit<Answering, "answeredOn">): Day =>
  postponedUntil ?? answerDueOn;

/** By how many days the answer came late, or is late by now; 0 when it is not. */
export const lateBy = (request: Answering, today: Day): number =>
  Math.max(0, daysBetween(answerDue(request), request.answeredOn ?? today));

/** The same of taking it in. */
export const receivedLateBy = (
  { receiveDueOn, receivedOn }: Pick<RequestFacts, "receiveDueOn" | "receivedOn">,
  today: Day,
): number => Math.max(0, daysBetween(receiveDueOn, receivedOn ?? today));

/** The day the county has to act by next; null once it has answered. */
export const nextDue = (request: RequestFacts): Day | null =>
  request.answeredOn !== null
    ? null
    : request.receivedOn === null
      ? request.receiveDueOn
      : answerDue(request);

const notAnswered = ({ answeredOn }: RequestFacts): Decision =>
  answeredOn === null ? allow : deny("这件请示已经答复；乡镇不满意的可以再次请示。");
const isReceived = ({ receivedOn }: RequestFacts): Decision =>
  receivedOn === null ? deny("这件请示还没有收件，请先收件。") : allow;

export const mayReceive = ({ receivedOn }: RequestFacts): Decision =>
  receivedOn === null ? allow : deny("这件请示已经收件，不用再收。");

/** As long again as there was at first, and no longer: what is put off for ever is not answered. */
const latestAnswer = ({ sentOn, answerDueOn }: RequestFacts): Day =>
  addDays(answerDueOn, daysBetween(sentOn, answerDueOn));

/** Put off once, before its day has passed, to a later one. @param until null where no day is named yet */
export const mayPostpone = (request: RequestFacts, until: Day | null, today: Day): Decision =>
  firstDenial(
    isReceived(request),
    notAnswered(request),
    request.postponedUntil === null
      ? allow
      : deny(`这件请示已经延期到 ${request.postponedUntil}，只能延期一次，请按期答复。`),
    today > request.answerDueOn
      ? deny(`答复期限（${request.answerDueOn}）已过，不能再延期，请尽快答复。`)
      : allow,
    until !== null && until <= request.answerDueOn
      ? about("until", deny(`延期后的日期应晚于原期限 ${request.answerDueOn}，请核对。`))
      : allow,
    until !== null && until > latestAnswer(request)
      ? about(
          "until",
          deny(`延期最多延到 ${latestAnswer(request)}（再给一个原来的期限），请改早，或者先答复已经办到的。`),
        )
      : allow,
  );

/** @param said null where nothing is said yet */
export const mayAnswer = (
  request: RequestFacts,
  said: { result: RequestResult; passedTo: string | null } | null,
): Decision =>
  firstDenial(
    isReceived(request),
    notAnswered(request),
    said?.result === "passedOn" && said.passedTo === null
      ? about("passedTo", deny("转有关单位办的，请写明转给哪个单位。"))
      : allow,
    said !== null && said.result !== "passedOn" && said.passedTo !== null
      ? about("passedTo", deny("只有转有关单位办的才填单位，请清空或改选“转有关单位办”。"))
      : allow,
  );

const isAnswered = (request: RequestFacts): Decision =>
  firstDenial(
    request.answeredOn === null ? deny("县人大还没有答复，请等答复后再确认。") : allow,
    request.askedAgain ? deny("已就这件事再次请示，请看新的那一件。") : allow,
    request.confirmedOn === null ? allow : deny("这件请示已经确认办结，不能再改。"),
  );

export const mayConfirm = isAnswered;
/** Whoever is not content asks again, with new terms. */
export const mayAskAgain = isAnswered;

export const mayWithdraw = (request: RequestFacts): Decision =>
  request.receivedOn === null ? allow : deny("县人大已经收件，不能撤回；不用再办的，请打电话告诉县人大。");
