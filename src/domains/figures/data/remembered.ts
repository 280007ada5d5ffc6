import "server-only";
import { createHash } from "node:crypto";
import { townshipsIn } from "@/domains/tenancy/data";
import { dayOf } from "@/lib/dates";
import { lastInCounty, lastInTownship, lastOfCounty } from "@/server/evidence/last-change";
import { Prisma } from "@/server/db/generated/client";
import { type CountyScope, withCountyScope } from "@/server/db/scope";
import { logFault } from "@/server/http/faults";
import type { PartSum } from "../rules/cells";
import { judgedBy, sumEvidence, summing, type YearSum } from "./evidence";

/*
 * Counting a year reads every record of it, while a change touches one township. Every change writes an audit row in its
 * own transaction; so what was counted for a township holds until its last audit number, the county's own, or the
 * definition (the statement with its law and its day) is another. Nothing is kept up beside the evidence, which stays the
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

/** What is counted in each year: the statement and all it is given but whose rows. Another law, day or release gives another. */
async function definitionsOf({ tx, countyId, now }: CountyScope, years: readonly number[]) {
  const period = { countyId, townshipId: null, today: dayOf(now) };
  const span = { fromYear: Math.min(...years), toYear: Math.max(...years) };
  const judged = await judgedBy(tx, { ...period, ...span });
  return years.map((year) => {
    const { sql, values } = summing({ ...judged, fromYear: year, toYear: year, countyId: "" });
    return createHash("sha256")
      .update(JSON.stringify([sql, values]))
      .digest("base64url");
  });
}

/** In which state a county's figures are: nothing of it has changed, and nothing was counted or mended, while this is the same. */
export async function stateOf({ tx, countyId }: CountyScope): Promise<string> {
  const [row] = await tx.$often<{ state: string }[]>`
    SELECT concat(${lastInCounty}, ' ', (SELECT max(counted_at) FROM figure_sums WHERE county_id = ${countyId}::uuid)) AS state`;
  return row?.state ?? "";
}

const y = Prisma.sql`y`;

/** Every township's years with the audit numbers they stand at now. */
export async function known(scope: CountyScope, years: readonly number[]): Promise<Known[]> {
  const { tx, countyId } = scope;
  const definitions = await definitionsOf(scope, years);
  return tx.$often<Known[]>`
    SELECT y.township_id AS "townshipId", y.year, y.definition, township.seq AS "townshipSeq", county.seq AS "countySeq",
      CASE WHEN (s.definition, s.township_seq, s.county_seq) = (y.definition, township.seq, county.seq) THEN s.sums END AS sums
    FROM ${lastOfCounty(countyId)} county
    CROSS JOIN (SELECT ${countyId}::uuid AS county_id, id AS township_id, year, definition
      FROM ${townshipsIn({ countyId, townshipId: null })} t
      CROSS JOIN unnest(${years}::int[], ${definitions}::text[]) asked (year, definition)) y
    CROSS JOIN LATERAL ${lastInTownship(y)} township
    LEFT JOIN figure_sums s ON s.county_id = y.county_id AND s.township_id = y.township_id AND s.year = y.year`;
}

type Stale = Known & { sums: null };
const isStale = (one: Known): one is Stale => one.sums === null;

/** Fewer are counted one by one, by the index that begins with the township; more in one pass over the county's year. */
const fewApart = 4;

/** Counts what no longer holds, in the scope of the one who asks. */
export async function counted(scope: CountyScope, stale: readonly Known[]): Promise<YearSum[]> {
  const { tx, countyId, now } = scope;
  const years = [...new Set(stale.map(({ year }) => year))];
  const sums: YearSum[] = [];
  for (const year of years) {
    const ids = stale.filter((one) => one.year === year).map(({ townshipId }) => townshipId);
    const period = { countyId, fromYear: year, toYear: year, today: dayOf(now) };
    if (ids.length < fewApart)
      for (const townshipId of ids) sums.push(...(await sumEvidence(tx, { ...period, townshipId })));
    else sums.push(...(await sumEvidence(tx, { ...period, townshipId: null })));
  }
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

function countedOnce(scope: CountyScope, stale: readonly Stale[]): Promise<YearSum[]> {
  const key = createHash("sha256")
    .update(JSON.stringify([scope.countyId, stale]))
    .digest("base64url");
  const running = counts.get(key);
  // Who counted may have been cut off; then everybody counts for himself.
  if (running !== undefined) return running.catch(() => counted(scope, stale));
  const counting = counted(scope, stale);
  counts.set(key, counting);
  const forget = (): void => void counts.delete(key);
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

/** The sums of a county's years by township, as the evidence gives them: counted anew only where something changed since. */
export async function rememberedSums(scope: CountyScope, years: readonly number[]): Promise<YearSum[]> {
  const found = await known(scope, years);
  const stale = found.filter(isStale);
  const anew = stale.length === 0 ? [] : await countedOnce(scope, stale);
  return found.flatMap((one) => (one.sums === null ? ofOne(anew, one) : sumsIn(one, one.sums)));
}
