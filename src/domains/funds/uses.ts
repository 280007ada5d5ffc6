import "server-only";
import { countOfRow } from "@/domains/deputies/data/in-office";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { own } from "@/server/records/uses";
import { fund } from "./record";
import { moneyOfYear, type Totals } from "./rules";

const f = Prisma.sql`f`;

export const fundUses = recordUses(fund, {
  standing: {
    figures: (whose, { year, on }) => Prisma.sql`
      SELECT f.township_id, jsonb_build_object('budgeted', sum(f.budgeted)::float8, 'spent', sum(f.spent)::float8,
        'deputies', ${countOfRow(f, on, "township")}) AS figures
      FROM fund f WHERE ${own(whose, f)} AND f.year = ${year}::int
      GROUP BY f.county_id, f.township_id`,
    say: (totals: Totals | null, { year }) => moneyOfYear(totals, year),
  },
});
