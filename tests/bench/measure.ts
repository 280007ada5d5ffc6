import { readFileSync, readdirSync } from "node:fs";
import { performance } from "node:perf_hooks";
import type { Pool } from "pg";
import { Client } from "pg";

export type Statement = { text: string; values: unknown[] };
export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

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

/** Where statements go that are being recorded, by their connection, and whether what they do is taken back. */
let recording: { into: Map<Client, Statement[]>; takenBack: boolean } | undefined;

// Set before any connection exists: the pool wraps the `query` that its connections have when they are made.
const original = prototype.query;
prototype.query = function (...given) {
  const statement = recording && statementOf(given);
  if (recording && statement) recording.into.set(this, [...(recording.into.get(this) ?? []), statement]);
  if (!recording?.takenBack || statement?.text !== "COMMIT") return original.apply(this, given);
  // Who committed is told that it was, or would take it for a failure.
  return (original.apply(this, ["ROLLBACK", ...given.slice(1)]) as Promise<object>).then((done) => ({
    ...done,
    command: "COMMIT",
  }));
};

/**
 * Every statement that reaches the driver while `work` runs, with its parameters, transaction marks included; what two
 * connections sent at once stands one after the other.
 * @param takenBack a change is not kept, so that its very statements can be sent again
 */
export async function recorded(work: () => Promise<unknown>, takenBack = false): Promise<Statement[]> {
  const into = new Map<Client, Statement[]>();
  recording = { into, takenBack };
  try {
    await work();
  } finally {
    recording = undefined;
  }
  // A workload without statements would be compared with nothing, and any ratio would pass.
  if (into.size === 0) throw new Error("no statement was recorded: the driver was reached unseen");
  return [...into.values()].flat();
}

/** Sends recorded statements through the bare driver, in their order, on one connection of as many as the product has. */
export async function replay(pool: Pool, statements: readonly Statement[]): Promise<null> {
  const connection = await pool.connect();
  try {
    for (const { text, values } of statements)
      await connection.query(values.length === 0 ? { text } : { text, values });
    return null;
  } finally {
    connection.release();
  }
}

const TICK_MS = 10;

type Process = { pid: number; parent: number; ticks: number; pages: number };

const processes = (): Process[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const fields = readFileSync(`/proc/${name}/stat`, "utf8")
          .replace(/^.*\) /, "")
          .split(" ");
        const [parent, ticks] = [Number(fields[1]), Number(fields[11]) + Number(fields[12])];
        return [{ pid: Number(name), parent, ticks, pages: Number(fields[21]) }];
      } catch {
        return []; // ended while we were looking
      }
    });

function familyOf(pid: number): Process[] {
  const family = new Set([pid]);
  const ordered = processes().sort((a, b) => a.pid - b.pid);
  for (const { pid: own, parent } of ordered) if (family.has(parent)) family.add(own);
  return ordered.filter((one) => family.has(one.pid));
}

/** CPU time of a process and its children so far, user and system, in ms. */
export const cpuMsOf = (pid: number): number =>
  familyOf(pid).reduce((sum, { ticks }) => sum + ticks * TICK_MS, 0);

const PAGE_KB = 4;

/** Resident memory of a process and its children, in MB. */
export const memoryOf = (pid: number): number =>
  familyOf(pid).reduce((sum, { pages }) => sum + (pages * PAGE_KB) / 1024, 0);
