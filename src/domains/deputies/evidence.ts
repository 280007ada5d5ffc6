import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { ofRow, own } from "@/server/evidence/period";
import type { SliceEvidence } from "@/server/evidence/slice";
import { membersBy } from "./data/group-names";

const d = Prisma.sql`d`;
const g = Prisma.sql`g`;

/** Deputies and their groups feed no metric of their own; a metric that asks each of them something has them behind its rows. */
export const deputiesEvidence = {
  sources: [],
  ledgers: [],
  records: {
    deputy: {
      title: Prisma.sql`(SELECT d.name FROM deputy d WHERE ${ofRow(d)})`,
      order: Prisma.sql`(SELECT d.pinyin FROM deputy d WHERE ${ofRow(d)})`,
    },
    deputyGroup: { title: Prisma.sql`(SELECT g.name FROM deputy_group g WHERE ${ofRow(g)})` },
  },
  owners: {
    group: {
      deputyGroup: (
        period,
      ) => Prisma.sql`SELECT township_id, id AS record_id, id AS subject_id FROM deputy_group g
        WHERE ${own(period)} AND voided_at IS NULL`,
      deputy: membersBy,
    },
  },
  dated: [],
} as const satisfies SliceEvidence;
