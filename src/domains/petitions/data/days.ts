import "server-only";
import { Prisma } from "@/server/db/generated/client";

const { sql } = Prisma;

/**
 * The days of petitions, told to everybody of the tenant; what they are about is not. A FROM item like the table's rows,
 * without its words: `petition` itself gives rows to the chair and the office alone, and none to anybody else.
 */
export const petitionDays = (since: Prisma.Sql, until: Prisma.Sql): Prisma.Sql =>
  sql`app.petition_days(${since}, ${until}, NULL)`;

/** Those of any time. */
export const allPetitionDays = sql`app.petition_days(NULL, NULL, NULL)`;

/** Those of the one that a row names by `petition_id`. */
export const daysOfPetition = (row: Prisma.Sql): Prisma.Sql =>
  sql`app.petition_days(NULL, NULL, ${row}.petition_id)`;

/** What the county handed over, by number and days alone. */
export const handedDays = sql`app.handed_petition_days()`;
