import "server-only";
import { countyHistoryOf } from "@/domains/history/data";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf, yearOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import { askLateBy, askProgress, mayExempt, mayGiveBack, mayRecall } from "../rules/asks";
import { isHeldKey, labelOf, pageOfKey } from "../rules/held";
import type { RequestInput, RequestsInput } from "../schema";
import { asksOf, asksWhere, openIn, requestById, requestsWhere, yearsFound } from "./rows";

/** What the county asked in a year, and how far each request is. */
export async function requestsOfYear(scope: CountyScope, input: RequestsInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const requests = await requestsWhere(scope, openIn(year));
  const asks = await asksWhere(scope, openIn(year));
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT y.year FROM data_request r, ${yearsFound} WHERE r.county_id = ${scope.countyId}::uuid`;
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    rows: requests.map(({ id, title, kind, committee, sentOn, dueOn, recalledOn, despite }) => ({
      ...{ id, title, kind, committee, sentOn, dueOn, recalledOn, despite },
      progress: askProgress(
        asks.filter(({ request }) => request.id === id).map(({ facts }) => facts),
        today,
      ),
    })),
  };
}

/** One request with what came from each township, who is late, and what may be done of each. */
export async function requestView(scope: CountyScope, { id }: RequestInput) {
  const today = dayOf(scope.now);
  const request = await requestById(scope, id);
  const asks = await asksOf(scope, id);
  const townships = await townshipsOf(scope.tx, scope.countyId, request.year);
  const timeline = await countyHistoryOf(scope, id);
  const place = new Map(townships.map((one, index) => [one.id, { ...one, index }]));
  return {
    ...{ today, request, timeline, may: { recall: mayRecall(request).allowed } },
    progress: askProgress(
      asks.map(({ facts }) => facts),
      today,
    ),
    rows: asks
      .map((ask) => {
        const { facts, townshipId, heldKey, state, version, files } = ask;
        const { code = "", name = "" } = place.get(townshipId) ?? {};
        const key = heldKey !== null && isHeldKey(heldKey) ? heldKey : null;
        return {
          ...{ id: ask.id, version, state, files, code, name, late: askLateBy(facts, today) },
          ...{ answer: ask.answer, answeredOn: ask.answeredOn, answeredByName: ask.answeredByName },
          returnWhy: ask.returnWhy,
          place: key === null ? null : { label: labelOf(key), href: `/t/${code}/${pageOfKey(key)}` },
          may: { giveBack: mayGiveBack(facts).allowed, exempt: mayExempt(facts).allowed },
          index: place.get(townshipId)?.index ?? 0,
        };
      })
      .toSorted((one, other) => one.index - other.index),
  };
}
