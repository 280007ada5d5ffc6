import { randomUUID } from "node:crypto";
import type { Client } from "pg";
import type { Role } from "@/lib/roles";
import { createCaller } from "@/server/trpc/root";
import { type BenchCounty, clock, size } from "./dataset";
import { compare, cpuMsOf, round, timed, timesOf } from "./measure";

export type Line = {
  workload: string;
  rows: number;
  ms: number;
  p95?: number;
  sqlMs?: number;
  sqlP95?: number;
  ratio?: number;
  p95Ratio?: number;
  cpuMs?: number;
  firstPageMs?: number;
  bar: string;
  ok: boolean;
};

type Township = BenchCounty["townships"][number];

function callerOf(role: Role, county: BenchCounty, township?: Township) {
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
  return createCaller({ session, ip: null, requestId: randomUUID(), now: clock });
}

type Compared = Awaited<ReturnType<typeof compare>>;

const lineOf = (workload: string, rows: number, { call, sql }: Compared) => ({
  workload,
  rows,
  ms: round(call.median),
  p95: round(call.p95),
  sqlMs: round(sql.median),
  sqlP95: round(sql.p95),
  ratio: round(call.median / sql.median),
  p95Ratio: round(call.p95 / sql.p95),
});

/** The first, a middle and a filtered page of ten townships. */
export const listInputs = (township: Township) => [
  { township: township.code },
  { township: township.code, page: 7, year: 2025 },
  { township: township.code, state: "closed" as const, category: "water" as const },
];

export async function suggestionPages(county: BenchCounty, connection: Client): Promise<Line> {
  const variants = county.townships.slice(0, 10).flatMap((township) => {
    const caller = callerOf("townshipStaff", county, township);
    return listInputs(township).map((input) => () => caller.suggestions.list(input));
  });
  const line = lineOf("suggestions.list", 60_000, await compare(connection, variants, 12));
  return { ...line, bar: "p95 ≤ 2.5 × SQL", ok: line.p95Ratio <= 2.5 };
}

export async function deputyPages(county: BenchCounty, connection: Client): Promise<Line> {
  const variants = county.townships.slice(0, 10).flatMap((township) => {
    const caller = callerOf("townshipStaff", county, township);
    return [1, 3].map((page) => () => caller.deputies.list({ township: township.code, page }));
  });
  const line = lineOf("deputies.list", 3_000, await compare(connection, variants, 15));
  return { ...line, bar: "p95 ≤ 2.5 × SQL", ok: line.p95Ratio <= 2.5 };
}

export async function countyComparison(county: BenchCounty, connection: Client): Promise<Line> {
  const caller = callerOf("countyStaff", county);
  const variants = size.years.slice(1).map((year) => () => caller.oversight.comparison({ year }));
  const line = lineOf("oversight.comparison", 80_000, await compare(connection, variants, 20));
  return { ...line, bar: "≤ 1.5 × SQL and ≤ 300 ms", ok: line.ratio <= 1.5 && line.p95 <= 300 };
}

async function ask(url: string, cookie: string): Promise<void> {
  const response = await fetch(url, { headers: { cookie } });
  const body = await response.text();
  if (!response.ok || !body.includes('"total"'))
    throw new Error(`HTTP ${response.status}: ${body.slice(0, 300)}`);
}

async function inParallel(urls: readonly string[], cookie: string, atOnce: number): Promise<number[]> {
  const samples: number[] = [];
  const waiting = [...urls];
  const worker = async () => {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const asked = url;
      samples.push(await timed(() => ask(asked, cookie)));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return samples;
}

/** The list over HTTP as the browser asks for it: 16 at once, session check and all; what counts is the server's CPU. */
export async function suggestionPagesOverHttp(
  server: { url: string; pid: number },
  township: Township,
  cookie: string,
): Promise<Line> {
  const urls = listInputs(township).map((input) => {
    const asked = encodeURIComponent(JSON.stringify({ 0: { json: input } }));
    return `${server.url}/api/trpc/suggestions.list?batch=1&input=${asked}`;
  });
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => urls[index % urls.length] ?? "");
  // Until the compiler has seen every path, it is the compiler's work that would be counted.
  await inParallel(many(2_500), cookie, 16);
  const before = cpuMsOf(server.pid);
  const samples = await inParallel(many(3_000), cookie, 16);
  const cpuMs = round((cpuMsOf(server.pid) - before) / samples.length);
  const { median, p95 } = timesOf(samples);
  return {
    workload: "suggestions.list over HTTP, 16 at once",
    rows: 60_000,
    ms: round(median),
    p95: round(p95),
    cpuMs,
    bar: "CPU ≤ 4 ms a request",
    ok: cpuMs <= 4,
  };
}
