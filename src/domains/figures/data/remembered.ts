import "server-only";
import { createHash } from "node:crypto";
import { lawChoiceOf, townshipsIn } from "@/domains/tenancy/data";
import type { LawChoice } from "@/domains/tenancy/rules/law";
import { type Day, dayOf } from "@/lib/dates";
import { lastFewOf } from "@/lib/last-few";
import { lastInCounty, lastInTownship, lastOfCounty, leavesYear } from "@/server/evidence/last-change";
import { Prisma } from "@/server/db/generated/client";
import { type CountyScope, withCountyScope } from "@/server/db/scope";
import { logFault } from "@/server/http/faults";
import type { PartSum } from "../rules/cells";
import type { MetricCode } from "../rules/metrics";
import { judgedIn, sumEvidence, summing, type YearSum } from "./evidence";
import { countedIn } from "./schemes";
import { sumTogether } from "./year-sums";

/*
 * Counting a year reads every record of it, while a change touches one township. Every change writes an audit row in its
 * own transaction; so what was counted for a township holds until its last audit number, the county's own, or the
 * definition (the statement with its law and its day) is another. Steps of a suggestion leave the years before its
 * register's as they were. Nothing is kept up beside the evidence, which stays the
 * only definition: what no longer holds is counted anew by whoever asks next.
 */

type Line = [PartSum["metric"], PartSum["part"], number, number, number, number, number];

/** A township's year as it stands at these audit numbers; with its sums when those that are remembered still hold. */
type Known = {
  townshipId: string;
  year: number;
  definition: string;
  townshipSeq: number;
  countySeq: number;
  sums: Line[] | null;
};

export const linesOf = (sums: readonly YearSum[]): Line[] =>
  sums.map(({ metric, part, numerator, denominator, counted, leftOut, records }) => [
    ...([metric, part] as const),
    ...([numerator, denominator, counted, leftOut, records] as const),
  ]);

export const sumsIn = ({ townshipId, year }: Known, lines: readonly Line[]): YearSum[] =>
  lines.map(([metric, part, numerator, denominator, counted, leftOut, records]) => {
    const amounts = { numerator, denominator, counted, leftOut, records };
    return { year, townshipId, metric, part, ...amounts };
  });

type Asked = { choice: LawChoice; today: Day; metrics: readonly MetricCode[] };

/** What is counted in a year: the statement and all it is given but whose rows. Another law, day, scheme or release gives another. */
function definitionOf({ choice, today, metrics }: Asked, year: number): string {
  const period = { countyId: "", townshipId: null, today, fromYear: year, toYear: year };
  const { sql, values } = summing(judgedIn(choice, period), metrics);
  return createHash("sha256")
    .update(JSON.stringify([sql, values]))
    .digest("base64url");
}

/** The statement is long, and whoever looks at what is remembered asks for the same few. */
const definitions = lastFewOf<string>("definitions", 200);

async function definitionsOf({ tx, countyId, now }: CountyScope, years: readonly number[]) {
  const choice = await lawChoiceOf({ tx, countyId });
  const asked = { choice, today: dayOf(now), metrics: await countedIn({ tx, countyId }) };
  return years.map((year) => {
    const key = JSON.stringify([asked, year]);
    return definitions.get(key) ?? definitions.keep(key, definitionOf(asked, year));
  });
}

/** In which state a county's figures are: nothing of it has changed, and nothing was counted or mended, while this is the same. */
export async function stateOf({ tx, countyId }: CountyScope): Promise<string> {
  const [row] = await tx.$often<{ state: string }[]>`
    SELECT concat(${lastInCounty}, ' ', (SELECT max(counted_at) FROM figure_sums WHERE county_id = ${countyId}::uuid)) AS state`;
  return row?.state ?? "";
}

const y = Prisma.sql`y`;

/** Every township's years, or the one's, with the audit numbers they stand at now. */
export async function known(
  scope: CountyScope,
  years: readonly number[],
  townshipId: string | null = null,
): Promise<Known[]> {
  const { tx, countyId } = scope;
  const definitions = await definitionsOf(scope, years);
  return tx.$often<Known[]>`
    SELECT y.township_id AS "townshipId", y.year, y.definition, township.seq AS "townshipSeq", county.seq AS "countySeq",
      CASE WHEN (s.definition, s.county_seq) = (y.definition, county.seq)
        AND (s.township_seq = township.seq OR s.township_seq < township.seq AND ${leavesYear(y, Prisma.sql`s.township_seq`)}) THEN s.sums END AS sums
    FROM ${lastOfCounty(countyId)} county
    CROSS JOIN (SELECT ${countyId}::uuid AS county_id, id AS township_id, year, definition
      FROM ${townshipsIn({ countyId, townshipId })} t
      CROSS JOIN unnest(${years}::int[], ${definitions}::text[]) asked (year, definition)) y
    CROSS JOIN LATERAL ${lastInTownship(y)} township
    LEFT JOIN figure_sums s ON s.county_id = y.county_id AND s.township_id = y.township_id AND s.year = y.year`;
}

type Stale = Known & { sums: null };
const isStale = (one: Known): one is Stale => one.sums === null;

/** Fewer are counted one by one, by the index that begins with the township; more in one pass over the county's year. */
export const fewApart = 4;

/** Counts what no longer holds, in the scope of the one who asks. */
export async function counted(scope: CountyScope, stale: readonly Known[]): Promise<YearSum[]> {
  const { tx, countyId, now } = scope;
  const today = dayOf(now);
  const townships = [...new Set(stale.map(({ townshipId }) => townshipId))];
  const years = [...new Set(stale.map(({ year }) => year))];
  const metrics = await countedIn(scope);
  const sums: YearSum[] = [];
  if (townships.length < fewApart) {
    // To plan the statement takes longer than to run it: a township's years are counted in one pass.
    const span = { fromYear: Math.min(...years), toYear: Math.max(...years) };
    for (const townshipId of townships)
      sums.push(...(await sumEvidence(tx, { countyId, townshipId, ...span, today }, metrics)));
  } else
    for (const year of years)
      sums.push(
        ...(await sumTogether(
          scope,
          { countyId, townshipId: null, fromYear: year, toYear: year, today },
          metrics,
        )),
      );
  return sums;
}

export const ofOne = (sums: readonly YearSum[], { townshipId, year }: Known): YearSum[] =>
  sums.filter((sum) => sum.townshipId === townshipId && sum.year === year);

/** Keeps what was counted, with the numbers that were read before it was. */
export async function remember(
  scope: CountyScope,
  stale: readonly Known[],
  sums: readonly YearSum[],
): Promise<void> {
  const rows = stale.map((one) => ({ ...one, sums: linesOf(ofOne(sums, one)) }));
  await scope.tx.$executeRaw`
    INSERT INTO figure_sums (county_id, township_id, year, definition, township_seq, county_seq, sums)
    SELECT ${scope.countyId}::uuid, r."townshipId", r.year, r.definition, r."townshipSeq", r."countySeq", r.sums
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r ("townshipId" uuid, year int, definition text, "townshipSeq" bigint, "countySeq" bigint, sums jsonb)
    ORDER BY r."townshipId", r.year
    ON CONFLICT (county_id, township_id, year) DO UPDATE SET definition = excluded.definition, township_seq = excluded.township_seq,
      county_seq = excluded.county_seq, sums = excluded.sums, counted_at = transaction_timestamp()`;
}

/** What is being counted or was a moment ago, by what exactly: fifty readers after a change wait for one count. */
const counts = new Map<string, Promise<YearSum[]>>();
const keptFor = 5_000;

const nothing = (): void => undefined;

type Running = { countyId: string; townships: ReadonlySet<string>; ended: Promise<void> };
/** The counts that run now: a second one of a township beside the first, after a further change, would only slow both down. */
const running = new Set<Running>();

const inTheWayOf = ({ countyId }: CountyScope, stale: readonly Stale[]): Running | undefined =>
  [...running].find(
    (one) => one.countyId === countyId && stale.some(({ townshipId }) => one.townships.has(townshipId)),
  );

const nameOf = (scope: CountyScope, stale: readonly Stale[]): string =>
  createHash("sha256")
    .update(JSON.stringify([scope.countyId, stale]))
    .digest("base64url");

function begin(scope: CountyScope, name: string, stale: readonly Stale[]): Promise<YearSum[]> {
  const counting = counted(scope, stale);
  counts.set(name, counting);
  const ended = counting.then(nothing, nothing);
  const townships = new Set(stale.map(({ townshipId }) => townshipId));
  const one: Running = { countyId: scope.countyId, townships, ended };
  running.add(one);
  void ended.then(() => running.delete(one));
  const forget = (): void => void counts.delete(name);
  const keep = (sums: readonly YearSum[]) =>
    // The reader's own transaction writes nothing; nobody waits for this one, and what it cannot keep is counted again.
    withCountyScope(scope.countyId, { actor: scope.actor, readOnly: false }, (own) =>
      remember(own, stale, sums),
    );
  counting.then((sums) => {
    setTimeout(forget, keptFor).unref();
    keep(sums).catch((error: unknown) => logFault({ layer: "job", route: "figures", error }));
  }, forget);
  return counting;
}

const placeOf = ({ townshipId, year }: Known): string => `${townshipId} ${year}`;
/** So that whoever asks for another of the years waits for the same count. */
const inOrder = (one: Known, other: Known): number => (placeOf(one) < placeOf(other) ? -1 : 1);

/**
 * A change makes most years of its township no longer hold. Who asks for one of them has those counted with it that were
 * remembered too, because to count them together costs little more than to count one.
 */
async function withTheirYears(scope: CountyScope, stale: readonly Stale[]): Promise<Stale[]> {
  const ids = [...new Set(stale.map(({ townshipId }) => townshipId))];
  if (ids.length >= fewApart) return [...stale];
  const rows = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT year FROM figure_sums WHERE county_id = ${scope.countyId}::uuid AND township_id = ANY (${ids}::uuid[]) ORDER BY year`;
  const years = rows.map(({ year }) => year).filter((year) => !stale.some((one) => one.year === year));
  const others = years.length === 0 ? [] : await known(scope, years);
  const theirs = others.filter(isStale).filter(({ townshipId }) => ids.includes(townshipId));
  return [...stale, ...theirs].sort(inOrder);
}

/**
 * The sums of a county's years by township, as the evidence gives them: counted anew only where something changed since.
 * @param townshipId null for all
 */
export async function rememberedSums(
  scope: CountyScope,
  years: readonly number[],
  townshipId: string | null = null,
): Promise<YearSum[]> {
  for (let waited = 0; ; waited += 1) {
    const found = await known(scope, years, townshipId);
    const stale = found.filter(isStale);
    if (stale.length === 0) return found.flatMap((one) => sumsIn(one, one.sums ?? []));
    const whole = await withTheirYears(scope, stale);
    const name = nameOf(scope, whole);
    const same = counts.get(name);
    const other = same === undefined && waited < 2 ? inTheWayOf(scope, whole) : undefined;
    // Nobody waits for a third: where changes follow one another so fast, each counts what he has read.
    if (other !== undefined) {
      await other.ended;
      continue;
    }
    // Who counted may have been cut off; then everybody counts for himself.
    const anew = await (same?.catch(() => counted(scope, whole)) ?? begin(scope, name, whole));
    return found.flatMap((one) => (one.sums === null ? ofOne(anew, one) : sumsIn(one, one.sums)));
  }
}
