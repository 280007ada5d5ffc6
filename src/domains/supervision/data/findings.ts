import "server-only";
import { nameOfDeputy } from "@/domains/deputies/data/in-office";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { inYear } from "@/server/db/span";
import { addDays, type Day, dayFromUtc, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { pick } from "@/lib/pick";
import { historyOf } from "@/domains/history/data";
import { type Finding as StoredFinding, Prisma } from "@/server/db/generated/client";
import { identifier } from "@/server/db/identifier";
import { pageOf, type Part } from "@/server/db/page";
import { dayOrNull, found, keyOf, tenantOf } from "@/server/db/record";
import type { TownshipReader, TownshipScope } from "@/server/db/scope";
import { foundBy } from "@/server/db/search";
import { told } from "@/server/db/told";
import type { ByIdInput } from "@/server/trpc/inputs";
import { plain } from "@/lib/likeness";
import { nearDays } from "@/lib/records/alike";
import type { FindingFacts, FindingState, StandsFound } from "../rules/findings";
import { findingChanges, findingNext } from "../rules/next-actions";
import { findingSteps } from "../rules/progress";
import { mayRaise } from "../rules/raised";
import { findingDueOn } from "../rules/terms";
import type { ListFindingsInput } from "../schema";
import { findingDueSql, findingOverdueSql } from "./overdue";
import { raisedOf } from "./raised";
import { findingSource, findingTopic, sourceOf } from "./sources";

export type FindingListRow = {
  id: string;
  number: number;
  description: string;
  state: FindingState;
  unit: string | null;
  occurredOn: Day;
  dueOn: Day | null;
  /** the day its next step waits for: until the unit is told, the day by which it must be */
  actBy: Day;
  closedOn: Day | null;
  reopenedCount: number;
  /** brought in as already struck off */
  enteredClosed: boolean;
  /** the activity that found it, or the appraisal in which it was said */
  source: FindingSource;
  topic: string;
};

export type FindingSource = { type: "activity" | "appraisal"; id: string };

const orders: Record<ListFindingsInput["sort"], Prisma.Sql> = {
  // What is struck off has no deadline left to watch: it comes after everything still open.
  dueOn: Prisma.sql`f.state = 'closed', ${findingDueSql}`,
  occurredOn: Prisma.sql`f.occurred_on`,
  number: Prisma.sql`f.number`,
};
const none = Prisma.empty;

const columns = Prisma.sql`p.id, p.number, p.description, p.state, coalesce(h.short_name, h.name) AS unit,
  to_char(p.occurred_on, 'YYYY-MM-DD') AS "occurredOn", to_char(p.due_on, 'YYYY-MM-DD') AS "dueOn", to_char(p.act_by, 'YYYY-MM-DD') AS "actBy",
  to_char(p.closed_on, 'YYYY-MM-DD') AS "closedOn", p.reopened_count AS "reopenedCount", p.entered_closed AS "enteredClosed",
  ${findingSource(Prisma.sql`p`)} AS source, ${findingTopic} AS topic`;
const joins = Prisma.sql` ${sourceOf(Prisma.sql`p`)} LEFT JOIN ${unitOf(Prisma.sql`p`)}`;

export const findingRows =
  (scope: TownshipReader, input: ListFindingsInput) =>
  ({ limit, offset }: Part) => {
    const direction = input.direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
    return scope.tx.$queryRaw<(FindingListRow & { total: number })[]>`
    WITH page AS (
      SELECT f.*, ${findingDueSql} AS act_by, row_number() OVER (ORDER BY ${orders[input.sort]} ${direction} NULLS LAST, f.occurred_on DESC, f.number, f.id) AS place,
        count(*) OVER ()::int AS total
      FROM finding f
      WHERE f.county_id = ${scope.countyId}::uuid AND f.township_id = ${scope.townshipId}::uuid AND f.voided_at IS NULL
        ${input.year === null ? none : Prisma.sql`AND ${inYear(Prisma.sql`f.occurred_on`, input.year)}`}
        ${input.state === null ? none : Prisma.sql`AND f.state = ${input.state}`}
        ${input.unitId === null ? none : Prisma.sql`AND f.unit_id = ${input.unitId}::uuid`}
        ${input.overdue ? Prisma.sql`AND ${findingOverdueSql(dayOf(scope.now))}` : none}
        ${input.q === "" ? none : Prisma.sql`AND (f.township_id, f.id) IN (${foundBy("finding", input.q, scope.townshipId)})`}
      ORDER BY place LIMIT ${limit} OFFSET ${offset}
    )
    SELECT ${columns}, p.total FROM page p ${joins} ORDER BY p.place`;
  };

export async function listFindings(scope: TownshipReader, input: ListFindingsInput) {
  const page = await pageOf(input, findingRows(scope, input));
  const years = await scope.tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM occurred_on)::int AS year FROM finding
    WHERE county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid AND voided_at IS NULL ORDER BY 1 DESC`;
  return { ...page, years: years.map(({ year }) => year), today: dayOf(scope.now) };
}

/** The findings of the source `r`, as a list shows them, one JSON array. */
const findingsFrom = (source: Prisma.Sql) => Prisma.sql`(
  SELECT coalesce(json_agg(listed), '[]'::json) FROM (
    SELECT ${columns} FROM (SELECT f.*, ${findingDueSql} AS act_by FROM finding f
      WHERE f.county_id = r.county_id AND f.township_id = r.township_id AND ${source} = r.id AND f.voided_at IS NULL) p ${joins}
    ORDER BY p.number LIMIT 500) listed)`;
export const findingsOfActivity = findingsFrom(Prisma.sql`f.activity_id`);
export const findingsOfAppraisal = findingsFrom(Prisma.sql`f.appraisal_id`);

/** How many findings stand under an appraisal. */
export const countOfAppraisal = (scope: TownshipScope, appraisalId: string): Promise<number> =>
  scope.tx.finding.count({ where: { ...tenantOf(scope), appraisalId, voidedAt: null } });

export async function loadFinding(scope: TownshipScope, id: string) {
  const row = found(await scope.tx.finding.findUnique({ where: keyOf(scope, id), include: { unit: true } }));
  const facts: FindingFacts = {
    state: row.state as FindingState,
    occurredOn: dayFromUtc(row.occurredOn),
    unitId: row.unitId,
    notifiedOn: dayOrNull(row.notifiedOn),
    dueOn: dayOrNull(row.dueOn),
    firstDueOn: dayOrNull(row.firstDueOn),
    plannedOn: dayOrNull(row.plannedOn),
    rectifiedOn: dayOrNull(row.rectifiedOn),
    verifiedOn: dayOrNull(row.verifiedOn),
    verifiedByDeputyId: row.verifiedByDeputyId,
  };
  return { row, facts };
}

/** The living findings of a source, and those of others from within a fortnight of a day. */
export async function findingsBeside(scope: TownshipScope, source: string, on: Day, exceptId: string | null) {
  const rows = await scope.tx.$queryRaw<
    (Omit<StandsFound, "sameTopic"> & Record<"topic" | "asked", string | null>)[]
  >`
    SELECT f.number, f.description, f.unit_id AS "unitId", coalesce(f.activity_id, f.appraisal_id) AS source, f.occurred_on::text AS "occurredOn",
      a.topic, (SELECT o.topic FROM activity o WHERE o.county_id = f.county_id AND o.township_id = f.township_id AND o.id = ${source}::uuid) AS asked
    FROM finding f LEFT JOIN activity a ON a.county_id = f.county_id AND a.township_id = f.township_id AND a.id = f.activity_id
    WHERE f.county_id = ${scope.countyId}::uuid AND f.township_id = ${scope.townshipId}::uuid AND f.voided_at IS NULL
      AND f.id IS DISTINCT FROM ${exceptId}::uuid AND (${source}::uuid IN (f.activity_id, f.appraisal_id)
        OR f.occurred_on BETWEEN ${addDays(on, -nearDays)}::date AND ${addDays(on, nearDays)}::date)
    ORDER BY f.occurred_on, f.number`;
  return rows.map(({ topic, asked, ...row }): StandsFound => ({
    ...row,
    sameTopic: plain(topic ?? "") === plain(asked ?? ""),
  }));
}

type Found = {
  facts: object;
  unitName: string | null;
  verifierName: string | null;
  source: (FindingSource & { topic: string; living: boolean }) | null;
};

/** A finding with its source, unit and verifier, in one statement. */
async function readFinding({ tx, countyId, townshipId }: TownshipReader, id: string) {
  const f = Prisma.sql`f`;
  const [row] = await tx.$queryRaw<Found[]>`
    SELECT row_to_json(f) AS facts, h.name AS "unitName", ${nameOfDeputy(f, Prisma.sql`verified_by_deputy_id`)} AS "verifierName",
      ${findingSource(f)} || jsonb_build_object('topic', ${findingTopic},
        'living', coalesce(a.voided_at, ap.voided_at) IS NULL) AS source
    FROM finding f ${sourceOf(f)} LEFT JOIN ${unitOf(f)}
    WHERE f.county_id = ${countyId}::uuid AND f.township_id = ${townshipId}::uuid AND f.id = ${id}::uuid AND f.voided_at IS NULL`;
  if (row?.source?.living !== true) throw notFound();
  const { facts, source, ...names } = row;
  return { row: told<StoredFinding>(facts), source: pick(source, "type", "id", "topic"), names };
}

export async function findingById(scope: TownshipReader, { id }: ByIdInput) {
  const { row, source, names } = await readFinding(scope, id);
  const facts: FindingFacts = {
    ...pick(row, "occurredOn", "unitId", "notifiedOn", "dueOn", "firstDueOn"),
    ...pick(row, "plannedOn", "rectifiedOn", "verifiedOn"),
    ...{ state: row.state as FindingState, verifiedByDeputyId: row.verifiedByDeputyId },
  };
  const today = dayOf(scope.now);
  const { closedOn } = row;
  return {
    ...pick(row, "id", "version", "number", "description", "plan", "rectification", "verificationNote"),
    ...pick(row, "earlierDueOn", "earlierClosedOn"),
    ...pick(row, "enteredClosed", "reopenedCount", "sourceNote", "lateReason"),
    ...facts,
    closedOn,
    /** the day its next step waits for; null once it is struck off */
    actBy: facts.state === "closed" ? null : findingDueOn(facts),
    steps: findingSteps({ ...facts, closedOn }, today),
    next: findingNext(facts.state),
    changes: findingChanges(facts),
    ...names,
    source,
    today,
    ...(await withRaised(scope, id, facts)),
    timeline: await historyOf(scope, id, row),
  };
}

/** How often it went up to the county, and whether it may. */
async function withRaised(scope: TownshipReader, id: string, facts: { state: FindingState }) {
  const raised = await raisedOf(scope, id);
  const open = raised.some(({ state }) => state !== "answered");
  return { raised, mayRaise: mayRaise(facts, open) };
}

/** The next number of a source's findings; the source's row is locked so that two never share one. */
export async function nextFindingNumber(scope: TownshipScope, { type, id }: FindingSource): Promise<number> {
  const tenant = Prisma.sql`county_id = ${scope.countyId}::uuid AND township_id = ${scope.townshipId}::uuid`;
  await scope.tx
    .$queryRaw`SELECT id FROM ${identifier(type)} WHERE ${tenant} AND id = ${id}::uuid FOR UPDATE`;
  const [row] = await scope.tx.$queryRaw<{ next: number }[]>`
    SELECT coalesce(max(number), 0)::int + 1 AS next FROM finding WHERE ${tenant} AND ${identifier(`${type}_id`)} = ${id}::uuid`;
  return row?.next ?? 1;
}
