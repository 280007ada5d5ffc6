import "server-only";
import { v7 as uuid } from "uuid";
import { type Day, dayOf } from "@/lib/dates";
import type { CountyScope } from "@/server/db/scope";
import type { Tx } from "@/server/db/tx";
import { defaultScheme } from "../rules/default-scheme";
import type { Scheme } from "../rules/scheme";
import { schemeDefinition } from "../schema";

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

/** Stores a scheme as the county's own for a year; null where it has one already. */
export async function keepScheme(
  { tx, countyId }: CountyScope,
  year: number,
  scheme: Scheme,
): Promise<string | null> {
  const id = uuid();
  const made = await tx.$executeRaw`
    INSERT INTO assessment_scheme (county_id, id, year, name, definition)
    VALUES (${countyId}::uuid, ${id}::uuid, ${year}, ${scheme.name}, ${JSON.stringify(scheme)}::jsonb)
    ON CONFLICT (county_id, year) DO NOTHING`;
  return made === 1 ? id : null;
}
