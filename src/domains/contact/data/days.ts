import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own, type Whose } from "@/server/records/uses";

const r = Prisma.sql`r`;

/** The days of a year on which a township's deputies receive voters: township, from, until. */
export const receptionDays = (whose: Whose, year: number): Prisma.Sql => Prisma.sql`
  SELECT r.township_id AS township, r.occurred_on AS "from", r.occurred_on AS until
  FROM reception r WHERE ${own(whose, r)} AND ${inYear(Prisma.sql`r.occurred_on`, year)}`;
