import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { holds, lettersHeld, nameMatches } from "@/server/db/search";
import { asDay } from "@/server/db/span";
import { own, type Uses } from "@/server/records/uses";
import { deputyGroup } from "./record";
import { groupsOfYear, lastDayOf, rosterOfYear } from "./data/export";
import { inOffice } from "./data/in-office";

const d = Prisma.sql`d`;
const g = Prisma.sql`g`;

export const deputyUses: Uses = {
  type: "deputy",
  book: {
    book: "roster",
    sheet: rosterOfYear,
    entries: (scope, year) => Prisma.sql`
      SELECT count(*) FROM deputy d WHERE ${own(scope, d)} AND ${inOffice(lastDayOf(scope, year))}`,
  },
  titles: (whose, ids) => Prisma.sql`
    SELECT 'deputy' AS type, d.id, d.name AS title, NULL AS facts FROM deputy d
    WHERE ${own(whose, d)} AND d.id = ANY (${ids}::uuid[])`,
  search: (whose, q, limit) => {
    const named = nameMatches(Prisma.sql`d.name`, q);
    return Prisma.sql`
      SELECT 'deputy' AS type, d.township_id, d.id, d.name AS title, NULL AS facts, d.occupation AS note, NULL AS day
      FROM deputy d
      WHERE ${own(whose, d)} AND (${named} OR ${lettersHeld(d, q)} OR ${holds(Prisma.sql`d.occupation`, q)})
      ORDER BY (${named}) DESC, d.pinyin, d.id LIMIT ${limit}`;
  },
};

export const groupUses: Uses = {
  ...recordUses(deputyGroup, { calendar: false }),
  book: {
    book: "roster",
    sheet: groupsOfYear,
    entries: (scope, year) => Prisma.sql`
      SELECT count(*) FROM deputy_group g WHERE ${own(scope, g)} AND g.occurred_on <= ${asDay(lastDayOf(scope, year))}`,
  },
};
