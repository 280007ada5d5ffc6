import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own, type Whose } from "@/server/records/uses";

const m = Prisma.sql`m`;

/** The days of a year on which a township's presidium meets: township, from, until. */
export const meetingDays = (whose: Whose, year: number): Prisma.Sql => Prisma.sql`
  SELECT m.township_id AS township, m.occurred_on AS "from", m.occurred_on AS until
  FROM presidium_meeting m WHERE ${own(whose, m)} AND ${inYear(Prisma.sql`m.occurred_on`, year)}`;
