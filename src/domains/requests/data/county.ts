import "server-only";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope } from "@/server/db/scope";
import {
  answerDue,
  lateBy,
  mayAnswer,
  mayPostpone,
  mayReceive,
  nextDue,
  receivedLateBy,
  stateOf,
} from "../rules/requests";
import { type Request, requestById, requestsWhere, requestYears } from "./rows";

const { sql } = Prisma;

const briefOf = (request: Request, today: string) => {
  const { id, kind, title, sentOn, answeredOn, result, postponedUntil } = request;
  return {
    ...{ id, kind, title, sentOn, answeredOn, result, postponedUntil },
    ...{ state: stateOf(request), dueOn: nextDue(request), answerDueOn: answerDue(request) },
    late: request.receivedOn === null ? receivedLateBy(request, today) : lateBy(request, today),
  };
};

/** What waits for the county, by its day, and then what it answered in the year [R92]. */
export async function requestsOfYear(scope: CountyScope, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const found = await requestsWhere(
    scope,
    sql`(extract(year FROM q.sent_on)::int = ${year}::int OR q.answered_on IS NULL)`,
  );
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const names = new Map(townships.map(({ id, name }) => [id, name]));
  const rows = found.map((request) => ({
    ...briefOf(request, today),
    township: names.get(request.townshipId) ?? "",
  }));
  const open = rows
    .filter(({ dueOn }) => dueOn !== null)
    .toSorted((one, other) => (one.dueOn ?? "").localeCompare(other.dueOn ?? ""));
  return {
    ...{ year, today, years: await requestYears(scope, sql`true`) },
    ...{ open, answered: rows.filter(({ dueOn }) => dueOn === null) },
    late: open.filter(({ late }) => late > 0).length,
  };
}

/** One request for the county to act on. */
export async function requestView(scope: CountyScope, { id }: { id: string }) {
  const today = dayOf(scope.now);
  const request = await requestById(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, yearOf(request.sentOn));
  const township = townships.find((one) => one.id === request.townshipId);
  return {
    ...{ today, request, state: stateOf(request), dueOn: nextDue(request), answerBy: answerDue(request) },
    ...{ late: lateBy(request, today), receivedLate: receivedLateBy(request, today) },
    township: { code: township?.code ?? "", name: township?.name ?? "" },
    may: {
      receive: mayReceive(request),
      postpone: mayPostpone(request, null, today),
      answer: mayAnswer(request, null),
    },
  };
}
export type RequestView = Awaited<ReturnType<typeof requestView>>;
