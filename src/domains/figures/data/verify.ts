import "server-only";
import type { CountyScope } from "@/server/db/scope";
import type { YearSum } from "./evidence";
import { counted, known, linesOf, ofOne, remember, sumsIn } from "./remembered";

/** A township's year whose remembered sums are not what the evidence gives. */
export type Difference = { townshipId: string; year: number };

const asText = (sums: readonly YearSum[]): string =>
  linesOf(sums)
    .map((line) => JSON.stringify(line))
    .sort()
    .join();

/**
 * Counts anew what is remembered of a year and taken to hold. Only who wrote past the audit can have made it differ; what
 * no longer holds needs no checking, because nobody reads it.
 * @param mend puts right what differs
 */
export async function verifySums(scope: CountyScope, year: number, mend: boolean): Promise<Difference[]> {
  const held = (await known(scope, [year])).filter(({ sums }) => sums !== null);
  const anew = held.length === 0 ? [] : await counted(scope, held);
  const wrong = held.filter((one) => asText(sumsIn(one, one.sums ?? [])) !== asText(ofOne(anew, one)));
  if (mend) await remember(scope, wrong, anew);
  return wrong.map(({ townshipId }) => ({ townshipId, year }));
}

/** The years of a county of which sums are remembered, newest first. */
export async function yearsRemembered({ tx, countyId }: CountyScope): Promise<number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT year FROM figure_sums WHERE county_id = ${countyId}::uuid ORDER BY year DESC`;
  return rows.map(({ year }) => year);
}
