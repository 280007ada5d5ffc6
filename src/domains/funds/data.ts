import "server-only";
import type { FactsOf } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { fund } from "./record";

/** Lines of these years for a purpose that has one a year. */
export const linesOfYears = (facts: readonly FactsOf<typeof fund>[]): Prisma.Sql =>
  Prisma.sql`r.year = ANY (${[...new Set(facts.map(({ year }) => year))]}::int[]) AND r.purpose <> 'other'`;
