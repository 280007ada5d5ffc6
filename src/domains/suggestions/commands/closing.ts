import "server-only";
import { type Day, utcOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { enteredToday, keyOf, newLine } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { outcomeLabels, ratingLabels } from "../labels";
import { dayFollows } from "../rules/days";
import { confirmedConsultationOf, lastReplyOf, type PromiseFact, type SuggestionFacts } from "../rules/facts";
import {
  callbackNeedsClosing,
  closingNeedsSecondConsultation,
  outcomeNeedsGrounds,
  promiseNeedsReply,
} from "../rules/gates";
import { fulfilmentNeedsPromise, promiseNeedsDay, verificationNeedsFulfilment } from "../rules/promises";
import type {
  AddPromiseInput,
  CallBackInput,
  CloseInput,
  FulfilPromiseInput,
  VerifyPromiseInput,
} from "../schema";
import { saveRating } from "./rating";
import { takeStep } from "./step";

type NewPromise = { content: string; dueOn: Day };

async function writePromises(
  scope: TownshipScope,
  suggestionId: string,
  promises: readonly NewPromise[],
): Promise<void> {
  await scope.tx.promise.createMany({
    data: promises.map(({ content, dueOn }) => ({
      ...newLine(scope),
      suggestionId,
      content,
      dueOn: utcOf(dueOn),
    })),
  });
}

const isTracked = (outcome: string): boolean => outcome === "B" || outcome === "C";

/**
 * Closes with the outcome A to E (R75). A is solved on that day. B and C are tracked by their promises and close
 * when a deputy has verified the last of them.
 */
export function closeSuggestion(scope: TownshipScope, input: CloseInput) {
  return takeStep(scope, input, async ({ facts, today }) => {
    obey(closingNeedsSecondConsultation(facts));
    const { outcome, note, promises, occurredOn } = input;
    const open = facts.promises.filter((promise) => promise.verifiedOn === null).length;
    obey(outcomeNeedsGrounds(outcome, { promises: promises.length + open, note }));
    const confirmed = {
      day: confirmedConsultationOf(facts, 2)?.confirmedOn ?? null,
      what: "代表确认面商日期",
    };
    obey(dayFollows(occurredOn, confirmed, today, "办结日期"));
    for (const { dueOn } of promises) obey(promiseNeedsDay(dueOn, occurredOn));
    await writePromises(scope, input.id, promises);
    const tracked = isTracked(outcome);
    const day = utcOf(occurredOn);
    const said = promises.map(({ content, dueOn }) => `承诺${dueOn}前：${content}`);
    return {
      change: {
        state: tracked ? "tracking" : "closed",
        outcome,
        outcomeNote: note,
        closedOn: tracked ? null : day,
        solvedOn: outcome === "A" ? day : null,
      },
      told: {
        action: "close",
        summary: tracked ? `转入跟踪：${outcomeLabels[outcome]}` : `办结：${outcomeLabels[outcome]}`,
        occurredOn,
        body: [note, ...said].filter((words) => words !== null).join("；") || null,
      },
    };
  });
}

export function addPromise(scope: TownshipScope, input: AddPromiseInput) {
  return takeStep(scope, input, async ({ facts, today }) => {
    obey(promiseNeedsReply(facts));
    const { content, dueOn, occurredOn } = input;
    const replied = { day: lastReplyOf(facts)?.repliedOn ?? null, what: "答复日期" };
    obey(dayFollows(occurredOn, replied, today, "承诺日期"));
    obey(promiseNeedsDay(dueOn, occurredOn));
    await writePromises(scope, input.id, [{ content, dueOn }]);
    return {
      change: { state: facts.state },
      told: { action: "addPromise", summary: `登记承诺（${dueOn}前）`, occurredOn, body: content },
    };
  });
}

const promiseOf = (facts: SuggestionFacts, id: string): PromiseFact | undefined =>
  facts.promises.find((promise) => promise.id === id);

export function fulfilPromise(scope: TownshipScope, input: FulfilPromiseInput) {
  return takeStep(scope, input, async ({ facts, lines, today }) => {
    const { promiseId, note, occurredOn } = input;
    obey(fulfilmentNeedsPromise(promiseOf(facts, promiseId)));
    const replied = { day: lastReplyOf(facts)?.repliedOn ?? null, what: "答复日期" };
    obey(dayFollows(occurredOn, replied, today, "兑现日期"));
    await scope.tx.promise.update({
      where: keyOf(scope, promiseId),
      data: { fulfilledOn: utcOf(occurredOn), fulfilNote: note, fulfilledEnteredOn: enteredToday(scope) },
    });
    const content = lines.promises.find(({ id }) => id === promiseId)?.content ?? "";
    return {
      change: { state: facts.state },
      told: {
        action: "fulfilPromise",
        summary: `承诺已兑现，待代表核实`,
        occurredOn,
        body: `${content} · ${note}`,
      },
    };
  });
}

/** When the last promise of a tracked suggestion is verified, it is solved and closed. */
function afterVerification(facts: SuggestionFacts, promiseId: string, occurredOn: Day) {
  const left = facts.promises.filter(({ id, verifiedOn }) => id !== promiseId && verifiedOn === null).length;
  if (facts.state !== "tracking" || left > 0) return { state: facts.state };
  return { state: "closed" as const, closedOn: utcOf(occurredOn), solvedOn: utcOf(occurredOn) };
}

/**
 * The deputy looks at what was promised and rates it anew [CQ-S 24, 28]; not satisfied, the promise is open again.
 */
export function verifyPromise(scope: TownshipScope, input: VerifyPromiseInput) {
  return takeStep(scope, input, async ({ facts, lines, today }) => {
    const { promiseId, occurredOn, deputyId, rating } = input;
    const promise = promiseOf(facts, promiseId);
    obey(verificationNeedsFulfilment(promise));
    const fulfilled = { day: promise?.fulfilledOn ?? null, what: "兑现日期" };
    obey(dayFollows(occurredOn, fulfilled, today, "核实日期"));
    const who = await saveRating(scope, input.id, facts, "promise", input);
    const kept = rating !== "unsatisfied";
    await scope.tx.promise.update({
      where: keyOf(scope, promiseId),
      data: kept
        ? {
            verifiedOn: utcOf(occurredOn),
            verifiedByDeputyId: deputyId,
            verifiedEnteredOn: enteredToday(scope),
          }
        : { fulfilledOn: null, fulfilNote: null, fulfilledEnteredOn: null },
    });
    const content = lines.promises.find(({ id }) => id === promiseId)?.content ?? "";
    const change = kept ? afterVerification(facts, promiseId, occurredOn) : { state: facts.state };
    const solved = "solvedOn" in change ? "，承诺全部兑现，已解决并办结" : "";
    return {
      change,
      told: {
        action: "verifyPromise",
        summary: kept ? `代表核实承诺：${ratingLabels[rating]}${solved}` : "代表核实承诺：不满意，继续办理",
        occurredOn,
        body: `${content}（${who}）`,
      },
    };
  });
}

/** The deputy is called back after the closing: does it still hold? [R81] */
export function callBack(scope: TownshipScope, input: CallBackInput) {
  return takeStep(scope, input, ({ facts, today }) => {
    obey(callbackNeedsClosing(facts));
    const { occurredOn, note } = input;
    const closed = { day: facts.closedOn ?? lastReplyOf(facts)?.repliedOn ?? null, what: "办结日期" };
    obey(dayFollows(occurredOn, closed, today, "回访日期"));
    return {
      change: { calledBackOn: utcOf(occurredOn), callbackNote: note },
      told: { action: "callBack", summary: "回访代表", occurredOn, body: note },
    };
  });
}
