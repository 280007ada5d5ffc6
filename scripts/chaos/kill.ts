import { sleep } from "../lib/processes";
import type { ChaosCase } from "./run";

/** The postmaster dies under load: it comes back by itself, and writers get 503 meanwhile. */
export const killPostmaster: ChaosCase = {
  name: "kill-postmaster",
  async run({ world, writers }) {
    await sleep(2_000);
    process.kill(world.pids().postmaster, "SIGKILL");
    const down = performance.now();
    await sleep(300);
    await world.untilReady();
    const backAfterMs = Math.round(performance.now() - down);
    const before = writers.tally.acknowledged.length;
    await sleep(2_000);
    return { backAfterMs, writesAfterwards: writers.tally.acknowledged.length - before };
  },
};

/** The web server dies under load: the script that started it stops the database in order and says so by its exit. */
export const killWeb: ChaosCase = {
  name: "kill-web",
  async run({ world }) {
    await sleep(2_000);
    process.kill(world.pids().web, "SIGKILL");
    await sleep(3_000);
    return { restartMs: await world.start() };
  },
};

/** The starting script dies under load: the web server ends with it, the database is taken over by the next start. */
export const killParent: ChaosCase = {
  name: "kill-parent",
  async run({ world }) {
    await sleep(2_000);
    process.kill(world.pids().parent, "SIGKILL");
    await sleep(1_000);
    return { restartMs: await world.start() };
  },
};
