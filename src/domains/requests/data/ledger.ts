import "server-only";
import { dayOf, yearOf } from "@/lib/dates";
import type { CountyScope, TownshipScope } from "@/server/db/scope";
import { lineOf, type OpenAnswer, yearsOf } from "../rules/ledger";
import { termsOf } from "./terms";

/**
 * How the county answered its townships: the same for the county and each of them. The database gives days and results
 * alone (app.open_answers), so that nobody reads whose request it was or what it said.
 */
export async function ledger(scope: CountyScope | TownshipScope, input: { year: number | null }) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const answers = await scope.tx.$queryRaw<OpenAnswer[]>`
    SELECT kind, sent_on::text AS "sentOn", receive_due_on::text AS "receiveDueOn", received_on::text AS "receivedOn",
      answer_due_on::text AS "answerDueOn", postponed_until::text AS "postponedUntil", answered_on::text AS "answeredOn", result,
      withdrawn_on::text AS "withdrawnOn"
    FROM app.open_answers() a ORDER BY sent_on DESC, answer_due_on, kind, answered_on LIMIT 20000`;
  const { version: _, ...terms } = await termsOf(scope);
  return {
    ...{ today, year, terms },
    years: yearsOf(answers, today),
    lines: answers.filter(({ sentOn }) => yearOf(sentOn) === year).map((one) => lineOf(one, today)),
  };
}

export type Ledger = Awaited<ReturnType<typeof ledger>>;
