import "server-only";
import { v7 as uuid } from "uuid";
import { countyHistoryOf } from "@/domains/history/data";
import { unitOf } from "@/domains/suggestions/data/unit-names";
import { townshipOf } from "@/domains/tenancy/data";
import { type Day, dayOf } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import { changeOneOfCounty, type Seen } from "@/server/db/change";
import { assertOneChanged, edited, tenantOf } from "@/server/db/record";
import type { CountyScope, TownshipReader, TownshipScope } from "@/server/db/scope";
import { own } from "@/server/records/uses";
import type { FindingState } from "../rules/findings";
import {
  answerDayFrom,
  raisedDueOn,
  raisedLateBy,
  type RaisedFacts,
  type RaisedOutcome,
  raisedStateOf,
} from "../rules/raised";
import { findingTopic, sourceOf } from "./sources";

const { sql } = Prisma;
const f = sql`f`;

type Raised = RaisedFacts & {
  id: string;
  version: number;
  findingId: string;
  why: string;
  ask: string;
  raisedByName: string;
  receivedByName: string | null;
  answeredByName: string | null;
  outcome: RaisedOutcome | null;
  handledBy: string | null;
  answer: string | null;
};

/** `u` is a finding that went up. */
const raisedColumns = sql`u.id, u.version, u.finding_id AS "findingId", u.raised_on::text AS "raisedOn", u.why, u.ask,
  u.entered_by_name AS "raisedByName", u.received_on::text AS "receivedOn", u.received_by_name AS "receivedByName", u.due_on::text AS "dueOn",
  u.answered_on::text AS "answeredOn", u.answered_by_name AS "answeredByName", u.outcome, u.handled_by AS "handledBy", u.answer`;

const told = <Row extends RaisedFacts>(row: Row, today: Day) => ({
  ...{ ...row, state: raisedStateOf(row), actBy: raisedDueOn(row), late: raisedLateBy(row, today) },
});

/** How often a finding went up, the last time first. */
export async function raisedOf(scope: TownshipReader, findingId: string) {
  const rows = await scope.tx.$queryRaw<Raised[]>`
    SELECT ${raisedColumns} FROM raised_finding u WHERE ${own(scope, sql`u`)} AND u.finding_id = ${findingId}::uuid
    ORDER BY u.raised_on DESC, u.id DESC LIMIT 50`;
  return rows.map((row) => told(row, dayOf(scope.now)));
}

/** Whether a finding waits for the county's answer. */
export const waitsAbove = async (scope: TownshipScope, findingId: string): Promise<boolean> =>
  (await scope.tx.raisedFinding.count({
    where: { ...tenantOf(scope), findingId, answeredOn: null, voidedAt: null },
  })) > 0;

export async function ownRaised(scope: TownshipScope, id: string): Promise<Raised> {
  const [row] = await scope.tx.$queryRaw<Raised[]>`
    SELECT ${raisedColumns} FROM raised_finding u WHERE ${own(scope, sql`u`)} AND u.id = ${id}::uuid`;
  if (row === undefined) throw notFound();
  return row;
}

/** What is not the township's to write is left out of the statement: the database would refuse it. */
export async function keepRaised(
  { tx, countyId, townshipId, actor, now }: TownshipScope,
  { findingId, why, ask }: Pick<Raised, "findingId" | "why" | "ask">,
): Promise<string> {
  const id = uuid();
  await tx.$executeRaw`
    INSERT INTO raised_finding (county_id, township_id, id, finding_id, raised_on, why, ask, entered_at, entered_by, entered_by_name)
    VALUES (${countyId}::uuid, ${townshipId}::uuid, ${id}::uuid, ${findingId}::uuid, ${dayOf(now)}::date, ${why}, ${ask}, ${now},
      ${actor.accountId}::uuid, ${actor.name})`;
  return id;
}

export async function takeBack(scope: TownshipScope, { id, version }: Seen, reason: string): Promise<void> {
  const { count } = await scope.tx.raisedFinding.updateMany({
    where: { ...tenantOf(scope), id, version, voidedAt: null },
    data: { ...edited(scope), voidedAt: scope.now, voidReason: reason },
  });
  assertOneChanged(count);
}

type OfCounty = Raised & {
  township: string;
  townshipId: string;
  townshipName: string;
  description: string;
  findingState: FindingState;
  unit: string | null;
  topic: string;
};

/** With its finding and township, for the county; what the township took back, or whose finding was struck out, waits no more. */
const ofCounty = ({ tx, countyId }: CountyScope, which: Prisma.Sql) => tx.$queryRaw<OfCounty[]>`
  SELECT ${raisedColumns}, t.code AS township, u.township_id AS "townshipId", t.name AS "townshipName", f.description, f.state AS "findingState",
    coalesce(h.short_name, h.name) AS unit, ${findingTopic} AS topic
  FROM raised_finding u JOIN ${townshipOf(sql`u`)}
    JOIN finding f ON f.county_id = u.county_id AND f.township_id = u.township_id AND f.id = u.finding_id
    ${sourceOf(f)} LEFT JOIN ${unitOf(f)}
  WHERE ${own({ countyId, townshipId: null }, sql`u`)} AND f.voided_at IS NULL AND ${which}
  ORDER BY u.answered_on IS NOT NULL, coalesce(u.due_on, u.raised_on), u.id LIMIT 2000`;

/** What townships raised, what still waits for the county first. */
export async function raisedList(scope: CountyScope) {
  const today = dayOf(scope.now);
  const rows = (await ofCounty(scope, sql`true`)).map((row) => told(row, today));
  const counted = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    ...{ today, rows, waiting: counted("waiting"), received: counted("received") },
    late: rows.filter(({ state, late }) => state !== "answered" && late !== null).length,
  };
}

export async function raisedById(scope: CountyScope, id: string): Promise<OfCounty> {
  const [row] = await ofCounty(scope, sql`u.id = ${id}::uuid`);
  if (row === undefined) throw notFound();
  return row;
}

export async function raisedView(scope: CountyScope, { id }: { id: string }) {
  const today = dayOf(scope.now);
  const row = await raisedById(scope, id);
  const timeline = await countyHistoryOf(scope, id);
  return { ...told(row, today), today, answerBy: answerDayFrom(today), timeline };
}

export const changeRaised = (
  scope: CountyScope,
  seen: Seen,
  changes: Prisma.RaisedFindingUncheckedUpdateManyInput,
): Promise<void> =>
  changeOneOfCounty(scope, "raisedFinding", seen, {
    ...{ ...changes, editedAt: scope.now, editedBy: scope.actor.accountId },
  });
