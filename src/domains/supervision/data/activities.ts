import "server-only";
import { recordReads, livingOf, type Stored } from "@/domains/records/data/reads";
import { deputyOf } from "@/domains/deputies/data/in-office";
import { lawChoiceOfRow } from "@/domains/tenancy/data";
import { type LawChoice, termOf } from "@/domains/tenancy/rules/law";
import { type Day, dayOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import { Prisma } from "@/server/db/generated/client";
import { dateOrNull, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { activityStateLabels } from "../labels";
import { activity } from "../record";
import type { ActivityFacts, ActivityState } from "../rules/activities";
import { activityChanges, activityNext } from "../rules/next-actions";
import { type FindingListRow, findingsOfActivity } from "./findings";

const findingsWhere = (which: Prisma.Sql): Prisma.Sql => Prisma.sql`(SELECT count(*)::int FROM finding f
  WHERE f.county_id = r.county_id AND f.township_id = r.township_id AND f.activity_id = r.id AND f.voided_at IS NULL ${which})`;
const findings = findingsWhere(Prisma.empty);

/** What a list shows of an activity beside its facts. */
export type ActivityStanding = {
  state: ActivityState;
  /** planned, and its day has come */
  waiting: boolean;
  noFindings: boolean;
  /** brought in with its report, as already done */
  enteredClosed: boolean;
  findings: number;
  openFindings: number;
};

/** What was written of an activity after it was registered, who took part, and how many problems were found. */
type Standing = {
  state: ActivityState;
  report: string | null;
  reportedOn: Day | null;
  noFindings: boolean;
  enteredClosed: boolean;
  findings: number;
  firstFoundOn: Day | null;
  participants: { id: string; name: string; signed: boolean }[];
};
type StoredActivity = Stored<typeof activity> & Standing;

const standing = Prisma.sql`, r.state, r.report, r.reported_on::text AS "reportedOn", r.no_findings AS "noFindings",
  r.entered_closed AS "enteredClosed", ${findings} AS findings, (SELECT min(f.occurred_on)::text FROM finding f WHERE f.county_id = r.county_id AND f.township_id = r.township_id
    AND f.activity_id = r.id AND f.voided_at IS NULL) AS "firstFoundOn", (SELECT coalesce(json_agg(took), '[]'::json) FROM (
    SELECT d.id, d.name, x.signed_no_findings AS signed FROM activity_participant x JOIN ${deputyOf(Prisma.sql`x`)}
    WHERE x.county_id = r.county_id AND x.township_id = r.township_id AND x.activity_id = r.id ORDER BY d.pinyin, d.id) took) AS participants`;

const judgedBy = (stored: StoredActivity): ActivityFacts => ({
  ...pick(stored.facts, "kind", "occurredOn", "lawName"),
  ...pick(stored, "report", "noFindings", "state", "findings"),
  signers: stored.participants.flatMap(({ id, signed }) => (signed ? [id] : [])),
  participants: stored.participants.length + (stored.facts.unnamed ?? 0),
});

export type HeldActivity = Awaited<ReturnType<typeof loadActivity>>;

/** An activity that may take a step, with what its rules ask for. */
export async function loadActivity(scope: TownshipScope, id: string) {
  const stored = await livingOf<typeof activity, Standing>(activity, scope, id, standing);
  const { state, report, reportedOn, noFindings, enteredClosed, firstFoundOn, facts } = stored;
  /** as the columns take it */
  const kept = {
    ...{ state: state as string, report, noFindings, enteredClosed },
    reportedOn: dateOrNull(reportedOn),
  };
  return { id, facts, kept, reportedOn, firstFoundOn, judged: judgedBy(stored) };
}

/** By when whoever received the report answers it; null until it was handed over. */
const answerTerm = ({ law, facts }: StoredActivity & { law: LawChoice }) =>
  facts.handedOn === null
    ? null
    : termOf(law, "inspection.responseMonths", {
        on: facts.occurredOn,
        from: facts.handedOn,
        doneOn: facts.respondedOn,
      });

function detailOf(
  stored: StoredActivity & { findingRows: FindingListRow[]; law: LawChoice },
  { now }: TownshipReader,
) {
  const judged = judgedBy(stored);
  const today = dayOf(now);
  const live = stored.voidedAt === null;
  return {
    ...pick(stored, "state", "report", "reportedOn", "noFindings", "enteredClosed"),
    ...pick(stored, "participants", "findings", "findingRows"),
    today,
    term: answerTerm(stored),
    waiting: judged.state === "planned" && judged.occurredOn <= today,
    next: live ? activityNext(judged, today) : null,
    changes: live ? activityChanges(judged) : [],
  };
}

/** Names and counts are reckoned for a page's rows only: they stand in its columns, not in joins. */
export const activityReads = recordReads<typeof activity, ActivityStanding, ReturnType<typeof detailOf>>(
  activity,
  {
    list: {
      join: ({ now }) => Prisma.sql`CROSS JOIN (SELECT ${dayOf(now)}::date AS today) t`,
      select: Prisma.sql`, r.state, r.state = 'planned' AND r.occurred_on <= t.today AS waiting, r.no_findings AS "noFindings",
      r.entered_closed AS "enteredClosed", ${findings} AS findings, ${findingsWhere(Prisma.sql`AND f.state <> 'closed'`)} AS "openFindings"`,
      sorts: { findings },
    },
    sheet: [
      { column: { header: "发现问题（个）", width: 12, kind: "number" }, cell: (row) => row.findings },
      { column: { header: "未销号（个）", width: 12, kind: "number" }, cell: (row) => row.openFindings },
      { column: { header: "状态", width: 10 }, cell: ({ state }) => activityStateLabels[state] },
    ],
    detail: {
      select: () => Prisma.sql`${standing}, ${findingsOfActivity} AS "findingRows",
        ${lawChoiceOfRow(Prisma.sql`r`)} AS law`,
      tell: detailOf,
    },
  },
);

/** The signatures of those who took part, set to exactly these. */
export async function setSignatures(
  scope: TownshipScope,
  activityId: string,
  signerIds: readonly string[],
): Promise<void> {
  const where = { ...tenantOf(scope), activityId };
  await scope.tx.activityParticipant.updateMany({ where, data: { signedNoFindings: false } });
  if (signerIds.length === 0) return;
  const signed = { ...where, deputyId: { in: [...signerIds] } };
  await scope.tx.activityParticipant.updateMany({ where: signed, data: { signedNoFindings: true } });
}
