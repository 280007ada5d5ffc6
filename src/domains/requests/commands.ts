import "server-only";
import { townshipNames } from "@/domains/tenancy/data";
import { workingDaysAfter } from "@/domains/tenancy/rules/law";
import { workingCalendarOf } from "@/domains/workdays/data";
import { type Day, dayOf, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference, type Difference } from "@/server/audit/difference";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { ownRequestById, type Request, requestById } from "./data/rows";
import { keepTerms, termsOf } from "./data/terms";
import { changeByCounty, changeOwn, keepRequest } from "./data/writes";
import { requestKindLabels, resultLabels } from "./labels";
import {
  mayAnswer,
  mayAskAgain,
  mayBeTerms,
  mayConfirm,
  mayPostpone,
  mayReceive,
  mayWithdraw,
} from "./rules/requests";
import type { ReasonInput } from "@/server/trpc/inputs";
import type * as inputs from "./schema";

const named = ({ kind, title }: Pick<Request, "kind" | "title">): string =>
  `${requestKindLabels[kind]}请示「${title}」`;

type Told = { act: string; summary: string; detail: Difference | Record<string, unknown> };
const entryOf = (id: string, { act, summary, detail }: Told) => ({
  ...{ action: `requests.${act}`, recordType: "townshipRequest" as const, recordId: id, summary },
  detail: { ...detail },
});

/** By when the county must act, counted from the day of sending by its own terms; a year without its arrangement loses weekends alone. */
async function dueDays(scope: TownshipScope, sentOn: Day) {
  const { receiveDays, answerDays } = await termsOf(scope);
  const calendar = await workingCalendarOf(scope);
  return {
    receiveDueOn: workingDaysAfter(sentOn, receiveDays, calendar),
    answerDueOn: workingDaysAfter(sentOn, answerDays, calendar),
  };
}

type New = Pick<Request, "kind" | "title" | "content" | "againOfId">;

async function send(scope: TownshipScope, said: New, { act, word }: { act: string; word: string }) {
  const sentOn = dayOf(scope.now);
  const due = await dueDays(scope, sentOn);
  const id = await keepRequest(scope, { ...said, sentOn, ...due });
  const { kind, title, content } = said;
  const detail = difference(null, { kind, title, content, sentOn, ...due });
  await scope.audit(entryOf(id, { act, summary: `${word}${named(said)}`, detail }));
  return { id };
}

/** A township asks; by when the county must take it in and answer is fixed with it [R92]. */
export const sendRequest = (scope: TownshipScope, { kind, title, content }: inputs.SendInput) =>
  send(scope, { kind, title, content, againOfId: null }, { act: "send", word: "送出" });

export async function confirmRequest(scope: TownshipScope, { id, version }: inputs.ConfirmInput) {
  const request = await ownRequestById(scope, id);
  obey(mayConfirm(request));
  const confirmedOn = dayOf(scope.now);
  await changeOwn(scope, { id, version }, { confirmedOn: utcOf(confirmedOn) });
  const detail = difference(request, { confirmedOn });
  await scope.audit(entryOf(id, { act: "confirm", summary: `确认${named(request)}已经办结`, detail }));
  return { id };
}

/** Not content with the answer: a request of its own, with days of its own. */
export async function askAgain(scope: TownshipScope, { id, version, content }: inputs.AskAgainInput) {
  const request = await ownRequestById(scope, id);
  obey(mayAskAgain(request));
  await changeOwn(scope, { id, version }, {});
  const { kind, title } = request;
  const made = await send(
    scope,
    { kind, title, content, againOfId: id },
    { act: "askAgain", word: "再次送出" },
  );
  await scope.audit(
    entryOf(id, { act: "askAgain", summary: `对答复不满意，再次送出${named(request)}`, detail: {} }),
  );
  return made;
}

export async function withdrawRequest(scope: TownshipScope, { id, version, reason }: ReasonInput) {
  const request = await ownRequestById(scope, id);
  obey(mayWithdraw(request));
  await changeOwn(
    scope,
    { id, version },
    { voidedAt: scope.now, voidedBy: scope.actor.accountId, voidReason: reason },
  );
  const detail = { reason };
  await scope.audit(entryOf(id, { act: "withdraw", summary: `撤回${named(request)}：${reason}`, detail }));
  return { id };
}

/** What the county does is told in its own history and in the township's. */
async function tell(scope: CountyScope, { id, townshipId }: Request, told: Told): Promise<void> {
  const township = (await townshipNames(scope)).get(townshipId) ?? "";
  await scope.audit(entryOf(id, { ...told, summary: `${township}：${told.summary}` }));
  await scope.auditEach([{ ...entryOf(id, { ...told, summary: `县人大${told.summary}` }), townshipId }]);
}

export async function receiveRequest(scope: CountyScope, { id, version }: inputs.ReceiveInput) {
  const request = await requestById(scope, id);
  obey(mayReceive(request));
  const receivedOn = dayOf(scope.now);
  await changeByCounty(scope, { id, version }, { receivedOn: utcOf(receivedOn), receivedAt: scope.now });
  const detail = difference(request, { receivedOn });
  await tell(scope, request, { act: "receive", summary: `收到${named(request)}`, detail });
  return { id };
}

export async function postponeRequest(scope: CountyScope, input: inputs.PostponeInput) {
  const { id, version, until, reason } = input;
  const request = await requestById(scope, id);
  const today = dayOf(scope.now);
  obey(mayPostpone(request, until, today));
  await changeByCounty(
    scope,
    { id, version },
    {
      ...{ postponedOn: utcOf(today), postponedAt: scope.now },
      ...{ postponedUntil: utcOf(until), postponeReason: reason },
    },
  );
  await tell(scope, request, {
    act: "postpone",
    summary: `把${named(request)}的答复延期到 ${until}：${reason}`,
    detail: difference(request, { postponedUntil: until, postponeReason: reason }),
  });
  return { id };
}

export async function answerRequest(scope: CountyScope, input: inputs.AnswerInput) {
  const { id, version, result, answerText, passedTo } = input;
  const request = await requestById(scope, id);
  obey(mayAnswer(request, { result, passedTo }));
  const answeredOn = dayOf(scope.now);
  await changeByCounty(
    scope,
    { id, version },
    { answeredOn: utcOf(answeredOn), answeredAt: scope.now, result, answerText, passedTo },
  );
  await tell(scope, request, {
    act: "answer",
    summary: `答复${named(request)}：${resultLabels[result]}`,
    detail: difference(request, { answeredOn, result, answerText, passedTo }),
  });
  return { id };
}

/** The county's own terms; requests already sent keep the days they were told. */
export async function setTerms(scope: CountyScope, input: inputs.SetTermsInput) {
  const { receiveDays, answerDays } = input;
  obey(mayBeTerms(input));
  const before = await termsOf(scope);
  await keepTerms(scope, input);
  await scope.audit({
    ...{ action: "requests.setTerms", recordType: "requestTerm", recordId: null },
    summary: `请示办理期限：${receiveDays} 个工作日内收件，${answerDays} 个工作日内答复`,
    detail: difference(before, { receiveDays, answerDays }),
  });
  return { receiveDays, answerDays };
}
