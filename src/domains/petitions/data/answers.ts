import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { daysOfPetition } from "./days";

/** Petitions `o` as a history names them: the database gives them to those alone who may see them. */
export const petitionsCalled = Prisma.sql`'信访件「' || o.topic || '」' FROM petition o`;

/**
 * What became of the petition that a row names, for slices whose records become one: a FROM item of at most one row, and
 * none where it was struck out. Everybody is told the day of its answer; its title and its words only who may see it.
 * @param row the alias of a row with `petition_id`
 */
export const answerOfPetition = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT d.id, coalesce('信访件「' || p.topic || '」', '信访件') AS title, d.finished_on AS answered_on, p.result AS answer,
    d.finished_entered_on AS answered_entered_on
  FROM ${daysOfPetition(row)} d LEFT JOIN petition p ON p.county_id = d.county_id AND p.township_id = d.township_id AND p.id = d.id
  WHERE ${row}.petition_id IS NOT NULL AND d.voided_at IS NULL)`;
