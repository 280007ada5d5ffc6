import "server-only";
import { deputyOf, nameOfDeputy } from "@/domains/deputies/data/in-office";
import { livingOf, recordReads, type Stored } from "@/domains/records/data/reads";
import { sessionsWithTurnout } from "@/domains/sessions/data/names";
import { type Day, dayOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { asDay } from "@/server/db/span";
import { own } from "@/server/records/uses";
import { stageLabels } from "../labels";
import { project } from "../record";
import { projectSteps } from "../rules/progress";
import { type StageFacts, type ProjectStage, stageOf } from "../rules/stage";
import { chosenOnOf, milestonesOf, type ProjectStanding, stageFacts, standingOf } from "./standing";

const { sql } = Prisma;
const r = sql`r`;
const p = sql`p`;

export type MilestoneRow = {
  id: string;
  what: string;
  plannedOn: Day;
  dueOn: Day;
  judgedOn: Day;
  doneOn: Day | null;
  doneNote: string | null;
  spent: number | null;
  verifiedOn: Day | null;
  verifierName: string | null;
  verificationNote: string | null;
  supervisors: string | null;
};

/** Struck out. @property counts its day had come, so that it is asked for all the same */
export type StruckMilestone = {
  id: string;
  what: string;
  dueOn: Day;
  voidedOn: Day;
  voidReason: string;
  counts: boolean;
};

export type EventRow = {
  id: string;
  kind: "delay" | "question" | "change";
  occurredOn: Day;
  note: string;
  document: string | null;
  oldDay: Day | null;
  newDay: Day | null;
  milestone: string | null;
  changes: { field: string; before: string | number | null; after: string | number | null }[] | null;
};

export type RatingResult = {
  id: string;
  occurredOn: Day;
  satisfied: number;
  basic: number;
  unsatisfied: number;
  whole: boolean;
};

export type BallotResult = {
  id: string;
  occurredOn: Day;
  inFavour: number;
  deputiesTotal: number;
  chosen: boolean;
};

/** What the page of project `r` shows beyond its facts. */
type Followed = ProjectStanding & {
  milestoneRows: MilestoneRow[];
  struckMilestones: StruckMilestone[];
  events: EventRow[];
  ballots: BallotResult[];
  rating: RatingResult | null;
};

const ofR = (x: Prisma.Sql) => sql`${x}.county_id = r.county_id AND ${x}.township_id = r.township_id`;

const followed = sql`
  (SELECT coalesce(json_agg(x), '[]'::json) FROM (
    SELECT m.id, m.what, m.planned_on AS "plannedOn", m.due_on AS "dueOn", m.judged_on AS "judgedOn", m.done_on AS "doneOn",
      m.done_note AS "doneNote", m.spent::float8 AS spent, m.verified_on AS "verifiedOn", m.verification_note AS "verificationNote",
      ${nameOfDeputy(sql`m`, sql`verified_by_deputy_id`)} AS "verifierName",
      (SELECT string_agg(d.name, '、' ORDER BY d.pinyin, d.id) FROM project_milestone_deputy y
        JOIN ${deputyOf(sql`y`)}
        WHERE ${ofR(sql`y`)} AND y.milestone_id = m.id) AS supervisors
    FROM ${milestonesOf(r)} ORDER BY m.due_on, m.id) x) AS "milestoneRows",
  (SELECT coalesce(json_agg(x), '[]'::json) FROM (
    SELECT m.id, m.what, m.due_on AS "dueOn", m.voided_on AS "voidedOn", m.void_reason AS "voidReason", m.counts
    FROM project_milestone m WHERE ${ofR(sql`m`)} AND m.project_id = r.id AND m.voided_on IS NOT NULL ORDER BY m.voided_on, m.id) x) AS "struckMilestones",
  (SELECT coalesce(json_agg(x), '[]'::json) FROM (
    SELECT v.id, v.kind, v.occurred_on AS "occurredOn", v.note, v.document, v.old_day AS "oldDay", v.new_day AS "newDay", v.changes,
      (SELECT m.what FROM project_milestone m WHERE ${ofR(sql`m`)} AND m.id = v.milestone_id) AS milestone
    FROM project_event v WHERE ${ofR(sql`v`)} AND v.project_id = r.id ORDER BY v.occurred_on, v.id) x) AS events,
  (SELECT coalesce(json_agg(x), '[]'::json) FROM (
    SELECT b.id, b.occurred_on AS "occurredOn", l.in_favour AS "inFavour", b.deputies_total AS "deputiesTotal", l.chosen
    FROM project_ballot_line l JOIN project_ballot b ON ${ofR(sql`b`)} AND b.id = l.ballot_id
    WHERE ${ofR(sql`l`)} AND l.project_id = r.id AND b.voided_at IS NULL ORDER BY b.occurred_on, b.id) x) AS ballots,
  (SELECT row_to_json(x) FROM (
    SELECT t.id, t.occurred_on AS "occurredOn", t.satisfied, t.basic, t.unsatisfied, t.project_id IS NULL AS whole FROM project_rating t
    WHERE ${ofR(sql`t`)} AND t.voided_at IS NULL AND t.year = r.year AND coalesce(t.project_id, r.id) = r.id
    ORDER BY t.occurred_on DESC, t.id LIMIT 1) x) AS rating`;

const detailOf = (stored: Stored<typeof project> & Followed, { now }: TownshipReader) => {
  const { stageFacts: standing } = stored;
  return {
    ...pick(
      stored,
      "changes",
      "overdue",
      "spent",
      "milestoneRows",
      "struckMilestones",
      "events",
      "ballots",
      "rating",
    ),
    ...{ today: dayOf(now), stage: stageOf(standing), standing },
    steps: projectSteps(standing, stored.rating?.occurredOn ?? null),
  };
};
export type ProjectFollowed = ReturnType<typeof detailOf>;

export type ListedProject = Omit<ProjectStanding, "stageFacts"> & { stage: ProjectStage };

export const projectReads = recordReads<typeof project, ListedProject, ProjectFollowed, ProjectStanding>(
  project,
  {
    list: {
      yearOf: sql`r.year`,
      join: ({ now }) => sql`CROSS JOIN LATERAL (SELECT ${standingOf(r, asDay(dayOf(now)))}) f`,
      select: sql`, f.*`,
      order: sql`r.year DESC, r.occurred_on DESC, r.name`,
    },
    tell: ({ stageFacts: standing, ...row }) => ({ ...row, stage: stageOf(standing) }),
    sheet: [
      { column: { header: "阶段", width: 10 }, cell: ({ stage }) => stageLabels[stage] },
      { column: { header: "已支出（元）", width: 14, kind: "number" }, cell: ({ spent }) => spent },
      { column: { header: "下一节点", width: 12, kind: "day" }, cell: ({ nextDue }) => nextDue },
      { column: { header: "逾期节点（个）", width: 12, kind: "number" }, cell: ({ overdue }) => overdue },
      { column: { header: "票决后调整（次）", width: 12, kind: "number" }, cell: ({ changes }) => changes },
    ],
    detail: {
      select: ({ now }) => sql`, ${standingOf(r, asDay(dayOf(now)))}, ${followed}`,
      tell: detailOf,
    },
  },
);

/** A project that may take a step, with what its stage follows from. */
export function loadProject(scope: TownshipScope, id: string) {
  return livingOf<typeof project, { standing: StageFacts }>(
    project,
    scope,
    id,
    sql`, ${stageFacts(r)} AS standing`,
  );
}

export type ProjectChoice = {
  id: string;
  version: number;
  name: string;
  year: number;
  nominatedOn: Day | null;
  chosenOn: Day | null;
  dropped: boolean;
};

/** Projects and sessions to choose from, the latest first. */
export async function projectChoices(scope: TownshipReader) {
  const projects = await scope.tx.$queryRaw<ProjectChoice[]>`
    SELECT p.id, p.version, p.name, p.year, p.nominated_on::text AS "nominatedOn", ${chosenOnOf(p)}::text AS "chosenOn",
      p.dropped_on IS NOT NULL AS dropped
    FROM project p WHERE ${own(scope, p)} ORDER BY p.year DESC, p.occurred_on, p.name, p.id LIMIT 1000`;
  const sessions = await sessionsWithTurnout(scope);
  return { today: dayOf(scope.now), projects, sessions };
}
