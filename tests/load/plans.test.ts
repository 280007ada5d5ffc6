import { Client } from "pg";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { z } from "zod";
import { roles } from "@/lib/roles";
import { may } from "@/server/auth/permissions";
import { listProcedures, type Procedure } from "@/server/trpc/registry";
import { withClient } from "../../scripts/lib/roles";
import { type BenchCounty, clock } from "../bench/dataset";
import { recorded, type Statement } from "../bench/measure";
import { call } from "../support/call";
import { callerAs } from "../support/tenants";
import { measuredCounty } from "./county";
import { faultsOf, type PlanNode } from "./plan";

let county: BenchCounty;
let sizes: ReadonlyMap<string, number>;

beforeAll(async () => {
  await withClient(inject("adminUrl"), async (admin) => {
    county = await measuredCounty(admin);
    // What was counted before is remembered, and would not be counted here.
    await admin.query("TRUNCATE figure_sums");
    await admin.query("ANALYZE");
    const { rows } = await admin.query<{ name: string; size: number }>(
      "SELECT relname AS name, reltuples::int AS size FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
    );
    sizes = new Map(rows.map(({ name, size }) => [name, size]));
  });
}, 240_000);

const procedures = listProcedures();
const takes = ({ inputSchema }: Procedure, key: string): boolean =>
  inputSchema instanceof z.ZodObject && key in inputSchema.shape;

type Asked = Record<string, unknown>;

/** Beyond what a list is opened with: what people choose in it, and the pages of today, of search and of the county. */
const asked: Record<string, Asked[]> = {
  "suggestions.list": [
    {},
    { page: 20 },
    { q: "管道" },
    { overdue: true },
    { year: 2024, sort: "receivedOn" },
  ],
  "supervision.findings": [{}, { overdue: true }, { q: "设施" }],
  "supervision.list": [{}, { year: 2025 }, { q: "视察" }],
  "sessions.list": [{}, { q: "会议" }],
  "deputies.list": [{}, { page: 3 }, { q: "代表" }],
  "units.list": [{}, { sort: "led", direction: "desc" }],
  "today.due": [{}, { all: true }],
  "search.township": [{ q: "管道" }],
  "search.county": [{ q: "管道" }],
  "oversight.comparison": [{ year: 2026 }],
  "oversight.home": [{ year: 2026 }],
  "oversight.rows": [{ of: "suggestions.raised", year: 2026 }],
  "books.book": [{ book: "roster", year: 2026 }],
};

/** Evidence is read for a figure, in pages of its own, and signals from a county's whole year: their statements are the figures'. */
const isList = (one: Procedure): boolean =>
  takes(one, "page") && !/\.(export|evidence|ownEvidence)|^integrity\./.test(one.path);
const isToday = ({ path }: Procedure): boolean => path.startsWith("today.");
const isRecord = ({ path }: Procedure): boolean => /\.(byId|finding|ofDeputy|attendanceSheet)$/.test(path);
const read = procedures.filter(
  (one) => one.kind === "query" && (isList(one) || isToday(one) || isRecord(one) || one.path in asked),
);

/** Where the first record of a list is opened. */
const listOf = (path: string): string =>
  ({
    "supervision.finding": "supervision.findings",
    "participation.ofDeputy": "deputies.list",
    "standards.ofDeputy": "deputies.list",
    "requests.byId": "requests.own",
  })[path] ?? path.replace(/\.\w+$/, ".list");

type Exception = { statement: string; reason: string };
/** Statements known to have no better plan, each with its reason; whoever mends one takes its line out. */
const exceptions: readonly Exception[] = [
  {
    statement: 'sum(left_out)::int AS "leftOut"',
    reason:
      "figures are counted from a county's whole evidence of a year, and one county is all there is in this set",
  },
  {
    statement: "r.path, count(*) OVER ()::int AS total",
    reason: "which stages a suggestion has reached is known when it was looked at, not before",
  },
  {
    statement: "app.found(",
    reason: "how many texts hold a word is known when it was looked up, not before",
  },
];
const met = new Set<Exception>();

function readerOf({ permission }: Procedure) {
  const role = roles.find((one) => may(one, permission));
  const [township] = county.townships;
  if (role === undefined || township === undefined) throw new Error("nobody may read this");
  return { caller: callerAs(role, county, township, clock), township: township.code };
}

async function inputsOf(one: Procedure): Promise<Asked[]> {
  const { caller, township } = readerOf(one);
  const whose = one.scope === "township" ? { township } : {};
  if (!isRecord(one)) return (asked[one.path] ?? [{}]).map((more) => ({ ...whose, ...more }));
  const path = listOf(one.path);
  const list = await call(caller, path, { township, ...(path === "requests.own" ? { year: 2026 } : {}) });
  expect(list, "its list").toMatchObject({ ok: true });
  const { rows } = (list.ok ? list.value : { rows: [] }) as { rows: { id: string }[] };
  return rows.slice(0, 1).map(({ id }) => ({ ...whose, id }));
}

const isRead = ({ text }: Statement): boolean =>
  /^\s*(SELECT|WITH)\b/i.test(text) && !text.includes("begin_scope(");

async function faultsIn(client: Client, { text, values }: Statement): Promise<string[]> {
  const { rows } = await client.query<{ "QUERY PLAN": { Plan: PlanNode }[] }>(
    `EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${text}`,
    values,
  );
  const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
  if (plan === undefined) throw new Error("a plan was asked for");
  const faults = faultsOf(plan, sizes);
  const said = text.replaceAll(/\s+/g, " ");
  const known = exceptions.find(({ statement }) => said.includes(statement));
  if (known === undefined) return faults.map((fault) => `${fault}\n  in ${said.slice(0, 300)}`);
  if (faults.length > 0) met.add(known);
  return [];
}

/** The statements anew, in their own scope and as its role, each with its plan. */
async function faultsAmong(statements: readonly Statement[]): Promise<string[]> {
  const client = new Client({ connectionString: inject("appUrl") });
  await client.connect();
  try {
    const faults: string[] = [];
    for (const { text, values } of statements) {
      if (text.includes("begin_scope(")) {
        await client.query("ROLLBACK");
        await client.query("BEGIN");
        await client.query({ text: text.replace("BEGIN;", ""), values });
      }
      if (isRead({ text, values })) faults.push(...(await faultsIn(client, { text, values })));
    }
    return faults;
  } finally {
    await client.end();
  }
}

test("the lists and records of the township's work are among those that are read", () => {
  const paths = read.map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining([...Object.keys(asked), "suggestions.byId", "units.byId"]));
});

describe.each(read)("$path", (one) => {
  test("reads no large table from end to end, and its estimates are within a hundred times", async () => {
    for (const input of await inputsOf(one)) {
      const { caller } = readerOf(one);
      const statements = await recorded(async () => {
        expect(await call(caller, one.path, input), JSON.stringify(input)).toMatchObject({ ok: true });
      });
      const faults = await faultsAmong(statements);
      expect(faults, `${JSON.stringify(input)}\n${faults.join("\n")}`).toEqual([]);
    }
  });
});

test("every exception is still needed", () => {
  expect(exceptions.filter((one) => !met.has(one)).map(({ reason }) => reason)).toEqual([]);
});
