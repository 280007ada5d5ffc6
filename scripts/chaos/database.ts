import { readdirSync, readFileSync } from "node:fs";
import { withClient } from "../lib/roles";

/** What these cases need of a server under load. */
type World = {
  start: () => Promise<number>;
  stop: () => Promise<number>;
  untilReady: () => Promise<number>;
  pids: () => { web: number; postmaster: number };
  adminUrl: () => string;
};
type Running = { world: World; writers: { tally: { acknowledged: string[] } } };
type Figures = Record<string, string | number | boolean>;
type Case = { name: string; run: (running: Running) => Promise<Figures> };

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const since = (started: number): number => Math.round(performance.now() - started);
const site = `http://127.0.0.1:${process.env["PORT"] ?? "3980"}`;

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
  const answer = await fetch(`${site}/api/readyz`, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
  return { status: answer?.status ?? 0, ms: since(started) };
};

/** Every process of the database is stopped for twenty seconds under load, and runs on as if nothing had been. */
const frozenDatabase: Case = {
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
    const before = writers.tally.acknowledged.length;
    await sleep(3_000);
    return {
      readyzStatus: status,
      readyzMs: ms,
      backAfterMs,
      writesAfterwards: writers.tally.acknowledged.length - before,
      webSurvived: world.pids().web === web,
    };
  },
};

/** An administrator ends every connection of the application, ten times in three seconds, while it writes. */
const terminatedBackends: Case = {
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
    const before = writers.tally.acknowledged.length;
    await sleep(3_000);
    return {
      ended,
      writesAfterwards: writers.tally.acknowledged.length - before,
      webSurvived: world.pids().web === web,
    };
  },
};

/** The web server lives in another hour than the database; what is compared is the database's time alone. */
const shiftedClock = (name: string, minutes: number): Case => ({
  name,
  async run({ world, writers }) {
    const given = process.env["NODE_OPTIONS"];
    const shifted = `const D=Date,by=${minutes * 60_000};globalThis.Date=class extends D{constructor(...a){if(a.length)super(...a);else super(D.now()+by)}static now(){return D.now()+by}}`;
    process.env["NODE_OPTIONS"] = `--import=data:text/javascript,${encodeURIComponent(shifted)}`;
    try {
      await world.stop();
      const restartMs = await world.start();
      const before = writers.tally.acknowledged.length;
      await sleep(5_000);
      return { minutes, restartMs, writesUnderIt: writers.tally.acknowledged.length - before };
    } finally {
      if (given === undefined) delete process.env["NODE_OPTIONS"];
      else process.env["NODE_OPTIONS"] = given;
    }
  },
});

export const databaseCases: readonly Case[] = [
  frozenDatabase,
  terminatedBackends,
  shiftedClock("clock-hour-ahead", 60),
  shiftedClock("clock-hour-behind", -60),
  shiftedClock("clock-five-minutes-behind", -5),
];
