import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { achievement } from "./record";
import { type Achieved, achievedInYear } from "./rules";

const x = Prisma.sql`x`;

export const achievementUses = recordUses(achievement, {
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT x.township_id, jsonb_build_object('items', count(*)::int, 'attended', coalesce(sum(x.attended), 0)::int) AS figures
      FROM achievement x WHERE ${own(whose, x)} AND ${inYear(Prisma.sql`x.occurred_on`, year)} GROUP BY x.township_id`,
    say: (figures: Achieved | null) => achievedInYear(figures),
  },
});
