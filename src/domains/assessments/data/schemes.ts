import "server-only";
import { defaultScheme } from "@/domains/assessments/rules/default-scheme";
import type { Scheme } from "@/domains/assessments/rules/scheme";
import { schemeDefinition } from "@/domains/assessments/schema";
import type { Tx } from "@/server/db/scope";

export type SchemeOfYear = {
  scheme: Scheme;
  /** false while the county has adopted no scheme for the year and the default one is shown for reading */
  adopted: boolean;
};

/** The scheme a county's year is scored by; without one of its own, the default. */
export async function schemeOf(tx: Tx, countyId: string, year: number): Promise<SchemeOfYear> {
  const row = await tx.assessmentScheme.findFirst({
    where: { countyId, year },
    select: { definition: true },
  });
  return row === null
    ? { scheme: defaultScheme, adopted: false }
    : { scheme: schemeDefinition.parse(row.definition), adopted: true };
}
