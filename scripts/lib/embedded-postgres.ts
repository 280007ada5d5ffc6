import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { withLock } from "./lock";
import { accountFor, type Account } from "./postgres-account";
import { postgresBinaries } from "./postgres-binaries";
import { handOver, placeOf } from "./postgres-place";
import { isAlive, isPostmasterOf, sleep, startMark } from "./processes";
import { secret } from "./secrets";
import { SetupError } from "./setup-error";

export type EmbeddedOptions = {
  dataDir: string;
  log: (line: string) => void;
  /** Extra `name=value` settings of the server. */
  settings?: string[];
  /** True for test clusters: what a removed DATA_DIR left behind may be deleted. */
  disposable?: boolean;
};
export type EmbeddedPostgres = { adminUrl: string; stop: () => Promise<void> };

type Cluster = { place: string; data: string; binaries: string; account: Account; password: string };
type Postmaster = { pid: number; port: number };

const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "password_encryption=scram-sha-256",
  "log_timezone=UTC",
  "timezone=UTC",
  "lc_messages=C",
];
// Nothing of our own environment (secrets, NODE_OPTIONS, an odd LANG) reaches the database server.
const environment = {
  PATH: process.env["PATH"] ?? "",
  LANG: "C.UTF-8",
  LC_ALL: "C.UTF-8",
  NODE_ENV: "production",
} as const;

/** initdb fills a folder of another name, so that "data" exists only when initdb has completed. */
function initialise(
  { place, data, binaries, account, password }: Cluster,
  log: (line: string) => void,
): void {
  if (existsSync(data)) return;
  log("首次运行：正在建立内置数据库（约 5 秒）……");
  const partial = join(place, "data.partial");
  rmSync(partial, { recursive: true, force: true });
  const passwordFile = join(place, "password.tmp");
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (account !== undefined) chownSync(passwordFile, account.uid, account.gid);
    const result = spawnSync(
      join(binaries, "bin/initdb"),
      ["-D", partial, "-U", "postgres", "--locale=C.UTF-8", "-E", "UTF8", "--auth=scram-sha-256"].concat([
        `--pwfile=${passwordFile}`,
        "--no-instructions",
      ]),
      { ...account, cwd: "/", env: environment, encoding: "utf8" },
    );
    if (result.status !== 0) throw initdbFailure(result.stderr || (result.error?.message ?? ""));
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, data);
}

function initdbFailure(output: string): SetupError {
  if (/No space left/i.test(output))
    return new SetupError("磁盘已满，内置数据库建不起来。请清理出至少 500 MB 空间后再运行一次。");
  const lines = output.trim().split("\n").slice(-3).join(" ");
  return new SetupError(
    `内置数据库建立失败：${lines}。请按提示处理后再运行一次，或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
  );
}

/** The running server of this cluster. A stale pid file, left by a kill, is removed. */
function running({ data }: Cluster): Postmaster | undefined {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  if (pid === undefined || port === undefined) return undefined;
  if (isPostmasterOf(pid, data)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

const portIsFree = (port: number): Promise<number | undefined> =>
  new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });

/** The port of last time when still free, so that notes and open tools keep working. */
async function choosePort({ place }: Cluster): Promise<number> {
  const file = join(place, "port");
  const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const port = (await portIsFree(known)) ?? (await portIsFree(0)) ?? 0;
  writeFileSync(file, String(port));
  return port;
}

const urlOf = (cluster: Cluster, port: number): string =>
  `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;

async function answers(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "28P01")
      throw new SetupError(
        "内置数据库的密码文件与数据不符。请从备份恢复 DATA_DIR/secrets，或换一个空的 DATA_DIR。",
      );
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Detached: a Ctrl-C in the terminal reaches us alone, and we stop the web server before the database. */
async function launch(cluster: Cluster, options: EmbeddedOptions, port: number): Promise<Postmaster> {
  const logPath = join(options.dataDir, "postgres.log");
  const logFile = openSync(logPath, "a", 0o600);
  const settings = [...SETTINGS, ...(options.settings ?? [])].flatMap((setting) => ["-c", setting]);
  const child = spawn(
    join(cluster.binaries, "bin/postgres"),
    ["-D", cluster.data, "-p", String(port), ...settings],
    {
      ...cluster.account,
      cwd: "/",
      env: environment,
      detached: true,
      stdio: ["ignore", logFile, logFile],
    },
  );
  closeSync(logFile);
  child.unref();
  const until = Date.now() + 60_000;
  while (!(await answers(urlOf(cluster, port)))) {
    if (child.exitCode !== null || child.pid === undefined || Date.now() > until)
      throw launchFailure(logPath);
    await sleep(50);
  }
  return { pid: child.pid ?? 0, port };
}

function launchFailure(logPath: string): SetupError {
  const lines = readFileSync(logPath, "utf8").trim().split("\n");
  const last = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "";
  if (/No space left/i.test(last))
    return new SetupError("磁盘已满，内置数据库起不来。请清理磁盘空间后再运行一次，已有数据不会丢失。");
  return new SetupError(`内置数据库没有启动成功：${last.trim()}。完整日志在 ${logPath}。`);
}

/** Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. */
async function shutDown({ pid }: Postmaster): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, "SIGINT");
  const until = Date.now() + 30_000;
  while (isAlive(pid) && Date.now() < until) await sleep(50);
}

/** Starts (or joins) the PostgreSQL of this DATA_DIR. Works as root and as an ordinary user. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataDir, { recursive: true, mode: 0o711 });
  return withLock(join(options.dataDir, "postgres.lock"), "启动内置数据库", async () => {
    const place = placeOf(options.dataDir, options.disposable ?? false);
    handOver(place);
    const data = join(place, "data");
    const account = accountFor(data);
    const password = secret(options.dataDir, "postgres-superuser");
    const cluster = { place, data, binaries: postgresBinaries(account), account, password };
    initialise(cluster, options.log);
    return start(cluster, options);
  });
}

async function start(cluster: Cluster, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const ownerFile = join(options.dataDir, "postgres.owner");
  const found = running(cluster);
  const [ownerPid, ownerMark] = existsSync(ownerFile) ? readFileSync(ownerFile, "utf8").split(" ") : [];
  const owned = found !== undefined && ownerPid !== undefined && isAlive(Number(ownerPid), ownerMark);
  if (found !== undefined) {
    options.log(owned ? "内置数据库已在运行，直接使用。" : "接管上次运行留下的内置数据库。");
    await waitFor(urlOf(cluster, found.port));
  }
  const postmaster = found ?? (await launch(cluster, options, await choosePort(cluster)));
  const adminUrl = urlOf(cluster, postmaster.port);
  // Who started or adopted the server stops it; whoever merely joined leaves it to its owner.
  if (owned) return { adminUrl, stop: () => Promise.resolve() };
  writeFileSync(ownerFile, `${process.pid} ${startMark(process.pid)}`, { mode: 0o600 });
  return { adminUrl, stop: keepRunning(cluster, options, postmaster) };
}

const watchEvery = 500;
const mostRestarts = 5;
/** What a killed server left running ends by itself, but first it may finish a statement. */
const restartPause = 2_000;
const restartWindow = 10 * 60_000;

/**
 * Starts the server again, on its port, whenever it ends without having been asked to: whoever is connected to it
 * then recovers by himself. A server that keeps dying is left alone. Returns the way to stop both.
 */
function keepRunning(cluster: Cluster, options: EmbeddedOptions, first: Postmaster): () => Promise<void> {
  let current = first;
  let stopped = false;
  let busy: Promise<void> = Promise.resolve();
  let starts: number[] = [];

  async function restart(): Promise<void> {
    starts = [...starts.filter((at) => at > Date.now() - restartWindow), Date.now()];
    if (starts.length > mostRestarts) {
      clearInterval(watch);
      const log = join(options.dataDir, "postgres.log");
      options.log(`内置数据库反复中断，不再自动重启。请查看 ${log}，处理后重新运行。`);
      return;
    }
    options.log("内置数据库意外停止，正在自动重启；正在保存的操作请稍后再试一次。");
    current = await withLock(
      join(options.dataDir, "postgres.lock"),
      "重启内置数据库",
      async () => running(cluster) ?? (await launch(cluster, options, current.port)),
    );
    options.log("内置数据库已恢复。");
  }

  let restarting = false;
  const watch = setInterval(() => {
    if (stopped || restarting || isPostmasterOf(current.pid, cluster.data)) return;
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
    await shutDown(current);
  };
}

async function waitFor(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await answers(url))) {
    if (Date.now() > until) throw new SetupError("内置数据库在运行但没有应答。请结束它的进程后再运行一次。");
    await sleep(200);
  }
}
