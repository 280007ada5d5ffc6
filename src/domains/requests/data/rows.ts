import "server-only";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { TownshipReader } from "@/server/db/scope";
import { isoTime } from "@/server/db/told";
import type { Rows } from "@/server/db/tx";
import type { RequestKind, RequestResult } from "../labels";
import type { RequestFacts } from "../rules/requests";

const { sql } = Prisma;

export type Request = RequestFacts & {
  id: string;
  version: number;
  townshipId: string;
  kind: RequestKind;
  title: string;
  content: string;
  againOfId: string | null;
  /** the request that was sent in its place */
  againId: string | null;
  postponeReason: string | null;
  postponedOn: Day | null;
  result: RequestResult | null;
  answerText: string | null;
  passedTo: string | null;
  enteredAt: string;
  enteredByName: string;
};

type Row = Omit<Request, "askedAgain">;

/** `q` is a request. */
const columns = sql`q.id, q.version, q.township_id AS "townshipId", q.kind, q.title, q.content, q.sent_on::text AS "sentOn",
  q.receive_due_on::text AS "receiveDueOn", q.answer_due_on::text AS "answerDueOn", q.again_of_id AS "againOfId", q.received_on::text AS "receivedOn",
  q.postponed_on::text AS "postponedOn", q.postponed_until::text AS "postponedUntil", q.postpone_reason AS "postponeReason",
  q.answered_on::text AS "answeredOn", q.result, q.answer_text AS "answerText", q.passed_to AS "passedTo", q.confirmed_on::text AS "confirmedOn",
  ${isoTime(sql`q.entered_at`)} AS "enteredAt", q.entered_by_name AS "enteredByName",
  (SELECT g.id FROM township_request g WHERE g.county_id = q.county_id AND g.township_id = q.township_id AND g.again_of_id = q.id
    AND g.voided_at IS NULL) AS "againId"`;

/** Living requests that meet a condition on `q`, the latest first. */
export async function requestsWhere(
  { tx, countyId }: { tx: Rows; countyId: string },
  which: Prisma.Sql,
): Promise<Request[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT ${columns} FROM township_request q WHERE q.county_id = ${countyId}::uuid AND q.voided_at IS NULL AND ${which}
    ORDER BY q.sent_on DESC, q.id DESC LIMIT 5000`;
  return rows.map((row) => ({ ...row, askedAgain: row.againId !== null }));
}

async function requestBy(scope: { tx: Rows; countyId: string }, which: Prisma.Sql): Promise<Request> {
  const [request] = await requestsWhere(scope, which);
  if (request === undefined) throw notFound();
  return request;
}

export const requestById = (scope: { tx: Rows; countyId: string }, id: string) =>
  requestBy(scope, sql`q.id = ${id}::uuid`);

export const ofTownship = ({ townshipId }: Pick<TownshipReader, "townshipId">): Prisma.Sql =>
  sql`q.township_id = ${townshipId}::uuid`;

export const ownRequestById = (scope: TownshipReader, id: string) =>
  requestBy(scope, sql`${ofTownship(scope)} AND q.id = ${id}::uuid`);

/** In which years requests were sent. */
export async function requestYears(
  { tx, countyId }: { tx: Rows; countyId: string },
  which: Prisma.Sql,
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ year: number }[]>`
    SELECT DISTINCT extract(year FROM q.sent_on)::int AS year FROM township_request q
    WHERE q.county_id = ${countyId}::uuid AND q.voided_at IS NULL AND ${which}`;
  return rows.map(({ year }) => year);
}

/** When each township last asked something of the county, or was answered: a SELECT of township_id and day. */
export const lastAsked = (countyId: string): Prisma.Sql => sql`
  SELECT q.township_id, max(greatest(q.sent_on, q.received_on, q.answered_on)) AS day FROM township_request q
  WHERE q.county_id = ${countyId}::uuid AND q.voided_at IS NULL GROUP BY q.township_id`;
