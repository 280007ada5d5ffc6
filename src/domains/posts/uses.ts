import "server-only";
import { asDay, ranIn, runsOn } from "@/server/db/span";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { own } from "@/server/records/uses";
import { post } from "./record";
import { type Staff, staffing } from "./rules";

const p = Prisma.sql`p`;

const heldIn = (year: number) => ranIn(Prisma.sql`r.starts_on`, Prisma.sql`r.ends_on`, year);

export const postUses = recordUses(post, {
  calendar: false,
  bookOf: heldIn,
  standing: {
    figures: (whose, { on }) => Prisma.sql`
      SELECT p.township_id, jsonb_build_object('people', count(DISTINCT p.name), 'fullTime', count(DISTINCT p.name) FILTER (WHERE p.full_time)) AS figures
      FROM post p WHERE ${own(whose, p)} AND ${runsOn(p, asDay(on))}
      GROUP BY p.township_id`,
    say: (figures: Staff | null) => staffing(figures ?? { people: 0, fullTime: 0 }),
  },
});
