import "server-only";
import type { FactsOf } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import type { post } from "./record";

/** Posts of people of these names. */
export const ofSameNames = (facts: readonly FactsOf<typeof post>[]): Prisma.Sql =>
  Prisma.sql`r.name = ANY (${facts.map(({ name }) => name)}::text[])`;
