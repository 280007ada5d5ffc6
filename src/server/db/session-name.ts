import "server-only";
import { Prisma } from "./generated/client";

const { sql } = Prisma;
const digits = "一二三四五六七八九";

/** "第十九届人大第三次会议", as the sessions' own pages call it. @param term its term's name @param number 1 to 99 */
export const sessionNameSql = (term: Prisma.Sql, number: Prisma.Sql): Prisma.Sql => sql`(${term} || '人大第'
  || CASE WHEN ${number} >= 20 THEN substr(${digits}::text, ${number} / 10, 1) ELSE '' END
  || CASE WHEN ${number} >= 10 THEN '十' ELSE '' END
  || CASE WHEN ${number} % 10 > 0 THEN substr(${digits}::text, ${number} % 10, 1) ELSE '' END || '次会议')`;
