import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { informationItem, publicityItem } from "./record";
import { type Published, publishedInYear, type Reported, reportedInYear } from "./rules";

const i = Prisma.sql`i`;

export const informationUses = recordUses(informationItem, {
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT i.township_id, jsonb_build_object('items', count(*)::int, 'takenUp', count(*) FILTER (WHERE i.taken_up_by <> 'none')::int) AS figures
      FROM information_item i WHERE ${own(whose, i)} AND ${inYear(Prisma.sql`i.occurred_on`, year)} GROUP BY i.township_id`,
    say: (figures: Reported | null) => reportedInYear(figures),
  },
});

export const publicityUses = recordUses(publicityItem, {
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT i.township_id, jsonb_build_object('items', count(*)::int, 'channels', count(DISTINCT i.channel)::int) AS figures
      FROM publicity_item i WHERE ${own(whose, i)} AND ${inYear(Prisma.sql`i.occurred_on`, year)} GROUP BY i.township_id`,
    say: (figures: Published | null) => publishedInYear(figures),
  },
});
