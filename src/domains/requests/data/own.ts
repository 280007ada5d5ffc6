import "server-only";
import { historyOf } from "@/domains/history/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import {
  answerDue,
  lateBy,
  mayAskAgain,
  mayConfirm,
  mayWithdraw,
  nextDue,
  receivedLateBy,
  stateOf,
} from "../rules/requests";
import { ofTownship, ownRequestById, requestsWhere, requestYears } from "./rows";

const { sql } = Prisma;

/** What a township asked in a year, and what still waits from before. */
export async function ownRequests(scope: TownshipReader, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const found = await requestsWhere(
    scope,
    sql`${ofTownship(scope)} AND (extract(year FROM q.sent_on)::int = ${year}::int OR q.answered_on IS NULL)`,
  );
  return {
    ...{ year, today, years: await requestYears(scope, ofTownship(scope)) },
    rows: found.map((request) => {
      const { id, kind, title, sentOn, answeredOn, result } = request;
      return {
        ...{ id, kind, title, sentOn, answeredOn, result, state: stateOf(request) },
        ...{ dueOn: nextDue(request), answerDueOn: answerDue(request), late: lateBy(request, today) },
      };
    }),
  };
}

export async function ownRequest(scope: TownshipScope, { id }: { id: string }) {
  const today = dayOf(scope.now);
  const request = await ownRequestById(scope, id);
  const { enteredAt, enteredByName, sentOn } = request;
  const entered = { occurredOn: sentOn, enteredAt, enteredByName, source: "form", sourceNote: null };
  return {
    ...{ today, request, state: stateOf(request), dueOn: nextDue(request), answerBy: answerDue(request) },
    ...{ late: lateBy(request, today), receivedLate: receivedLateBy(request, today) },
    timeline: await historyOf(scope, id, entered),
    may: {
      confirm: mayConfirm(request),
      askAgain: mayAskAgain(request),
      withdraw: mayWithdraw(request),
    },
  };
}
