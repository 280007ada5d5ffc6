import { readdirSync, readFileSync } from "node:fs";
import { sleep } from "../lib/processes";
import { withClient } from "../lib/roles";
import { signIn } from "./load";
import type { ChaosCase } from "./run";
import { type ChaosWorld, url } from "./world";

const since = (started: number): number => Math.round(performance.now() - started);

/** The postmaster and every process it has started. */
function processesOf(postmaster: number): number[] {
  const children = readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === postmaster;
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

const readiness = async (): Promise<{ status: number; ms: number }> => {
  const started = performance.now();
  const answer = await fetch(`${url}/api/readyz`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
  return { status: answer?.status ?? 0, ms: since(started) };
};

/** How many writes succeed within a time; none is a failure of the case. */
async function writesWithin(tally: { acknowledged: string[] }, milliseconds: number): Promise<number> {
  const before = tally.acknowledged.length;
  await sleep(milliseconds);
  const more = tally.acknowledged.length - before;
  if (more === 0) throw new Error("no write succeeded any more");
  return more;
}

function assertSameServer(world: ChaosWorld, web: number): void {
  if (world.pids().web !== web) throw new Error("the web server did not survive");
}

/** Every process of the database is stopped for twenty seconds under load, and runs on as if nothing had been. */
const frozenDatabase: ChaosCase = {
  name: "frozen-database",
  async run({ world, writers }) {
    await sleep(2_000);
    const { web, postmaster } = world.pids();
    const stopped = processesOf(postmaster);
    for (const pid of stopped) process.kill(pid, "SIGSTOP");
    const { status, ms } = await readiness();
    await sleep(20_000);
    for (const pid of stopped) process.kill(pid, "SIGCONT");
    const backAfterMs = await world.untilReady();
    const writesAfterwards = await writesWithin(writers.tally, 3_000);
    assertSameServer(world, web);
    return { readyzStatus: status, readyzMs: ms, backAfterMs, writesAfterwards };
  },
};

/** An administrator ends every connection of the application, ten times in three seconds, while it writes. */
const terminatedBackends: ChaosCase = {
  name: "terminated-backends",
  async run({ world, writers }) {
    await sleep(2_000);
    const { web } = world.pids();
    let ended = 0;
    for (let round = 0; round < 10; round += 1) {
      ended += await withClient(world.adminUrl(), async (client) => {
        const { rowCount } = await client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'xianxiang-renda'",
        );
        return rowCount ?? 0;
      });
      await sleep(300);
    }
    if (ended === 0) throw new Error("no connection of the application was found");
    const writesAfterwards = await writesWithin(writers.tally, 3_000);
    assertSameServer(world, web);
    return { ended, writesAfterwards };
  },
};

/** A module that lets every process started with it live some minutes away from the machine's clock. */
function moduleOfClock(minutes: number): string {
  const source = `const by = ${minutes * 60_000}, now = () => real.now() + by, real = Date;
globalThis.Date = new Proxy(real, {
  apply: () => new real(now()).toString(),
  construct: (to, given, as) => Reflect.construct(to, given.length ? given : [now()], as),
  get: (to, name) => (name === "now" ? now : Reflect.get(to, name)),
});`;
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

/** How far the newest record's time lies from the database's own, in seconds. */
const newestAge = (world: ChaosWorld): Promise<number> =>
  withClient(world.adminUrl(), async (client) => {
    const { rows } = await client.query<{ age: number }>(
      "SELECT abs(extract(epoch FROM now() - max(entered_at)))::int AS age FROM handling_unit WHERE name LIKE 'chaos-%'",
    );
    return rows[0]?.age ?? Number.NaN;
  });

/**
 * The web server lives in another hour than the database: who is signed in stays so, who signs in gets in, and records
 * carry the database's time.
 */
const shiftedClock = (name: string, minutes: number): ChaosCase => ({
  name,
  async run({ world, writers }) {
    const given = process.env["NODE_OPTIONS"];
    process.env["NODE_OPTIONS"] = `--import=${moduleOfClock(minutes)}`;
    try {
      await world.stop();
      const restartMs = await world.start();
      const writesUnderIt = await writesWithin(writers.tally, 5_000);
      await signIn(world);
      const newestAgeSeconds = await newestAge(world);
      if (!(newestAgeSeconds < 60)) throw new Error(`the newest record is ${newestAgeSeconds} s away`);
      return { minutes, restartMs, writesUnderIt, newestAgeSeconds };
    } finally {
      if (given === undefined) delete process.env["NODE_OPTIONS"];
      else process.env["NODE_OPTIONS"] = given;
    }
  },
});

export const databaseCases: readonly ChaosCase[] = [
  frozenDatabase,
  terminatedBackends,
  shiftedClock("clock-hour-ahead", 60),
  shiftedClock("clock-hour-behind", -60),
  shiftedClock("clock-five-minutes-behind", -5),
];
