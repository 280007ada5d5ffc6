import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { honour } from "./record";
import { type Honoured, honoursOfYear } from "./rules";

const h = Prisma.sql`h`;

export const honourUses = recordUses(honour, {
  standing: {
    figures: (whose, { year }) => Prisma.sql`
      SELECT h.township_id, jsonb_build_object('honours', count(DISTINCT h.id)::int, 'deputies', count(DISTINCT p.deputy_id)::int) AS figures
      FROM honour h LEFT JOIN honour_deputy p ON p.county_id = h.county_id AND p.township_id = h.township_id AND p.honour_id = h.id
      WHERE ${own(whose, h)} AND ${inYear(Prisma.sql`h.occurred_on`, year)}
      GROUP BY h.township_id`,
    say: (figures: Honoured | null, { year }) => honoursOfYear(figures, year),
  },
});
