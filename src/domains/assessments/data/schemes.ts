import "server-only";
import { defaultScheme } from "@/domains/assessments/rules/default-scheme";
import type { Scheme } from "@/domains/assessments/rules/scheme";
import { schemeDefinition } from "@/domains/assessments/schema";
import { type Day, dayOf } from "@/lib/dates";
import type { Tx } from "@/server/db/scope";

export type SchemeOfYear = {
  scheme: Scheme;
  /** false while the county has adopted no scheme for the year and the default one is shown for reading */
  adopted: boolean;
  /** since when the county's own scheme holds; null while it has adopted none */
  since: Day | null;
};

/** The scheme a county's year is scored by; without one of its own, the default. */
export async function schemeOf(tx: Tx, countyId: string, year: number): Promise<SchemeOfYear> {
  const row = await tx.assessmentScheme.findFirst({
    where: { countyId, year },
    select: { definition: true, createdAt: true },
  });
  return row === null
    ? { scheme: defaultScheme, adopted: false, since: null }
    : { scheme: schemeDefinition.parse(row.definition), adopted: true, since: dayOf(row.createdAt) };
}
