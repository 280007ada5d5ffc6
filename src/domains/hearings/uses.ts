import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { committeeHearing } from "./record";
import { heardInYear } from "./rules";

const h = Prisma.sql`h`;

export const committeeHearingUses = recordUses(committeeHearing, {
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT h.township_id, to_jsonb(count(*)::int) AS figures FROM committee_hearing h
      WHERE ${own(whose, h)} AND ${inYear(Prisma.sql`h.occurred_on`, year)} GROUP BY h.township_id`,
    say: (figures: number | null) => heardInYear(figures),
  },
});
