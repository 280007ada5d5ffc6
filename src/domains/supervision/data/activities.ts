import "server-only";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { inYear } from "@/server/db/span";
import { type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { Prisma } from "@/server/db/generated/client";
import { byUnitName, naturally } from "@/server/db/order";
import { pageOf, type Part } from "@/server/db/page";
import { dayOrNull, found, keyOf, newLine, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { containing, nameMatches } from "@/server/db/search";
import type { ByIdInput } from "@/server/trpc/inputs";
import type { ActivityFacts, ActivityKind, ActivityState } from "../rules/activities";
import { activityChanges, activityNext } from "../rules/next-actions";
import type { ListActivitiesInput } from "../schema";
import { findingsOf } from "./findings";

export type ActivityListRow = {
  id: string;
  kind: ActivityKind;
  topic: string;
  lawName: string | null;
  occurredOn: Day;
  endedOn: Day | null;
  state: ActivityState;
  noFindings: boolean;
  /** brought in with its report, as already done */
  enteredClosed: boolean;
  units: string | null;
  deputies: number;
  findings: number;
  openFindings: number;
};

const orders: Record<ListActivitiesInput["sort"], Prisma.Sql> = {
  occurredOn: Prisma.sql`a.occurred_on`,
  topic: naturally(Prisma.sql`a.topic`),
  kind: Prisma.sql`a.kind`,
  findings: Prisma.sql`(SELECT count(*) FROM finding f WHERE f.county_id = a.county_id AND f.township_id = a.township_id AND f.activity_id = a.id AND f.voided_at IS NULL)`,
};
const none = Prisma.empty;

/** A part of the activities; names and counts are fetched for its rows only. */
export const activityRows =
  (scope: TownshipReader, input: ListActivitiesInput) =>
  ({ limit, offset }: Part) => {
    const { countyId, townshipId } = scope;
    const pattern = containing(input.q);
    const direction = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    return scope.tx.$queryRaw<(ActivityListRow & { total: number })[]>`
    WITH page AS (
      SELECT a.*, row_number() OVER (ORDER BY ${orders[input.sort]} ${direction}, a.occurred_on DESC, a.id) AS nth,
        count(*) OVER ()::int AS total
      FROM activity a
      WHERE a.county_id = ${countyId}::uuid AND a.township_id = ${townshipId}::uuid AND a.voided_at IS NULL
        ${input.year === null ? none : Prisma.sql`AND ${inYear(Prisma.sql`a.occurred_on`, input.year)}`}
        ${input.kind === null ? none : Prisma.sql`AND a.kind = ${input.kind}`}
        ${input.state === null ? none : Prisma.sql`AND a.state = ${input.state}`}
        ${input.q === "" ? none : Prisma.sql`AND (a.topic ILIKE ${pattern} OR a.law_name ILIKE ${pattern} OR a.place ILIKE ${pattern} OR ${nameMatches(Prisma.sql`a.leader`, input.q)})`}
      ORDER BY nth LIMIT ${limit} OFFSET ${offset}
    )
    SELECT p.id, p.kind, p.topic, p.law_name AS "lawName", to_char(p.occurred_on, 'YYYY-MM-DD') AS "occurredOn",
      to_char(p.ended_on, 'YYYY-MM-DD') AS "endedOn", p.state, p.no_findings AS "noFindings", p.entered_closed AS "enteredClosed", u.units, d.deputies,
      f.findings, f.open AS "openFindings", p.total
    FROM page p
    CROSS JOIN LATERAL (SELECT string_agg(coalesce(h.short_name, h.name), '、' ORDER BY ${byUnitName}, h.id) AS units
      FROM activity_unit x JOIN ${unitOf(Prisma.sql`x`)}
      WHERE x.county_id = p.county_id AND x.township_id = p.township_id AND x.activity_id = p.id) u
    CROSS JOIN LATERAL (SELECT count(*)::int AS deputies FROM activity_participant x
      WHERE x.county_id = p.county_id AND x.township_id = p.township_id AND x.activity_id = p.id) d
    CROSS JOIN LATERAL (SELECT count(*)::int AS findings, (count(*) FILTER (WHERE x.state <> 'closed'))::int AS open FROM finding x
      WHERE x.county_id = p.county_id AND x.township_id = p.township_id AND x.activity_id = p.id AND x.voided_at IS NULL) f
    ORDER BY p.nth`;
  };

export async function yearsOfActivities(scope: TownshipReader): Promise<number[]> {
  const rows = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM occurred_on)::int AS year FROM activity
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL ORDER BY 1 DESC`;
  return rows.map((row) => row.year);
}

export async function listActivities(scope: TownshipReader, input: ListActivitiesInput) {
  const page = await pageOf(input, activityRows(scope, input));
  return { ...page, years: await yearsOfActivities(scope), today: dayOf(scope.now) };
}

export type StoredActivity = Awaited<ReturnType<typeof loadActivity>>;

/** The activity with what its rules ask for; the same NOT_FOUND for unknown, foreign and voided ones. */
export async function loadActivity(scope: TownshipScope, id: string) {
  const row = found(await scope.tx.activity.findUnique({ where: keyOf(scope, id) }));
  const of = { ...tenantOf(scope), activityId: id };
  const findings = await scope.tx.finding.count({ where: { ...of, voidedAt: null } });
  const lines = await scope.tx.activityParticipant.findMany({ where: of });
  const facts: ActivityFacts = {
    kind: row.kind as ActivityKind,
    state: row.state as ActivityState,
    occurredOn: dayFromUtc(row.occurredOn),
    lawName: row.lawName,
    report: row.report,
    noFindings: row.noFindings,
    signers: lines.filter((line) => line.signedNoFindings).map((line) => line.deputyId),
    participants: lines.length,
    findings,
  };
  const units = await scope.tx.activityUnit.findMany({ where: of, select: { unitId: true } });
  const unitIds = units.map(({ unitId }) => unitId);
  return { row, facts, unitIds, tookPart: lines.map((line) => line.deputyId) };
}

export async function activityById(scope: TownshipScope, { id }: ByIdInput) {
  const { row, facts } = await loadActivity(scope, id);
  const participants = await scope.tx.activityParticipant.findMany({
    where: { ...tenantOf(scope), activityId: id },
    include: { deputy: { select: { name: true, pinyin: true } } },
  });
  const units = await scope.tx.activityUnit.findMany({
    where: { ...tenantOf(scope), activityId: id },
    include: { unit: { select: { name: true } } },
  });
  return {
    ...pick(row, "id", "version", "topic", "lawName", "leader", "place", "visited", "isJoint", "report"),
    ...pick(row, "noFindings", "enteredClosed", "sourceNote", "lateReason"),
    kind: facts.kind,
    state: facts.state,
    occurredOn: facts.occurredOn,
    findings: facts.findings,
    endedOn: dayOrNull(row.endedOn),
    today: dayOf(scope.now),
    next: activityNext(facts, dayOf(scope.now)),
    changes: activityChanges(facts),
    reportedOn: dayOrNull(row.reportedOn),
    participants: participants
      .sort((a, b) => a.deputy.pinyin.localeCompare(b.deputy.pinyin))
      .map((line) => ({ id: line.deputyId, name: line.deputy.name, signed: line.signedNoFindings })),
    units: units.map((line) => ({ id: line.unitId, name: line.unit.name })),
    findingRows: await findingsOf(scope, id),
    timeline: await historyOf(scope, id, row),
  };
}

/** Lines are replaced as a whole; a reference to another tenant's deputy or unit fails on its key. */
export async function replaceLines(
  scope: TownshipScope,
  activityId: string,
  lines: { unitIds: readonly string[]; deputyIds: readonly string[] },
): Promise<void> {
  const where = { ...tenantOf(scope), activityId };
  await scope.tx.activityUnit.deleteMany({ where });
  await scope.tx.activityUnit.createMany({
    data: lines.unitIds.map((unitId) => ({ ...newLine(scope), activityId, unitId })),
  });
  await scope.tx.activityParticipant.deleteMany({ where });
  await scope.tx.activityParticipant.createMany({
    data: lines.deputyIds.map((deputyId) => ({ ...newLine(scope), activityId, deputyId })),
  });
}

/** Who of these took part; and their signatures set to exactly `signerIds`. */
export async function setSignatures(
  scope: TownshipScope,
  activityId: string,
  signerIds: readonly string[],
): Promise<void> {
  const where = { ...tenantOf(scope), activityId };
  await scope.tx.activityParticipant.updateMany({ where, data: { signedNoFindings: false } });
  if (signerIds.length > 0) {
    await scope.tx.activityParticipant.updateMany({
      where: { ...where, deputyId: { in: [...signerIds] } },
      data: { signedNoFindings: true },
    });
  }
}
