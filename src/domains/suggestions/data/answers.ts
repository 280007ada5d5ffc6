import "server-only";
import { Prisma } from "@/server/db/generated/client";

/**
 * What became of the suggestion that a row names, for slices whose records become one: a FROM item of at most one row
 * with its latest reply, and none where it was struck out. One that was merged is answered in the other.
 * @param row the alias of a row with `suggestion_id`
 */
export const answerOfSuggestion = (row: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT s.id, s.title, k.first_replied_on AS answered_on,
    (SELECT p.content FROM reply p WHERE p.county_id = k.county_id AND p.township_id = k.township_id AND p.suggestion_id = k.id
      ORDER BY p.attempt DESC LIMIT 1) AS answer,
    (SELECT (p.entered_at AT TIME ZONE interval '8 hours')::date FROM reply p
      WHERE p.county_id = k.county_id AND p.township_id = k.township_id AND p.suggestion_id = k.id
      ORDER BY p.attempt LIMIT 1) AS answered_entered_on
  FROM suggestion s JOIN suggestion k ON k.county_id = s.county_id AND k.township_id = s.township_id
    AND k.id = coalesce(s.merged_into_id, s.id)
  WHERE s.county_id = ${row}.county_id AND s.township_id = ${row}.township_id AND s.id = ${row}.suggestion_id
    AND s.voided_at IS NULL)`;
