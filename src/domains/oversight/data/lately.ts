import "server-only";
import { dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import type { CountyScope } from "@/server/db/scope";
import { lastInCounty } from "@/server/evidence/last-change";

/** What was reckoned lately, by county and question, with the county's last change and the day that it is of. */
const kept = lastFewOf<{ state: string; answer: Promise<unknown> }>("overview", 200);

/** Reckons what the county's records say, and again when any of them has changed or a day has passed. */
export async function asOfNow<Answer>(
  scope: CountyScope,
  question: string,
  reckon: () => Promise<Answer>,
): Promise<Answer> {
  const [last] = await scope.tx.$often<{ seq: number }[]>`SELECT (${lastInCounty})::float8 AS seq`;
  const [place, state] = [`${scope.countyId} ${question}`, `${last?.seq ?? 0} ${dayOf(scope.now)}`];
  const known = kept.get(place);
  // Who reckoned may have been cut off; then everybody reckons for himself.
  if (known?.state === state) return (known.answer as Promise<Answer>).catch(reckon);
  const answer = reckon();
  kept.keep(place, { state, answer });
  answer.catch(() => kept.forget(place));
  return answer;
}
