import "server-only";
import { answerOfPetition } from "@/domains/petitions/data/answers";
import { answerOfSuggestion } from "@/domains/suggestions/data/answers";
import { Prisma } from "@/server/db/generated/client";

const { sql } = Prisma;

/**
 * What an opinion became and how it was answered there: a FROM item of at most one row with type, id, title, answered_on,
 * answer and answered_entered_on. Whatever else an opinion may become is one more branch here.
 * @param row the alias of a row of `voter_opinion`
 */
export const carrierOf = (row: Prisma.Sql): Prisma.Sql =>
  sql`(SELECT 'suggestion'::text AS type, s.* FROM ${answerOfSuggestion(row)} s
    UNION ALL SELECT 'petition', p.* FROM ${answerOfPetition(row)} p)`;

/** The day the voter had an answer; the same as `answeredDay` of rules/opinions.ts. */
export const answeredOnOf = (row: Prisma.Sql): Prisma.Sql =>
  sql`least(${row}.answered_on, (SELECT c.answered_on FROM ${carrierOf(row)} c))`;

/** The same as JSON, for an answer; null while it became nothing. */
export const carrierJson = (row: Prisma.Sql): Prisma.Sql => sql`(
  SELECT jsonb_build_object('type', c.type, 'id', c.id, 'title', c.title, 'answeredOn', to_char(c.answered_on, 'YYYY-MM-DD'), 'answer', c.answer)
  FROM ${carrierOf(row)} c)`;
