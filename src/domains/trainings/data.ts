import "server-only";
import { recordReads } from "@/domains/records/data/reads";
import type { FactsOf } from "@/lib/records/kind";
import { Prisma } from "@/server/db/generated/client";
import { training } from "./record";

type Facts = FactsOf<typeof training>;

/** Living trainings `r` of the same topics. */
export const ofSameTopics = (given: readonly Facts[]): Prisma.Sql =>
  Prisma.sql`r.topic = ANY (${given.map(({ topic }) => topic)}::text[])`;

/** A FROM item: the trainings that the deputy of a row took part in and that stand. @param deputy the alias of a row of the roster */
export const trainingsOf = (deputy: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT t.* FROM training_participant p
  JOIN training t ON t.county_id = p.county_id AND t.township_id = p.township_id AND t.id = p.training_id
  WHERE p.county_id = ${deputy}.county_id AND p.township_id = ${deputy}.township_id AND p.deputy_id = ${deputy}.id
    AND t.voided_at IS NULL)`;

/** The list, its export and the book also say how many took part. */
export const trainingReads = recordReads(training, {
  sheet: [
    {
      column: { header: "参加代表（人）", width: 12, kind: "number" },
      cell: ({ deputyIds }) => deputyIds.length,
    },
  ],
});
