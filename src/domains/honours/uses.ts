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
      SELECT h.township_id, jsonb_build_object('honours', count(*)::int, 'unnamed', coalesce(sum(h.unnamed), 0)::int,
        'deputies', (SELECT count(DISTINCT p.deputy_id)::int FROM honour_deputy p
          JOIN honour o ON o.county_id = p.county_id AND o.township_id = p.township_id AND o.id = p.honour_id
          WHERE o.county_id = h.county_id AND o.township_id = h.township_id AND o.voided_at IS NULL
            AND ${inYear(Prisma.sql`o.occurred_on`, year)})) AS figures
      FROM honour h WHERE ${own(whose, h)} AND ${inYear(Prisma.sql`h.occurred_on`, year)}
      GROUP BY h.county_id, h.township_id`,
    say: (figures: Honoured | null, { year }) => honoursOfYear(figures, year),
  },
});
