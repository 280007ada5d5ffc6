import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock";
import { accountFor } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import {
  choosePort,
  type Cluster,
  hasSpace,
  initialise,
  launch,
  type Postmaster,
  running,
  shutDown,
  urlOf,
  waitFor,
} from "./postgres-cluster";
import { handOver, placeOf } from "./postgres-place";
import { isPostmasterOf, livingProcess, ownStamp, sleep } from "./processes";
import { secret } from "./secrets";
import { writeWhole } from "./whole-file";

export type EmbeddedOptions = {
  dataDir: string;
  log: (line: string) => void;
  /** Extra `name=value` settings of the server. */
  settings?: string[];
  /** True for test clusters: what a removed DATA_DIR left behind may be deleted. */
  disposable?: boolean;
};
export type EmbeddedPostgres = { adminUrl: string; stop: () => Promise<void> };

/** Starts (or joins) the PostgreSQL of this DATA_DIR. Works as root and as an ordinary user. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  return withLock(join(dataDir, "postgres.lock"), "启动内置数据库", async () => {
    const place = placeOf(dataDir, options.disposable ?? false);
    handOver(place);
    const data = join(place, "data");
    const account = accountFor(data);
    const password = secret(dataDir, "postgres-superuser");
    const logPath = join(dataDir, "postgres.log");
    const cluster = { place, data, binaries: postgresBinaries(account), account, password, logPath };
    initialise(cluster, options.log);
    return start(cluster, options);
  });
}

async function start(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const ownerFile = join(options.dataDir, "postgres.owner");
  const found = await running(cluster);
  const owner = existsSync(ownerFile) ? livingProcess(readFileSync(ownerFile, "utf8")) : undefined;
  const owned = found !== undefined && owner !== undefined;
  if (found !== undefined) {
    options.log(owned ? "内置数据库已在运行，直接使用。" : "接管上次运行留下的内置数据库。");
    await waitFor(urlOf(cluster, found.port));
  }
  const settings = options.settings ?? [];
  const postmaster = found ?? (await launch(cluster, settings, await choosePort(cluster)));
  const adminUrl = urlOf(cluster, postmaster.port);
  // Who started or adopted the server stops it; whoever merely joined leaves it to its owner.
  if (owned) return { adminUrl, stop: () => Promise.resolve() };
  writeWhole(ownerFile, ownStamp());
  return { adminUrl, stop: keepRunning(cluster, options, postmaster) };
}

const watchEvery = 500;
const mostRestarts = 5;
/** What a killed server left running ends by itself, but first it may finish a statement. */
const restartPause = 2_000;
const restartWindow = 10 * 60_000;

/**
 * Starts the server again, on its port, whenever it ends without having been asked to: whoever is connected to it
 * then recovers by himself. One that a full disk ended waits for space; one that keeps dying is left alone. Returns
 * the way to stop both.
 */
function keepRunning(cluster: Cluster, options: EmbeddedOptions, first: Postmaster): () => Promise<void> {
  let current = first;
  let stopped = false;
  let waitsForSpace = false;
  let busy: Promise<void> = Promise.resolve();
  let starts: number[] = [];

  /** Said once. Nothing is tried meanwhile, so that the wait does not use up the restarts. */
  function spaceIsMissing(): boolean {
    const missing = !hasSpace(cluster);
    if (missing && !waitsForSpace) options.log("磁盘已满，内置数据库停下了；清理出空间后会自动恢复。");
    waitsForSpace = missing;
    return missing;
  }

  async function restart(): Promise<void> {
    starts = [...starts.filter((at) => at > Date.now() - restartWindow), Date.now()];
    if (starts.length > mostRestarts) {
      clearInterval(watch);
      options.log(`内置数据库反复中断，不再自动重启。请查看 ${cluster.logPath}，处理后重新运行。`);
      return;
    }
    options.log("内置数据库意外停止，正在自动重启；正在保存的操作请稍后再试一次。");
    current = await withLock(
      join(options.dataDir, "postgres.lock"),
      "重启内置数据库",
      async () => (await running(cluster)) ?? (await launch(cluster, options.settings ?? [], current.port)),
    );
    options.log("内置数据库已恢复。");
  }

  let restarting = false;
  const watch = setInterval(() => {
    if (stopped || restarting || isPostmasterOf(current.pid, cluster.data) || spaceIsMissing()) return;
    restarting = true;
    busy = restart()
      .catch(async (error: unknown) => {
        options.log(
          `内置数据库没有重启成功，稍后再试：${error instanceof Error ? error.message : String(error)}`,
        );
        await sleep(restartPause);
      })
      .finally(() => (restarting = false));
  }, watchEvery);
  watch.unref();
  return async () => {
    stopped = true;
    clearInterval(watch);
    await busy;
    await shutDown(cluster, current);
  };
}
