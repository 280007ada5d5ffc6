import "server-only";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { ranIn } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { policy } from "./record";
import { completeness } from "./rules";

const p = Prisma.sql`p`;

const inForceIn = (year: number) => ranIn(Prisma.sql`r.occurred_on`, Prisma.sql`r.repealed_on`, year);

export const policyUses = recordUses(policy, {
  bookOf: inForceIn,
  standing: {
    figures: (whose, { on }) => Prisma.sql`
      SELECT p.township_id, jsonb_agg(DISTINCT p.template) AS figures
      FROM policy p WHERE ${own(whose, p)} AND p.occurred_on <= ${on}::date AND (p.repealed_on IS NULL OR p.repealed_on > ${on}::date)
      GROUP BY p.township_id`,
    say: (inForce: string[] | null) => completeness(inForce ?? []),
  },
});
