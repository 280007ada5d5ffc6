import "server-only";
import { Prisma } from "@/server/db/generated/client";

/** Session `s` with its term `t`, by whose name it is called. */
export const sessionWithTerm = Prisma.sql`session s JOIN term t ON t.county_id = s.county_id AND t.township_id = s.township_id AND t.id = s.term_id`;

/** "第十九届第3次会议" */
export const sessionName = Prisma.sql`(t.name || '第' || s.number || '次会议')`;
