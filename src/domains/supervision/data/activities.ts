import "server-only";
import { recordReads, livingOf, type Stored } from "@/domains/records/data/reads";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/server/db/generated/client";
import { dayOrNull, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import { activityStateLabels } from "../labels";
import { activity } from "../record";
import type { ActivityFacts, ActivityState } from "../rules/activities";
import { activityChanges, activityNext } from "../rules/next-actions";
import { findingsOf } from "./findings";

type Kept = Stored<typeof activity>;

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

/** What was written of an activity after it was registered, and what its rules ask for. */
export async function standingOf(scope: TownshipScope, { id, facts }: Kept) {
  const { activityParticipants, _count, ...kept } = await scope.tx.activity.findUniqueOrThrow({
    where: keyOf(scope, id),
    select: {
      ...{ state: true, report: true, reportedOn: true, noFindings: true, enteredClosed: true },
      activityParticipants: {
        select: { deputyId: true, signedNoFindings: true, deputy: { select: { name: true } } },
        orderBy: [{ deputy: { pinyin: "asc" } }, { deputyId: "asc" }],
      },
      _count: { select: { findings: { where: { voidedAt: null } } } },
    },
  });
  const participants = activityParticipants.map(({ deputyId, deputy, signedNoFindings }) => ({
    id: deputyId,
    name: deputy.name,
    signed: signedNoFindings,
  }));
  const signers = participants.filter(({ signed }) => signed);
  const { kind, occurredOn, lawName } = facts;
  const { report, noFindings } = kept;
  const judged: ActivityFacts = {
    ...{ kind, occurredOn, lawName, report, noFindings, state: kept.state as ActivityState },
    signers: signers.map((signer) => signer.id),
    participants: participants.length,
    findings: _count.findings,
  };
  return { kept, participants, judged };
}

export type HeldActivity = Awaited<ReturnType<typeof loadActivity>>;

/** An activity that may take a step, with what its rules ask for. */
export async function loadActivity(scope: TownshipScope, id: string) {
  const stored = await livingOf(activity, scope, id);
  return { ...stored, ...(await standingOf(scope, stored)) };
}

async function detail(scope: TownshipScope, stored: Kept) {
  const { kept, participants, judged } = await standingOf(scope, stored);
  const { report, noFindings, enteredClosed, reportedOn } = kept;
  const today = dayOf(scope.now);
  const live = stored.voidedAt === null;
  return {
    ...{ report, noFindings, enteredClosed, reportedOn: dayOrNull(reportedOn), participants, today },
    state: judged.state,
    waiting: judged.state === "planned" && judged.occurredOn <= today,
    findings: judged.findings,
    next: live ? activityNext(judged, today) : null,
    changes: live ? activityChanges(judged) : [],
    findingRows: await findingsOf(scope, stored.id),
  };
}

/** Names and counts are reckoned for a page's rows only: they stand in its columns, not in joins. */
export const activityReads = recordReads<
  typeof activity,
  ActivityStanding,
  Awaited<ReturnType<typeof detail>>
>(activity, {
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
  detail,
});

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
