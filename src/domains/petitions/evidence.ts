import "server-only";
import { Prisma } from "@/server/db/generated/client";
import { datedValues } from "@/server/db/turnout";
import { identifier } from "@/server/db/identifier";
import {
  dayAfter,
  evidenceColumns,
  firstDay,
  heldOrNot,
  type JudgedPeriod,
  lineEntryDay,
  ofRow,
  own,
  type Period,
  todayOf,
  withinDays,
  firstLag,
} from "@/server/evidence/period";
import { registered, type SliceEvidence } from "@/server/evidence/slice";
import { allPetitionDays, handedDays, petitionDays } from "./data/days";

const sql = Prisma.sql;

/**
 * F2, its part of petitions: what the county handed over is reported back by the day it set, and judged by the day that was
 * told first. Told by number alone [R65].
 */
const reported = (period: Period): Prisma.Sql => sql`(
  WITH judged AS (
    SELECT extract(year FROM handed_on)::int AS year, township_id, id, handed_on, ${lineEntryDay} AS entered_on,
      coalesce(judged_on, ${todayOf(period)}) - due_on AS days, CASE WHEN voided_at IS NOT NULL THEN 'voided'
        WHEN judged_on <= due_on THEN 'reportedInTime' WHEN judged_on > due_on THEN 'reportedLate'
        WHEN due_on < ${todayOf(period)} THEN 'unreported' ELSE 'notYetDue' END AS reason
    FROM ${handedDays} handed WHERE ${withinDays(sql`handed_on`, period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'F2' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'petition' END AS part, township_id,
      'countyPetition' AS record_type, id AS record_id, handed_on AS occurred_on, entered_on,
      (reason = 'reportedInTime')::int::float8 AS numerator,
      (reason IN ('reportedInTime', 'reportedLate', 'unreported'))::int AS denominator, reason,
      CASE WHEN reason IN ('reportedLate', 'unreported') THEN days END AS amount
    FROM judged
  ) rows)`;

/**
 * M29: of the year's petitions those that were finished, and those whose legal day passed before they were; the day runs from
 * when they were forwarded.
 */
const finished = (period: JudgedPeriod<"petition.finishDays" | "petition.extendDays">): Prisma.Sql => sql`(
  WITH received AS (
    SELECT extract(year FROM p.occurred_on)::int AS year, p.township_id, p.id, p.occurred_on, p.occurred_entered_on AS entered_on, p.voided_at,
      p.assigned_on, p.finished_on, ${todayOf(period)} - (p.assigned_on + q.value + CASE WHEN p.extended_on IS NULL THEN 0 ELSE e.value END) AS days
    FROM ${petitionDays(firstDay(period), dayAfter(period))} p
    LEFT JOIN ${datedValues(period.rule("petition.finishDays"))} q (since, until, value) ON p.assigned_on BETWEEN q.since AND q.until
    LEFT JOIN ${datedValues(period.rule("petition.extendDays"))} e (since, until, value) ON p.assigned_on BETWEEN e.since AND e.until
    WHERE p.county_id = ${period.countyId}::uuid AND (${period.townshipId}::uuid IS NULL OR p.township_id = ${period.townshipId}::uuid)
  ), judged AS (
    SELECT *, CASE WHEN voided_at IS NOT NULL THEN 'voided' WHEN finished_on IS NOT NULL THEN 'finishedPetition'
      WHEN assigned_on IS NULL THEN 'notForwarded' WHEN days > 0 THEN 'petitionOverdue' ELSE 'notYetDue' END AS reason
    FROM received WHERE occurred_on <= ${todayOf(period)}
  )
  SELECT ${evidenceColumns} FROM (
    SELECT year, 'M29' AS metric, CASE WHEN reason = 'voided' THEN 'voided' ELSE 'all' END AS part, township_id, 'petition' AS record_type,
      id AS record_id, occurred_on, entered_on, (reason = 'finishedPetition')::int::float8 AS numerator,
      (reason IN ('finishedPetition', 'petitionOverdue'))::int AS denominator, reason, CASE WHEN reason = 'petitionOverdue' THEN days END AS amount
    FROM judged
  ) rows)`;

/** Each step with the column of its day; the day it was written down stands beside it. */
const steps = {
  ...{
    noted: "noted",
    assigned: "assigned",
    extended: "extended",
    finished: "finished",
    settled: "concluded",
  },
  ...{ calledBack: "called", responded: "reported" },
} as const;
const stepDays = (Object.entries(steps) as [keyof typeof steps, string][]).map(
  ([step, column]) => [step, identifier(`${column}_on`), identifier(`${column}_entered_on`)] as const,
);

const entries = (period: Period): Prisma.Sql => sql`(
  SELECT extract(year FROM occurred_on)::int AS year, township_id, id AS record_id, occurred_on, occurred_entered_on, ${firstLag},
    ${Prisma.join(stepDays.flatMap(([, day, entered]) => [day, entered]))},
    ${heldOrNot(period, sql`occurred_on`)} AS left_out
  FROM ${petitionDays(firstDay(period), dayAfter(period))} received WHERE ${own(period)})`;

export const petitionsEvidence = {
  sources: [
    { metrics: ["F2"], rows: reported },
    { metrics: ["M29"], rows: finished },
  ],
  ledgers: [
    {
      recordType: "petition",
      steps: [registered, ...stepDays],
      from: entries,
    },
  ],
  // A petition's own words are given to nobody but those the database gives its row to; its title is the kind's name for others.
  records: {
    petition: { title: sql`(SELECT p.topic FROM petition p WHERE ${ofRow(sql`p`)})` },
    countyPetition: {
      title: sql`(SELECT '县交办信访第' || h.number || '件' FROM ${handedDays} h WHERE ${ofRow(sql`h`)})`,
    },
  },
  dated: [
    [sql`${allPetitionDays} petition`, sql`occurred_on`],
    [sql`${handedDays} handed`, sql`handed_on`],
  ],
} as const satisfies SliceEvidence;
