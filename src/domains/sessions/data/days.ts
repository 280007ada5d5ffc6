import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own, type Whose } from "@/server/records/uses";

const s = Prisma.sql`s`;

/** The days of a year on which a township is in session: township, from, until. */
export const sessionDays = (whose: Whose, year: number): Prisma.Sql => Prisma.sql`
  SELECT s.township_id AS township, s.starts_on AS "from", greatest(s.ends_on, s.starts_on) AS until
  FROM session s WHERE ${own(whose, s)} AND ${inYear(Prisma.sql`s.starts_on`, year)}`;
