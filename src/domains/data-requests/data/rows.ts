import "server-only";
import { filesOfRow } from "@/domains/attachments/data";
import type { Committee } from "@/domains/joint-tasks/labels";
import type { Day } from "@/lib/dates";
import { notFound } from "@/lib/errors";
import { Prisma } from "@/server/db/generated/client";
import type { CountyScope, TownshipReader } from "@/server/db/scope";
import type { Rows } from "@/server/db/tx";
import type { RequestKind } from "../labels";
import { askStateOf } from "../rules/asks";
import type { HeldLabel } from "../rules/held";

const { sql } = Prisma;
type Reader = { tx: Rows; countyId: string };

export type Request = {
  id: string;
  year: number;
  title: string;
  kind: RequestKind;
  ask: string;
  basis: string | null;
  committee: Committee;
  sentOn: Day;
  dueOn: Day;
  held: HeldLabel[];
  despite: string | null;
  recalledOn: Day | null;
  recallReason: string | null;
  sentByName: string;
  version: number;
};

/** `r` is a request. */
const requestColumns = sql`r.id, r.year, r.title, r.kind, r.ask, r.basis, r.committee, r.sent_on::text AS "sentOn",
  r.due_on::text AS "dueOn", r.held, r.despite, r.recalled_on::text AS "recalledOn", r.recall_reason AS "recallReason",
  r.entered_by_name AS "sentByName", r.version`;

export const requestsWhere = ({ tx, countyId }: Reader, which: Prisma.Sql) => tx.$queryRaw<Request[]>`
  SELECT ${requestColumns} FROM data_request r WHERE r.county_id = ${countyId}::uuid AND ${which}
  ORDER BY r.due_on DESC, r.id LIMIT 1000`;

export async function requestById(scope: CountyScope, id: string): Promise<Request> {
  const [request] = await requestsWhere(scope, sql`r.id = ${id}::uuid`);
  if (request === undefined) throw notFound();
  return request;
}

type Stored = {
  id: string;
  version: number;
  townshipId: string;
  answeredOn: Day | null;
  answeredByName: string | null;
  answer: string | null;
  heldKey: string | null;
  returnedOn: Day | null;
  returnWhy: string | null;
  files: number;
  request: Request;
};

const told = (row: Stored) => {
  const { answeredOn, returnedOn, request } = row;
  const facts = { answeredOn, returnedOn, recalledOn: request.recalledOn, dueOn: request.dueOn };
  return { ...row, facts, state: askStateOf(facts) };
};
export type Ask = ReturnType<typeof told>;

/** Living rows that meet a condition on `a` and its request `r`, each with its state. */
export async function asksWhere({ tx, countyId }: Reader, which: Prisma.Sql): Promise<Ask[]> {
  const rows = await tx.$queryRaw<Stored[]>`
    SELECT a.id, a.version, a.township_id AS "townshipId", a.answered_on::text AS "answeredOn", a.answered_by_name AS "answeredByName",
      a.answer, a.held_key AS "heldKey", a.returned_on::text AS "returnedOn", a.return_why AS "returnWhy", ${filesOfRow(sql`a`, "dataAsk")} AS files,
      (SELECT to_jsonb(k) FROM (SELECT ${requestColumns}) k) AS request
    FROM data_ask a JOIN data_request r ON r.county_id = a.county_id AND r.id = a.request_id
    WHERE a.county_id = ${countyId}::uuid AND a.voided_at IS NULL AND ${which} ORDER BY r.due_on DESC, a.id LIMIT 20000`;
  return rows.map(told);
}

/** What each township owes of a request. */
export const asksOf = (scope: CountyScope, requestId: string): Promise<Ask[]> =>
  asksWhere(scope, sql`r.id = ${requestId}::uuid`);

/** Asked for in a year, or still due in it: what is asked in December for January is found in both. */
export const openIn = (year: number) => sql`${year}::int BETWEEN r.year AND extract(year FROM r.due_on)::int`;

/** The years of requests, by the same. */
export const yearsFound = sql`generate_series(r.year, extract(year FROM r.due_on)::int) y(year)`;

const one = async (scope: Reader, which: Prisma.Sql): Promise<Ask> => {
  const [ask] = await asksWhere(scope, which);
  if (ask === undefined) throw notFound();
  return ask;
};

export const askById = (scope: CountyScope, id: string): Promise<Ask> => one(scope, sql`a.id = ${id}::uuid`);

export const ownAskById = (scope: TownshipReader, id: string): Promise<Ask> =>
  one(scope, sql`a.township_id = ${scope.townshipId}::uuid AND a.id = ${id}::uuid`);
