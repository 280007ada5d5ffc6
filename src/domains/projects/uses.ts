import "server-only";
import { recordUses } from "@/domains/records/uses";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { type Day, dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { asDay } from "@/server/db/span";
import { own, type Uses } from "@/server/records/uses";
import { ballotReads } from "./data/ballots";
import { projectReads } from "./data/projects";
import { ratingReads } from "./data/ratings";
import { chosenOnOf, milestonesOf } from "./data/standing";
import { type ProjectsOfYear, projectsOfYear } from "./rules/standing";

const { sql } = Prisma;
const p = sql`p`;

/** Project `p` is carried out: chosen, and neither dropped nor completed. */
const underWay = sql`p.dropped_on IS NULL AND p.completed_on IS NULL AND ${chosenOnOf(p)} IS NOT NULL`;

/** Of a project's milestones one, with how many they are together: due, because what waits is told once a record. */
const waitingMilestone = (which: Prisma.Sql, day: Prisma.Sql): Prisma.Sql => sql`(
  SELECT m.what, ${day} AS due_on, count(*) OVER ()::int AS open FROM ${milestonesOf(p)} AND ${which} ORDER BY 2, m.id LIMIT 1)`;

const dueMilestones = (kind: string, milestone: Prisma.Sql): Prisma.Sql => sql`
  SELECT ${kind}::text AS kind, 'project' AS type, p.id, p.name || '：' || m.what AS title, NULL AS facts,
    coalesce(h.short_name, h.name) AS unit, CASE WHEN m.open > 1 THEN '共 ' || m.open || ' 个节点' END AS note, m.due_on
  FROM project p CROSS JOIN LATERAL ${milestone} m LEFT JOIN ${unitOf(p)}`;

const unfinished = waitingMilestone(sql`m.done_on IS NULL`, sql`m.due_on`);
const unverified = waitingMilestone(sql`m.done_on IS NOT NULL AND m.verified_on IS NULL`, sql`m.due_on`);

/** From November on a year's chosen projects wait for their rating, until its last day. */
const ratingAsked = (today: Day): Prisma.Sql =>
  sql`p.dropped_on IS NULL AND ${chosenOnOf(p)} IS NOT NULL AND make_date(p.year, 11, 1) <= ${asDay(today)}`;

const due: NonNullable<Uses["due"]> = (whose) =>
  Promise.resolve(sql`
    ${dueMilestones("projectMilestone", unfinished)} WHERE ${own(whose, p)} AND ${underWay}
    UNION ALL ${dueMilestones("projectToVerify", unverified)} WHERE ${own(whose, p)} AND ${underWay}
    UNION ALL SELECT 'projectUnplanned', 'project', p.id, p.name, NULL, coalesce(h.short_name, h.name), NULL, NULL
      FROM project p LEFT JOIN ${unitOf(p)} WHERE ${own(whose, p)} AND ${underWay} AND NOT EXISTS (SELECT FROM ${milestonesOf(p)})
    UNION ALL SELECT 'projectRating', 'projectRating', NULL, y.year || '年', NULL, NULL, '还有 ' || y.unrated || ' 项没有测评', make_date(y.year, 12, 31)
      FROM (SELECT p.year, count(*)::int AS unrated FROM project p WHERE ${own(whose, p)} AND ${ratingAsked(dayOf(whose.now))}
        AND NOT EXISTS (SELECT FROM project_rating t WHERE ${own(whose, sql`t`)} AND t.year = p.year AND coalesce(t.project_id, p.id) = p.id)
        GROUP BY p.year) y`);

/** The milestones that are still to come, but for each project's first: that one stands there as due. */
const calendar: NonNullable<Uses["calendar"]> = (whose, from, to) => sql`
  SELECT 'project' AS type, p.township_id, p.id, p.name || '：' || string_agg(m.what, '、' ORDER BY m.id) AS title, NULL AS facts,
    m.due_on AS from_on, m.due_on AS to_on, NULL AS note
  FROM project p JOIN project_milestone m ON m.county_id = p.county_id AND m.township_id = p.township_id AND m.project_id = p.id
  WHERE ${own(whose, p)} AND p.dropped_on IS NULL AND m.voided_on IS NULL AND m.done_on IS NULL AND m.due_on BETWEEN ${from}::date AND ${to}::date
    AND EXISTS (SELECT FROM project_milestone o WHERE o.county_id = m.county_id AND o.township_id = m.township_id
      AND o.project_id = m.project_id AND o.voided_on IS NULL AND o.done_on IS NULL AND o.due_on < m.due_on)
  GROUP BY p.county_id, p.township_id, p.id, m.due_on`;

const took = (
  role: string,
  day: Prisma.Sql,
  which: Prisma.Sql,
  whose: Parameters<typeof own>[0],
): Prisma.Sql => sql`
  SELECT 'project' AS type, p.id, p.name || '：' || m.what AS title, NULL AS facts, ${day} AS day, ${day} AS until, ${role}::text AS role
  FROM project p JOIN project_milestone m ON m.county_id = p.county_id AND m.township_id = p.township_id AND m.project_id = p.id
  WHERE ${own(whose, p)} AND m.voided_on IS NULL AND ${which}`;

export const projectUses: Uses = {
  ...recordUses(projectReads, {
    book: "projects",
    due,
    standing: {
      figures: (whose, { year, on }) => sql`
        SELECT p.township_id, jsonb_build_object('projects', count(*)::int, 'chosen', count(${chosenOnOf(p)})::int,
          'ballots', (SELECT count(*)::int FROM project_ballot b WHERE b.county_id = p.county_id AND b.township_id = p.township_id
            AND b.voided_at IS NULL AND b.year = ${year}::int),
          'overdue', coalesce(sum((SELECT count(*) FROM ${milestonesOf(p)} AND m.verified_on IS NULL AND m.due_on < ${asDay(on)}
            AND p.dropped_on IS NULL)), 0)::int) AS figures
        FROM project p WHERE ${own(whose, p)} AND p.year = ${year}::int GROUP BY p.county_id, p.township_id`,
      say: (figures: ProjectsOfYear | null, { year }) => projectsOfYear(figures, year),
    },
  }),
  calendar,
  participation: (whose, deputyId) => sql`
    ${took(
      "supervises",
      sql`m.planned_on`,
      sql`EXISTS (SELECT FROM project_milestone_deputy y WHERE y.county_id = m.county_id
      AND y.township_id = m.township_id AND y.milestone_id = m.id AND y.deputy_id = ${deputyId}::uuid)`,
      whose,
    )}
    UNION ALL ${took("verified", sql`m.verified_on`, sql`m.verified_by_deputy_id = ${deputyId}::uuid`, whose)}`,
};

export const projectBallotUses = recordUses(ballotReads, { book: "projects" });
export const projectRatingUses = recordUses(ratingReads, { book: "projects" });
