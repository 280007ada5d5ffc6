import { join } from "node:path";
import { withLock } from "./lock";
import { type Cluster, hasSpace, launch, type Postmaster, running, shutDown } from "./postgres-cluster";
import { isPostmasterOf, ownStamp, sleep } from "./processes";
import { writeWhole } from "./whole-file";

const watchEvery = 500;
const mostRestarts = 5;
/** What a killed server left running ends by itself, but first it may finish a statement. */
const restartPause = 2_000;
const restartWindow = 10 * 60_000;

/** A running server, and all that is needed to keep it running; it can be sent to another process. */
export type Kept = { cluster: Cluster; dataDir: string; settings: string[]; postmaster: Postmaster };

export type Watch = {
  stop: () => Promise<void>;
  /** Leaves the server running to another process; null when it is not ours to leave. */
  leave: () => Promise<Kept | null>;
};

/** Of a server that somebody else started: whoever merely joined it leaves it to its owner. */
export const notOurs: Watch = { stop: () => Promise.resolve(), leave: () => Promise.resolve(null) };

export const ownerFileOf = (dataDir: string): string => join(dataDir, "postgres.owner");

/**
 * Starts the server again, on its port, whenever it ends without having been asked to: whoever is connected to it
 * then recovers by himself. One that a full disk ended waits for space; one that keeps dying is left alone.
 */
export function takeOver(kept: Kept, log: (line: string) => void): Watch {
  const { cluster, dataDir, settings } = kept;
  writeWhole(ownerFileOf(dataDir), ownStamp());
  let current = kept.postmaster;
  let stopped = false;
  let waitsForSpace = false;
  let busy: Promise<void> = Promise.resolve();
  let starts: number[] = [];

  /** Said once. Nothing is tried meanwhile, so that the wait does not use up the restarts. */
  function spaceIsMissing(): boolean {
    const missing = !hasSpace(cluster);
    if (missing && !waitsForSpace) log("磁盘已满，内置数据库停下了；清理出空间后会自动恢复。");
    waitsForSpace = missing;
    return missing;
  }

  async function restart(): Promise<void> {
    starts = [...starts.filter((at) => at > Date.now() - restartWindow), Date.now()];
    if (starts.length > mostRestarts) {
      clearInterval(watch);
      log(`内置数据库反复中断，不再自动重启。请查看 ${cluster.logPath}，处理后重新运行。`);
      return;
    }
    log("内置数据库意外停止，正在自动重启；正在保存的操作请稍后再试一次。");
    current = await withLock(
      join(dataDir, "postgres.lock"),
      "重启内置数据库",
      async () => (await running(cluster)) ?? (await launch(cluster, settings, current.port)),
    );
    log("内置数据库已恢复。");
  }

  let restarting = false;
  const watch = setInterval(() => {
    if (stopped || restarting || isPostmasterOf(current.pid, cluster.data) || spaceIsMissing()) return;
    restarting = true;
    busy = restart()
      .catch(async (error: unknown) => {
        log(`内置数据库没有重启成功，稍后再试：${error instanceof Error ? error.message : String(error)}`);
        await sleep(restartPause);
      })
      .finally(() => (restarting = false));
  }, watchEvery);
  watch.unref();
  async function end(): Promise<void> {
    stopped = true;
    clearInterval(watch);
    await busy;
  }
  return {
    stop: async () => {
      await end();
      await shutDown(cluster, current);
    },
    leave: async () => {
      await end();
      return { ...kept, postmaster: current };
    },
  };
}
