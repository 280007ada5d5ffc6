import "server-only";
import { Prisma } from "@/server/db/generated/client";

/** A FROM item: the trainings that the deputy of a row took part in and that stand. @param deputy the alias of a row of the roster */
export const trainingsOf = (deputy: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT t.* FROM training_participant p
  JOIN training t ON t.county_id = p.county_id AND t.township_id = p.township_id AND t.id = p.training_id
  WHERE p.county_id = ${deputy}.county_id AND p.township_id = ${deputy}.township_id AND p.deputy_id = ${deputy}.id
    AND t.voided_at IS NULL)`;
