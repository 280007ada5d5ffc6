import { execFileSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { placeOf } from "../lib/postgres-place";
import { sleep } from "../lib/processes";
import { withClient } from "../lib/roles";
import type { ChaosCase } from "./run";
import { type ChaosWorld, url } from "./world";

/** A small disk of its own, in memory. */
function mount(folder: string, megabytes: number): () => void {
  mkdirSync(folder, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0711`, "tmpfs", folder]);
  return () => execFileSync("umount", ["-l", folder]);
}

function takeAll(file: number, block: Buffer): void {
  try {
    while (writeSync(file, block) === block.length);
  } catch {
    // Full for this size; a smaller one may still fit.
  }
}

/** Takes every byte that is left. */
function fill(folder: string): () => void {
  const path = join(folder, "ballast");
  const file = openSync(path, "w");
  for (const size of [1_048_576, 4096, 1]) takeAll(file, Buffer.alloc(size));
  closeSync(file);
  return () => rmSync(path, { force: true });
}

/** Asks for new segments of the log until there is no room for one: what a busy afternoon does. */
async function useUpTheLog(world: ChaosWorld): Promise<void> {
  for (let times = 0; times < 6; times += 1) {
    await withClient(world.adminUrl(), (client) => client.query("SELECT pg_switch_wal()")).catch(
      () => undefined,
    );
    await sleep(300);
  }
}

async function readStatus(world: ChaosWorld, cookie: string): Promise<number> {
  const input = encodeURIComponent(JSON.stringify({ json: { township: world.seeded.township.code } }));
  const response = await fetch(`${url}/api/trpc/suggestions.list?input=${input}`, {
    headers: { cookie },
  }).catch(() => null);
  return response?.status ?? 0;
}

/** Fill, look at everything that must go on or end quickly, make room, and see whether it recovers by itself. */
const filled =
  (folderOf: (world: ChaosWorld) => string): ChaosCase["run"] =>
  async ({ world, writers, cookie }) => {
    await sleep(2_000);
    const empty = fill(folderOf(world));
    await useUpTheLog(world);
    await sleep(5_000);
    const acknowledgedWhileFilling = writers.tally.acknowledged.length;
    const readWhileFull = await readStatus(world, cookie);
    const doctor = world.doctor();
    empty();
    const recoveredMs = await world.untilReady();
    const before = writers.tally.acknowledged.length;
    await sleep(3_000);
    const writesAfterwards = writers.tally.acknowledged.length - before;
    // A second time, now to stop while it is full and to start when there is room again.
    const emptyAgain = fill(folderOf(world));
    await sleep(3_000);
    const stopFullMs = await world.stop();
    emptyAgain();
    const restartMs = await world.start();
    if (writesAfterwards === 0) throw new Error("no write succeeded after there was room again");
    return {
      acknowledgedWhileFilling,
      readWhileFull,
      doctorMs: doctor.milliseconds,
      doctorSays: /磁盘[^\n]*/.exec(doctor.output)?.[0] ?? doctor.output.slice(-200),
      recoveredMs,
      writesAfterwards,
      stopFullMs,
      restartMs,
    };
  };

/** Everything lies on one disk, and that is full. */
export const fullData: ChaosCase = {
  name: "full-disk-data",
  needsRoot: true,
  place: (dataDir) => mount(dataDir, 320),
  run: filled(({ dataDir }) => dataDir),
};

/** The write-ahead log has a disk of its own, and that is full. */
export const fullLog: ChaosCase = {
  name: "full-disk-wal",
  needsRoot: true,
  async run(running) {
    const { world } = running;
    await world.stop();
    const log = join(placeOf(world.dataDir, true), "data/pg_wal");
    const own = join(world.dataDir, "wal");
    const unmount = mount(own, 256);
    const moved = join(own, "pg_wal");
    cpSync(log, moved, { recursive: true });
    const { uid, gid } = statSync(log);
    execFileSync("chown", ["-R", `${uid}:${gid}`, own]);
    chownSync(own, uid, gid);
    renameSync(log, `${log}.moved`);
    symlinkSync(moved, log);
    await world.start();
    try {
      return await filled(() => own)(running);
    } finally {
      await world.stop();
      rmSync(log);
      renameSync(`${log}.moved`, log);
      rmSync(log, { recursive: true });
      cpSync(moved, log, { recursive: true });
      execFileSync("chown", ["-R", `${uid}:${gid}`, log]);
      unmount();
      await world.start();
    }
  },
};
