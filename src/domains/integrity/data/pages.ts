import "server-only";
import { decidedOn } from "@/domains/figures/data/result";
import { yearsOf } from "@/domains/figures/data/years";
import { townshipsOf } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { refusalOf } from "@/lib/decision";
import { notFound } from "@/lib/errors";
import { pageRows } from "@/lib/listing";
import { pick } from "@/lib/pick";
import type { CountyScope, PositionScope } from "@/server/db/scope";
import { mayStillAnswer, mayStillDecide } from "../rules/deciding";
import { type Call, callsOf, firstCalls } from "../rules/calls";
import { signalCodes } from "../rules/signals";
import type { MapInput, OwnInput, SignalsInput } from "../schema";
import { stakesOf } from "./stakes";
import { linesOf, type Standing, standingsOf } from "./told";

/** How a township stands in one signal; `open` waits for the county's word. */
const tally = (standings: readonly Standing[]) => ({
  all: standings.length,
  open: standings.filter(({ decided }) => decided === null).length,
  answered: standings.filter(({ decided, answer }) => decided === null && answer !== null).length,
  confirmed: standings.filter(({ decided }) => decided?.decision === "confirmed").length,
});

export type Tallied = ReturnType<typeof tally>;

const callShown = ({ first, recordIds, ...call }: Call, code: string, name: string) => ({
  ...pick(call, "signal", "signals", "answered", "along", "takenOff", "rests"),
  ...{ township: { code, name }, text: first.text, day: first.day, records: recordIds.length },
});

/** What is still to be asked or decided, the weightiest call first; nothing once nothing can be concluded any more. */
async function callsIn(scope: CountyScope, year: number, standings: readonly Standing[]): Promise<Call[]> {
  const open = standings.flatMap(({ raised, answer, decided }) =>
    decided === null ? [{ raised, answered: answer !== null }] : [],
  );
  return open.length === 0 ? [] : callsOf(open, await stakesOf(scope, year, open));
}

/** The county's year at a glance: every township by every signal, and whom to call first. */
export async function map(scope: CountyScope, { year }: MapInput) {
  const today = dayOf(scope.now);
  const standings = await standingsOf(scope, year);
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const years = await yearsOf(scope.tx, { countyId: scope.countyId, townshipId: null, today });
  const refusal = refusalOf(mayStillDecide(year, await decidedOn(scope, year)));
  const calls = refusal === null ? await callsIn(scope, year, standings) : [];
  return {
    ...{ year, today, years, total: tally(standings) },
    /** why nothing can be concluded any more */
    refusal,
    firstCalls,
    calls: calls.flatMap((call) => {
      const of = townships.find(({ id }) => id === call.townshipId);
      return of === undefined ? [] : callShown(call, of.code, of.shortName);
    }),
    townships: townships.map(({ id, code, name, shortName, class: ofClass }) => {
      const own = standings.filter(({ raised }) => raised.townshipId === id);
      const cells = signalCodes.map((signal) => ({
        signal,
        ...tally(own.filter(({ raised }) => raised.signal === signal)),
      }));
      return { code, name, shortName, class: ofClass, cells };
    }),
  };
}

export type SignalMap = Awaited<ReturnType<typeof map>>;

const part = (standings: readonly Standing[], page: number) =>
  standings.slice((page - 1) * pageRows, page * pageRows);

/** What nobody has decided comes first. */
const openFirst = (standings: readonly Standing[]): Standing[] => [
  ...standings.filter(({ decided }) => decided === null),
  ...standings.filter(({ decided }) => decided !== null),
];

/** The signals of a township, of a kind, or all of them: one page. */
export async function signals(scope: CountyScope, input: SignalsInput) {
  const { year, of: code, signal, page } = input;
  const townships = await townshipsOf(scope.tx, scope.countyId, year);
  const township = code === null ? null : townships.find((one) => one.code === code);
  if (township === undefined) throw notFound();
  const fitting = (await standingsOf(scope, year)).filter(
    ({ raised }) =>
      (township === null || raised.townshipId === township.id) &&
      (signal === null || raised.signal === signal),
  );
  const rows = await linesOf(scope, year, part(openFirst(fitting), page), true);
  return { total: fitting.length, rows };
}

/** A township's own signals; of other townships nothing is told but that a text is like one of theirs. */
export async function own(scope: PositionScope, { year, page }: OwnInput) {
  const { countyId, ownTownshipId: townshipId } = scope;
  const today = dayOf(scope.now);
  const mine = (await standingsOf(scope, year)).filter(({ raised }) => raised.townshipId === townshipId);
  const years = await yearsOf(scope.tx, { countyId, townshipId, today });
  const shown = part(openFirst(mine), page);
  const lines = await linesOf(scope, year, shown, false);
  // An answer is to all the records that a signal is about, also to those that the line does not name.
  const rows = lines.map((line, index) => ({ ...line, about: shown[index]?.raised.records ?? [] }));
  const refusal = refusalOf(mayStillAnswer(year, await decidedOn(scope, year)));
  return { year, today, years, refusal, total: mine.length, tally: tally(mine), rows };
}

export type OwnSignals = Awaited<ReturnType<typeof own>>;
