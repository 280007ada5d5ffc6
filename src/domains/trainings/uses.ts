import "server-only";
import { countOfRow, deputiesOfRow } from "@/domains/deputies/data/in-office";
import { recordUses } from "@/domains/records/uses";
import { Prisma } from "@/server/db/generated/client";
import { asDay, inYear } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { trainingsOf } from "./data";
import { training } from "./record";
import { type Trained, trainingOfYear } from "./rules";

const d = Prisma.sql`d`;
const t = Prisma.sql`t`;

export const trainingUses = recordUses(training, {
  standing: {
    figures: (whose, { year, on }) => Prisma.sql`
      SELECT t.township_id, jsonb_build_object('trainings', count(*)::int, 'inOffice', ${countOfRow(t, on)},
        'unnamed', coalesce(sum(t.unnamed), 0)::int,
        'trained', (SELECT count(*)::int FROM ${deputiesOfRow(t, asDay(on))} d
          WHERE EXISTS (SELECT FROM ${trainingsOf(d)} had WHERE ${inYear(Prisma.sql`had.occurred_on`, year)}))) AS figures
      FROM training t WHERE ${own(whose, t)} AND ${inYear(Prisma.sql`t.occurred_on`, year)}
      GROUP BY t.county_id, t.township_id`,
    say: (figures: Trained | null, { year }) => trainingOfYear(figures, year),
  },
});
