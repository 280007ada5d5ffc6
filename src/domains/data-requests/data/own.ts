import "server-only";
import { historyOf } from "@/domains/history/data";
import { dayOf, yearOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import { askLateBy, mayAnswer } from "../rules/asks";
import { isHeldKey, labelOf, pageOfKey, places } from "../rules/held";
import type { AskInput, OwnAsksInput } from "../schema";
import { type Ask, asksWhere, openIn, ownAskById, yearsFound } from "./rows";

const { sql } = Prisma;

const brief = ({ request }: Ask) => {
  const { title, kind, committee, sentOn, dueOn, year } = request;
  return { title, kind, committee, sentOn, dueOn, year };
};

/** What the county asked of a township in a year. */
export async function ownAsks(scope: TownshipReader, input: OwnAsksInput) {
  const today = dayOf(scope.now);
  const year = input.year ?? yearOf(today);
  const mine = sql`a.township_id = ${scope.townshipId}::uuid`;
  const rows = await asksWhere(scope, sql`${mine} AND ${openIn(year)}`);
  const known = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT y.year FROM data_ask a JOIN data_request r ON r.county_id = a.county_id AND r.id = a.request_id, ${yearsFound}
    WHERE ${own(scope, sql`a`)}`;
  return {
    ...{ year, today, years: known.map((row) => row.year) },
    rows: rows.map((ask) => ({
      ...{ id: ask.id, state: ask.state, answeredOn: ask.answeredOn, request: brief(ask) },
      late: askLateBy(ask.facts, today),
    })),
  };
}

/** A request with what the system already holds of it, where the township may point instead of answering. */
export async function ownAsk(scope: TownshipReader, { id }: AskInput) {
  const ask = await ownAskById(scope, id);
  const today = dayOf(scope.now);
  const { request, facts, townshipId: _, ...row } = ask;
  const placeOf = (key: string) =>
    isHeldKey(key) ? { key, label: labelOf(key), page: pageOfKey(key) } : null;
  const known = request.held.flatMap(({ key }) => placeOf(key) ?? []);
  const { sentOn, sentByName } = request;
  const entry = { occurredOn: sentOn, enteredAt: sentOn, enteredByName: sentByName, source: "form" };
  return {
    ...{ ...row, late: askLateBy(facts, today), today },
    request: {
      ...{ ...brief(ask), ask: request.ask, basis: request.basis, despite: request.despite, sentByName },
      ...{ recalledOn: request.recalledOn, recallReason: request.recallReason },
    },
    held: known,
    places: [...known, ...places.filter(({ key }) => !known.some((one) => one.key === key))].map(
      ({ key, label }) => ({ key, label }),
    ),
    place: ask.heldKey === null ? null : placeOf(ask.heldKey),
    may: { answer: mayAnswer(facts, { answer: "…", heldKey: null }) },
    timeline: await historyOf(scope, id, { ...entry, sourceNote: null }),
  };
}
