import "server-only";
import { lateAfter } from "@/lib/entry-lag";
import { Prisma } from "@/server/db/generated/client";
import {
  entryDay,
  entryDayOf,
  evidenceColumns,
  lineEntryDayOf,
  ofRow,
  own,
  type Period,
  todayOf,
  firstLag,
} from "@/server/evidence/period";
import { registered, type SliceEvidence } from "@/server/evidence/slice";
import { chosenOnOf } from "./data/standing";

const sql = Prisma.sql;
const b = sql`b`;
const p = sql`p`;
const t = sql`t`;

/** Records of these years by the year they are meant for: what was asked in autumn is put to the ballot in the next. */
const ofYears = (period: Period): Prisma.Sql =>
  sql`${own(period)} AND year BETWEEN ${period.fromYear}::int AND ${period.toYear}::int`;
const leftOut = sql`CASE WHEN voided_at IS NOT NULL THEN 'voided' END`;
const partOf = sql`CASE WHEN left_out = 'voided' THEN 'voided' ELSE 'all' END`;

/**
 * E1 counts the ballots with a choice: fewer to be chosen than stood, and at least one chosen. That each of these has more
 * than half of all deputies is what makes it chosen at all.
 */
const ballots = (period: Period): Prisma.Sql => sql`(
  WITH held AS (
    SELECT year, county_id, township_id, id, occurred_on, seats, ${entryDay} AS entered_on, ${leftOut} AS left_out
    FROM project_ballot WHERE ${ofYears(period)}
  ), counted AS (
    SELECT h.*, (SELECT count(*)::int FROM project_ballot_line l WHERE l.county_id = h.county_id AND l.township_id = h.township_id
        AND l.ballot_id = h.id) AS candidates,
      (SELECT count(*)::int FROM project_ballot_line l WHERE l.county_id = h.county_id AND l.township_id = h.township_id
        AND l.ballot_id = h.id AND l.chosen) AS chosen
    FROM held h
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'E1' AS metric, ${partOf} AS part, township_id, 'projectBallot' AS record_type, id AS record_id, occurred_on, entered_on,
      counts::int::float8 AS numerator, (left_out IS NULL)::int AS denominator,
      coalesce(left_out, CASE WHEN counts THEN 'ballotChoice' WHEN candidates <= seats THEN 'ballotNoChoice' ELSE 'ballotNobody' END) AS reason,
      candidates AS amount
    FROM (SELECT *, left_out IS NULL AND candidates > seats AND chosen > 0 AS counts FROM counted) c
  ) rows)`;

/** M11: the projects that ballots chose, each once; with a choice where some ballot that chose it had more candidates than places. */
const chosenByChoice = (period: Period): Prisma.Sql => sql`(
  WITH chosen AS (
    SELECT b.year, b.township_id, l.project_id, b.occurred_on, b.entered_on, b.seats, b.candidates
    FROM (SELECT *, ${entryDay} AS entered_on, (SELECT count(*)::int FROM project_ballot_line l WHERE l.county_id = b.county_id
        AND l.township_id = b.township_id AND l.ballot_id = b.id) AS candidates
      FROM project_ballot b WHERE ${ofYears(period)} AND voided_at IS NULL) b
    JOIN project_ballot_line l ON l.county_id = b.county_id AND l.township_id = b.township_id AND l.ballot_id = b.id AND l.chosen
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M11' AS metric, 'all' AS part, township_id, 'project' AS record_type, project_id AS record_id, min(occurred_on) AS occurred_on,
      min(entered_on) AS entered_on, bool_or(candidates > seats)::int::float8 AS numerator, 1 AS denominator,
      CASE WHEN bool_or(candidates > seats) THEN 'projectByChoice' ELSE 'projectNoChoice' END AS reason, max(candidates) AS amount
    FROM chosen GROUP BY year, township_id, project_id
  ) rows)`;

/** When a project was dropped: on the day decided where that was written down in time, else only when it was. */
const droppedOf = (
  row: Prisma.Sql,
): Prisma.Sql => sql`CASE WHEN ${row}.dropped_entered_on - ${row}.dropped_on > ${lateAfter}
  THEN ${row}.dropped_entered_on ELSE ${row}.dropped_on END`;

/** A milestone that was entered when its day was over, or when it was done, was no plan: met, it tells nothing; open, it is open. */
const metAfterwards = sql`(m.verified_on IS NOT NULL AND (${lineEntryDayOf(sql`m`)} > m.planned_on OR ${lineEntryDayOf(sql`m`)} >= m.done_on))`;

/**
 * E2: of each chosen project, how many of the milestones whose day has come, and had come before it was dropped, are done
 * and verified. Those that were struck out before their day stand beside it, and those that were entered when all was done.
 */
const milestones = (period: Period): Prisma.Sql => sql`(
  WITH chosen AS MATERIALIZED (
    SELECT p.year, p.county_id, p.township_id, p.id, p.occurred_on, ${droppedOf(p)} AS dropped_on, ${entryDayOf(p)} AS entered_on,
      CASE WHEN p.voided_at IS NOT NULL THEN 'voided' END AS left_out
    FROM (SELECT * FROM project WHERE ${ofYears(period)}) p WHERE ${chosenOnOf(p)} IS NOT NULL
  ), judged AS (
    SELECT h.*, m.due, m.met, m.planned, m.struck, m.afterwards FROM chosen h CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE m.kept)::int AS planned, count(*) FILTER (WHERE NOT m.kept)::int AS struck, count(*) FILTER (WHERE m.counts)::int AS due, count(m.verified_on) FILTER (WHERE m.counts)::int AS met,
        count(*) FILTER (WHERE m.afterwards)::int AS afterwards
      FROM (SELECT m.verified_on, m.counts AS kept, m.counts AND ${metAfterwards} AS afterwards, m.counts AND NOT ${metAfterwards} AND m.judged_on <= ${todayOf(period)} AND m.judged_on < coalesce(h.dropped_on, 'infinity') AS counts
        FROM project_milestone m WHERE m.county_id = h.county_id AND m.township_id = h.township_id AND m.project_id = h.id) m
    ) m
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'E2' AS metric, ${partOf} AS part, township_id, 'project' AS record_type, id AS record_id, occurred_on, entered_on,
      CASE WHEN left_out IS NULL THEN met ELSE 0 END::float8 AS numerator, CASE WHEN left_out IS NULL THEN due ELSE 0 END AS denominator,
      coalesce(left_out, CASE WHEN planned = 0 THEN 'milestonesNone' WHEN planned = afterwards THEN 'milestonesAfterwards' WHEN due = 0 AND dropped_on IS NOT NULL THEN 'projectDropped'
        WHEN due = 0 THEN 'milestonesToCome' WHEN met = due THEN 'milestonesMet' ELSE 'milestonesOpen' END) AS reason,
      CASE WHEN planned = afterwards THEN afterwards WHEN due = met THEN due ELSE due - met END AS amount
    FROM judged
    UNION ALL SELECT year, 'E2', 'voided', township_id, 'project', id, occurred_on, entered_on, 0, 0, 'milestonesVoided', struck
    FROM judged WHERE struck > 0 AND left_out IS NULL
    UNION ALL SELECT year, 'E2', 'voided', township_id, 'project', id, occurred_on, entered_on, 0, 0, 'milestonesAfterwards', afterwards
    FROM judged WHERE afterwards BETWEEN 1 AND planned - 1 AND left_out IS NULL
  ) rows)`;

const rated = sql`satisfied + basic + unsatisfied`;

const heldRatings = (period: Period): Prisma.Sql => sql`(
  SELECT year, township_id, id, occurred_on, ${entryDay} AS entered_on, ${leftOut} AS left_out, satisfied, basic, ${rated} AS rated,
    issued - (${rated}) AS silent FROM project_rating WHERE ${ofYears(period)})`;

/**
 * Where a year's projects are rated one by one, each that was chosen and not dropped owes a rating: one without weighs as
 * many ballots as the fullest rating of the year, and none of them content.
 */
const unrated = (period: Period): Prisma.Sql => sql`
  SELECT p.year, 'E3', 'all', p.township_id, 'project', p.id, p.occurred_on, ${entryDayOf(p)}, 0::float8, o.rated, 'projectUnrated', o.rated
  FROM (SELECT * FROM project WHERE ${ofYears(period)} AND voided_at IS NULL AND dropped_on IS NULL) p
  JOIN (SELECT year, township_id, max(${rated}) AS rated, array_agg(project_id) AS projects FROM project_rating
    WHERE ${ofYears(period)} AND voided_at IS NULL GROUP BY year, township_id HAVING bool_and(project_id IS NOT NULL)) o
    ON o.year = p.year AND o.township_id = p.township_id AND NOT p.id = ANY (o.projects)
  WHERE ${chosenOnOf(p)} IS NOT NULL`;

/** E3 as C5: ballots given out that say nothing stand beside those that do. */
const ratings = (period: Period): Prisma.Sql => sql`(
  SELECT ${evidenceColumns} FROM (
    SELECT h.year, 'E3' AS metric, CASE WHEN h.left_out = 'voided' THEN 'voided' ELSE v.part END AS part, h.township_id,
      'projectRating' AS record_type, h.id AS record_id, h.occurred_on, h.entered_on,
      CASE WHEN h.left_out IS NULL THEN v.numerator ELSE 0 END::float8 AS numerator,
      CASE WHEN h.left_out IS NULL THEN v.denominator ELSE 0 END AS denominator, coalesce(h.left_out, v.reason) AS reason, v.amount
    FROM ${heldRatings(period)} h CROSS JOIN LATERAL (VALUES
      ('all', h.satisfied + 0.6 * h.basic, h.rated, 'projectRated', h.rated),
      ('notRated', 0, 0, 'ballotsSilent', h.silent)
    ) AS v (part, numerator, denominator, reason, amount)
    WHERE v.part = 'all' OR h.silent > 0 AND h.left_out IS NULL
    UNION ALL ${unrated(period)}
  ) rows)`;

/** The same rows summed: of the ballots that say nothing each counts, as each does of those that speak. */
const ratingSums = (period: Period): Prisma.Sql => sql`(
  SELECT year, township_id, metric, part, sum(numerator) AS numerator, sum(denominator) AS denominator,
    count(*) FILTER (WHERE denominator > 0) AS counted, count(*) FILTER (WHERE denominator = 0) AS left_out,
    sum(CASE part WHEN 'notRated' THEN amount WHEN 'voided' THEN 0 ELSE 1 END) AS records
  FROM ${ratings(period)} evidence GROUP BY year, township_id, metric, part)`;

/** A record's own days. @param days beyond those that every record has */
const entered =
  (table: Prisma.Sql, days = Prisma.empty) =>
  (period: Period) => sql`
  (SELECT year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag}, ${leftOut} AS left_out ${days}
  FROM ${table} WHERE ${ofYears(period)})`;

/** The lines of projects, each with a day of its own; they belong to the year of their project. */
const linesOf =
  (table: Prisma.Sql, columns: Prisma.Sql, struck = sql`false`) =>
  (period: Period) => sql`
  (SELECT p.year, p.township_id, p.id AS record_id, CASE WHEN p.voided_at IS NOT NULL OR ${struck} THEN 'voided' END AS left_out, ${columns}
  FROM (SELECT * FROM project WHERE ${ofYears(period)}) p
  JOIN ${table} x ON x.county_id = p.county_id AND x.township_id = p.township_id AND x.project_id = p.id)`;

export const projectsEvidence = {
  sources: [
    { metrics: ["E1"], rows: ballots },
    { metrics: ["E2"], rows: milestones },
    { metrics: ["M11"], rows: chosenByChoice },
    { metrics: ["E3"], rows: ratings, sums: ratingSums },
  ],
  ledgers: [
    {
      recordType: "project",
      steps: [
        registered,
        ["nominated", sql`nominated_on`, sql`nominated_entered_on`],
        ["completed", sql`completed_on`, sql`completed_entered_on`],
      ],
      from: entered(
        sql`project`,
        sql`, nominated_on, nominated_entered_on, completed_on, completed_entered_on`,
      ),
    },
    {
      recordType: "project",
      steps: [
        ["milestoneDone", sql`done_on`, sql`done_entered_on`],
        ["verified", sql`verified_on`, sql`verified_entered_on`],
      ],
      from: linesOf(
        sql`project_milestone`,
        sql`x.done_on, x.done_entered_on, x.verified_on, x.verified_entered_on`,
        sql`NOT x.counts`,
      ),
    },
    {
      recordType: "project",
      steps: [["projectEvent", sql`occurred_on`, sql`entered_on`]],
      from: linesOf(sql`project_event`, sql`x.occurred_on, ${entryDayOf(sql`x`)} AS entered_on`),
    },
    { recordType: "projectBallot", steps: [registered], from: entered(sql`project_ballot`) },
    { recordType: "projectRating", steps: [registered], from: entered(sql`project_rating`) },
  ],
  records: {
    project: { title: sql`(SELECT p.year || '年：' || p.name FROM project p WHERE ${ofRow(p)})` },
    projectBallot: {
      title: sql`(SELECT b.year || '年民生实事项目票决' FROM project_ballot b WHERE ${ofRow(b)})`,
    },
    projectRating: {
      title: sql`(SELECT t.year || '年测评：' || coalesce((SELECT p.name FROM project p WHERE p.county_id = t.county_id
        AND p.township_id = t.township_id AND p.id = t.project_id), '全部项目') FROM project_rating t WHERE ${ofRow(t)})`,
    },
  },
  dated: [
    [sql`project`, sql`occurred_on`],
    [sql`project_ballot`, sql`occurred_on`],
    [sql`project_rating`, sql`occurred_on`],
  ],
} as const satisfies SliceEvidence;
