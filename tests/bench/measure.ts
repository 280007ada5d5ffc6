import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { Client } from "pg";

export type Statement = { text: string; values: unknown[] };
export const round = (value: number): number => Math.round(value * 100) / 100;

export type Times = { median: number; p95: number };

export function timesOf(samples: readonly number[]): Times {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

type Query = (this: Client, ...given: unknown[]) => unknown;
const prototype = Client.prototype as unknown as { query: Query };

const statementOf = ([config, values]: unknown[]): Statement => {
  if (typeof config === "string") return { text: config, values: Array.isArray(values) ? values : [] };
  const { text, values: own } = config as { text: string; values?: unknown[] };
  return { text, values: own ?? (Array.isArray(values) ? values : []) };
};

/** Where statements go that are being recorded. */
let recording: Statement[] | undefined;

// Set before any connection exists: the pool wraps the `query` that its connections have when they are made.
const original = prototype.query;
prototype.query = function (...given) {
  recording?.push(statementOf(given));
  return original.apply(this, given);
};

/** Every statement that reaches the driver while `work` runs, with its parameters, transaction marks included. */
export async function recorded(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  recording = statements;
  try {
    await work();
  } finally {
    recording = undefined;
  }
  // A workload without statements would be compared with nothing, and any ratio would pass.
  if (statements.length === 0) throw new Error("no statement was recorded: the driver was reached unseen");
  return statements;
}

/** Sends recorded statements through the bare driver, in their order, on one connection. */
export async function replay(connection: Client, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) {
    await connection.query(values.length === 0 ? { text } : { text, values });
  }
}

/**
 * Runs a procedure and the very statements it sends in turn, so that both meet the same noise of the machine.
 * @param variants different inputs of one workload, so that no single page is measured from a warm corner
 */
export async function compare(
  connection: Client,
  variants: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<{ call: Times; sql: Times }> {
  const prepared = [];
  for (const call of variants) prepared.push({ call, statements: await recorded(call) });
  const samples = { call: [] as number[], sql: [] as number[] };
  for (let round = -Math.ceil(rounds / 4); round < rounds; round += 1) {
    for (const { call, statements } of prepared) {
      const callMs = await timed(call);
      const sqlMs = await timed(() => replay(connection, statements));
      if (round < 0) continue;
      samples.call.push(callMs);
      samples.sql.push(sqlMs);
    }
  }
  return { call: timesOf(samples.call), sql: timesOf(samples.sql) };
}

const TICK_MS = 10;

/** CPU time of a process and its children so far, user and system, in ms. */
export function cpuMsOf(pid: number): number {
  const stats = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        return [
          { pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) },
        ];
      } catch {
        return []; // ended while we were looking
      }
    });
  const family = new Set([pid]);
  const ordered = stats.sort((a, b) => a.pid - b.pid);
  for (const { pid: own, parent } of ordered) if (family.has(parent)) family.add(own);
  return ordered.filter((stat) => family.has(stat.pid)).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);
}
