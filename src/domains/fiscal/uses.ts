import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { fiscalCheck } from "./record";
import { fiscalOfYear } from "./rules";

const f = Prisma.sql`f`;

export const fiscalUses = recordUses(fiscalCheck, {
  book: "supervision",
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT f.township_id, jsonb_build_object('stages', jsonb_agg(DISTINCT f.stage)) AS figures
      FROM fiscal_check f WHERE ${own(whose, f)} AND ${inYear(Prisma.sql`f.occurred_on`, year)} GROUP BY f.township_id`,
    say: (done: { stages: string[] } | null, { year }) => fiscalOfYear(done, year),
  },
});
