import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "pg";
import type { Role } from "@/lib/roles";
import { createCaller } from "@/server/trpc/root";
import { cookieOf } from "../support/signed-in";
import { type BenchCounty, size } from "./dataset";
import type { Sent } from "./http";
import { recorded, type Statement } from "./measure";

type Township = BenchCounty["townships"][number];
type Caller = ReturnType<typeof createCaller>;

/** What people wait for: asked over HTTP as the browser does, and the very statements that one such request sends. */
export type Workload = {
  name: string;
  /** the most that a request over HTTP may take, as a multiple of its bare statements */
  bar: number | null;
  /** the n-th request; they differ, so that no single page is measured from a warm corner */
  sent: (turn: number) => Sent;
  statements: readonly (readonly Statement[])[];
  /** what somebody else sends every second while the requests are asked */
  meanwhile?: (turn: number) => Sent;
  /** takes away what the bare statements wrote, so that they can be sent again */
  undo?: (admin: Client) => Promise<void>;
};

export function callerOf(role: Role, county: BenchCounty, township?: Township): Caller {
  const session = {
    sessionId: randomUUID(),
    accountId: randomUUID(),
    username: `bench-${role}`,
    displayName: "基准",
    role,
    mustChangePassword: false,
    countyId: county.id,
    countyCode: county.code,
    countyName: county.name,
    isDemo: true,
    townshipId: township?.id ?? null,
    townshipCode: township?.code ?? null,
    townshipName: township?.name ?? null,
  };
  return createCaller({ session, ip: null, requestId: randomUUID(), now: new Date() });
}

const asked = (procedure: string, input: unknown): string =>
  `/api/trpc/${procedure}?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { json: input } }))}`;
const changing = (procedure: string, input: unknown) => ({
  path: `/api/trpc/${procedure}?batch=1`,
  body: JSON.stringify({ 0: { json: input } }),
});

const among = <One>(all: readonly One[], turn: number): One => {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error("nothing to choose from");
  return one;
};

/** The first, a middle and a filtered page. */
const pages = [{}, { page: 7, year: 2025 }, { state: "closed" as const, category: "water" as const }];
/** Two characters that stand in every text, in some, and in none. */
const words = ["管道", "7处", "桥梁"];
const years = size.years.slice(1);

const newSuggestion = (township: Township, deputy: string, turn: number) => ({
  township: township.code,
  idempotencyKey: randomUUID(),
  kind: "suggestion" as const,
  title: `关于改善第${turn}处路灯的建议`,
  content: "夜间出行不便，建议增设路灯并落实日常维护。",
  category: "construction" as const,
  origin: "intersession" as const,
  leadDeputyId: deputy,
  cosignerIds: [],
  occurredOn: "2026-11-20",
  submit: true,
});

type Known = { deputies: Map<string, string>; suggestions: Map<string, string[]> };

/** For each township a deputy in office, and suggestions from all its years. */
async function knownTo(admin: Client, county: BenchCounty): Promise<Known> {
  const deputies = await admin.query<{ township: string; id: string }>(
    `SELECT DISTINCT ON (township_id) township_id AS township, deputy_id AS id FROM mandate WHERE county_id = $1 AND ends_on IS NULL ORDER BY township_id, id`,
    [county.id],
  );
  const suggestions = await admin.query<{ township: string; ids: string[] }>(
    `SELECT township_id AS township, array_agg(id) AS ids FROM suggestion WHERE county_id = $1 AND number % 37 = 5 AND voided_at IS NULL GROUP BY township_id`,
    [county.id],
  );
  return {
    deputies: new Map(deputies.rows.map(({ township, id }) => [township, id])),
    suggestions: new Map(suggestions.rows.map(({ township, ids }) => [township, ids])),
  };
}

async function each<One>(all: readonly One[], of: (one: One) => Promise<unknown>, takenBack = false) {
  const statements: Statement[][] = [];
  for (const one of all) statements.push(await recorded(() => of(one), takenBack));
  return statements;
}

/** Takes away what was created, by whichever way; the connection is the administrator's, and no trigger minds. */
async function undoCreates(admin: Client): Promise<void> {
  const made = "SELECT id FROM suggestion WHERE title LIKE '关于改善第%处路灯的建议'";
  await admin.query(`
    SET session_replication_role = replica;
    DELETE FROM suggestion_signer WHERE suggestion_id IN (${made});
    DELETE FROM search_entry WHERE id IN (${made});
    DELETE FROM audit_event WHERE record_id IN (${made});
    DELETE FROM idempotency_key WHERE procedure = 'suggestions.create';
    DELETE FROM suggestion WHERE id IN (${made});
    SET session_replication_role = DEFAULT`);
}

/** The five, for a county that stands in the database; each township is asked by a clerk of its own. */
export async function workloadsFor(county: BenchCounty, admin: Client): Promise<Workload[]> {
  const { deputies, suggestions } = await knownTo(admin, county);
  const townships = county.townships.slice(0, 10);
  const clerks = await Promise.all(townships.map((township) => cookieOf("townshipStaff", county, township)));
  const clerkOf = (township: Township) => clerks[townships.indexOf(township)] ?? "";
  const staff = await cookieOf("countyStaff", county);
  const callers = new Map(townships.map((one) => [one, callerOf("townshipStaff", county, one)] as const));
  const as = (township: Township): Caller =>
    callers.get(township) ?? callerOf("townshipStaff", county, township);

  const lists = townships.flatMap((township) => pages.map((page) => ({ township, page })));
  const searches = townships.flatMap((township) => words.map((q) => ({ township, q })));
  const records = townships.flatMap((township) =>
    (suggestions.get(township.id) ?? []).slice(0, 40).map((id) => ({ township, id })),
  );
  const compared = (year: number) => callerOf("countyStaff", county).oversight.comparison({ year });
  for (const year of years) await compared(year);
  // What was counted is kept by a transaction of its own; it must not stand among the statements of the next request.
  await sleep(2_000);
  const create = (township: Township, turn: number) =>
    newSuggestion(township, deputies.get(township.id) ?? "", turn);
  return [
    {
      name: "list of 20 with count",
      bar: 1.6,
      sent: (turn) => {
        const { township, page } = among(lists, turn);
        return {
          path: asked("suggestions.list", { township: township.code, ...page }),
          cookie: clerkOf(township),
        };
      },
      statements: await each(lists, ({ township, page }) =>
        as(township).suggestions.list({ township: township.code, ...page }),
      ),
    },
    {
      name: "one record's page",
      bar: 2,
      sent: (turn) => {
        const { township, id } = among(records, turn * 7);
        return {
          path: asked("suggestions.byId", { township: township.code, id }),
          cookie: clerkOf(township),
        };
      },
      statements: await each(
        records.filter((_, index) => index % 7 === 0),
        ({ township, id }) => as(township).suggestions.byId({ township: township.code, id }),
      ),
    },
    {
      name: "create, validated, audited",
      bar: 2,
      sent: (turn) => {
        const township = among(townships, turn);
        return { ...changing("suggestions.create", create(township, turn)), cookie: clerkOf(township) };
      },
      statements: await each(
        county.townships,
        (township) => as(township).suggestions.create(create(township, 0)),
        true,
      ),
      undo: undoCreates,
    },
    {
      name: "county comparison of a year",
      // Its statements only ask whether what was worked out still holds: next to nothing, and no measure of the rest.
      bar: null,
      sent: (turn) => ({ path: asked("oversight.comparison", { year: among(years, turn) }), cookie: staff }),
      statements: await each(years, compared),
    },
    {
      name: "the same while a township writes every second",
      bar: null,
      sent: (turn) => ({ path: asked("oversight.comparison", { year: among(years, turn) }), cookie: staff }),
      meanwhile: (turn) => {
        const township = among(townships, turn);
        return { ...changing("suggestions.create", create(township, turn)), cookie: clerkOf(township) };
      },
      statements: await each(years, compared),
      undo: undoCreates,
    },
    {
      name: "search of two characters",
      bar: null,
      sent: (turn) => {
        const { township, q } = among(searches, turn);
        return { path: asked("suggestions.list", { township: township.code, q }), cookie: clerkOf(township) };
      },
      statements: await each(searches, ({ township, q }) =>
        as(township).suggestions.list({ township: township.code, q }),
      ),
    },
  ];
}
