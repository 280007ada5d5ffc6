import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { lineEntryDayOf, own, type Period } from "@/server/evidence/period";
import { uncountedSql } from "./overdue";

/** How a year's suggestions were dealt with and entered, for the county's signals. */

const sql = Prisma.sql;

const ofYears = (period: Period): Prisma.Sql => sql`(
  SELECT * FROM suggestion WHERE ${own(period)} AND year BETWEEN ${period.fromYear} AND ${period.toYear} AND ${uncountedSql} IS NULL)`;

/** A FROM item: those that wait for the very first step, or for one after being assigned. */
export const untouchedSuggestions = (period: Period): Prisma.Sql => sql`(
  SELECT s.township_id, s.id, s.occurred_on, s.assign_due_on, s.assigned_on FROM ${ofYears(period)} s
  WHERE s.state IN ('submitted', 'checked', 'assigned') AND NOT EXISTS (SELECT 1 FROM consultation c
    WHERE c.county_id = s.county_id AND c.township_id = s.township_id AND c.suggestion_id = s.id))`;

/** A FROM item: their ratings, with who entered them: `own` by the deputy's link; `with_reply` on the day the reply was entered. */
export const enteredRatings = (period: Period): Prisma.Sql => sql`(
  SELECT s.township_id, s.id, r.rating, r.rated_on, ${lineEntryDayOf(sql`r`)} AS entered_on, r.method = 'link' AS own,
    EXISTS (SELECT 1 FROM reply p WHERE p.county_id = r.county_id AND p.township_id = r.township_id AND p.suggestion_id = r.suggestion_id
      AND p.attempt = r.attempt AND ${lineEntryDayOf(sql`p`)} = ${lineEntryDayOf(sql`r`)}) AS with_reply
  FROM ${ofYears(period)} s
  JOIN rating r ON r.county_id = s.county_id AND r.township_id = s.township_id AND r.suggestion_id = s.id
  WHERE r.rated_on IS NOT NULL)`;

/** Their texts, as `records/data/texts` gives those of the kit's kinds. */
export const suggestionTexts = (period: Period): Prisma.Sql => sql`
  SELECT township_id, 'suggestion' AS record_type, id, occurred_on, entered_at, content AS words FROM ${ofYears(period)} s`;
