import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Account } from "./postgres-account";
import { isAlive, isPostmasterOf, sleep } from "./processes";
import { SetupError } from "./setup-error";
import { writeWhole } from "./whole-file";

export type Cluster = {
  place: string;
  data: string;
  binaries: string;
  account: Account;
  password: string;
  /** Where the server's own messages go. */
  logPath: string;
};
export type Postmaster = { pid: number; port: number };

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

/** One segment of the write-ahead log, and a little: with less the server dies as soon as it has to write. */
const leastSpace = 18 * 1_048_576;

/** The log may lie on a disk of its own. */
export function hasSpace({ place, data }: Cluster): boolean {
  return [place, join(data, "pg_wal")]
    .filter((folder) => existsSync(folder))
    .map((folder) => statfsSync(folder))
    .every(({ bavail, bsize }) => bavail * bsize >= leastSpace);
}

const diskFull = (): SetupError =>
  new SetupError("磁盘已满，内置数据库起不来。请清理磁盘空间后再运行一次，已有数据不会丢失。");

/** initdb fills a folder of another name, so that "data" exists only when initdb has completed. */
export function initialise(
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

/**
 * The running server of this cluster, as soon as it has told its port. A pid file that names no such server, left
 * by a kill or emptied by a full disk, is removed: PostgreSQL itself would refuse to start beside it.
 */
export async function running({ data }: Cluster): Promise<Postmaster | undefined> {
  const file = join(data, "postmaster.pid");
  const until = Date.now() + 10_000;
  while (existsSync(file)) {
    const [pid = 0, , , port = 0] = readFileSync(file, "utf8").split("\n").map(Number);
    if (!isPostmasterOf(pid, data)) {
      rmSync(file, { force: true });
      return undefined;
    }
    if (port > 0) return { pid, port };
    if (Date.now() > until)
      throw new SetupError(`内置数据库（进程 ${pid}）一直没有启动好。请结束它后再运行一次。`);
    await sleep(100);
  }
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
export async function choosePort({ place }: Cluster): Promise<number> {
  const file = join(place, "port");
  const known = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  const usable = Number.isInteger(known) && known > 0 && known < 65_536;
  const port = (usable ? await portIsFree(known) : undefined) ?? (await portIsFree(0)) ?? 0;
  if (port !== known) writeWhole(file, String(port), 0o644);
  return port;
}

export const urlOf = (cluster: Cluster, port: number): string =>
  `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/postgres`;

async function answers(url: string): Promise<boolean> {
  // Only when it is asked: whoever merely watches over a server never needs the driver.
  const { Client } = await import("pg");
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

export async function waitFor(url: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await answers(url))) {
    if (Date.now() > until) throw new SetupError("内置数据库在运行但没有应答。请结束它的进程后再运行一次。");
    await sleep(200);
  }
}

/** Detached: a Ctrl-C in the terminal reaches us alone, and we stop the web server before the database. */
export async function launch(cluster: Cluster, settings: string[], port: number): Promise<Postmaster> {
  const { logPath } = cluster;
  if (!hasSpace(cluster)) throw diskFull();
  const logFile = openSync(logPath, "a", 0o600);
  const earlier = statSync(logPath).size;
  const child = spawn(
    join(cluster.binaries, "bin/postgres"),
    ["-D", cluster.data, "-p", String(port), ...[...SETTINGS, ...settings].flatMap((one) => ["-c", one])],
    {
      ...cluster.account,
      cwd: "/",
      env: environment,
      detached: true,
      stdio: ["ignore", logFile, logFile],
    },
  );
  closeSync(logFile);
  child.once("error", () => undefined);
  child.unref();
  const ended = (): boolean =>
    child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const until = Date.now() + 60_000;
  while (!(await answers(urlOf(cluster, port)))) {
    if (ended() || Date.now() > until) throw launchFailure(cluster, earlier);
    await sleep(50);
  }
  return { pid: child.pid ?? 0, port };
}

/** Judged by what this very start wrote: the log of a full disk may hold nothing of it. */
function launchFailure(cluster: Cluster, earlier: number): SetupError {
  const lines = readFileSync(cluster.logPath).subarray(earlier).toString("utf8").trim().split("\n");
  const last = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? "";
  if (/No space left/i.test(last) || !hasSpace(cluster)) return diskFull();
  return new SetupError(`内置数据库没有启动成功：${last.trim()}。完整日志在 ${cluster.logPath}。`);
}

/**
 * Fast shutdown: open transactions are rolled back, everything acknowledged is on disk. A server that cannot write
 * its last checkpoint, as on a full disk, is ended without one; it recovers from its log at the next start.
 */
export async function shutDown(cluster: Cluster, { pid }: Postmaster): Promise<void> {
  const steps = [
    ["SIGINT", hasSpace(cluster) ? 30_000 : 3_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, patience] of steps) {
    if (!isPostmasterOf(pid, cluster.data)) return;
    process.kill(pid, signal);
    const until = Date.now() + patience;
    while (isAlive(pid) && Date.now() < until) await sleep(50);
  }
}
