import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";
import { type Account, accountFor } from "./postgres-account";
import { withClient } from "./roles";
import { SetupError } from "./setup-error";

const DEBIAN = "/usr/lib/postgresql";

/** Where this machine's own PostgreSQL lies: `POSTGRES_BIN`, or the oldest of Debian's that we support. */
export function installedServer(): string | undefined {
  const given = process.env["POSTGRES_BIN"];
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= 15) : [];
  const oldest = versions.sort((one, other) => Number(one) - Number(other))[0];
  const place = given ?? (oldest === undefined ? undefined : join(DEBIAN, oldest, "bin"));
  return place !== undefined && existsSync(join(place, "initdb")) ? place : undefined;
}

/** initdb as that machine's administrator would run it; the server's own defaults stay, JIT and all. */
function newCluster(binaries: string, place: string, account: Account): { data: string; password: string } {
  const password = randomBytes(24).toString("base64url");
  const [data, secret] = [join(place, "data"), join(place, "password")];
  writeFileSync(secret, password, { mode: 0o600 });
  if (account !== undefined) for (const path of [place, secret]) chownSync(path, account.uid, account.gid);
  const options = ["-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8", "-A", "scram-sha-256"];
  execFileSync(join(binaries, "initdb"), [...options, `--pwfile=${secret}`], {
    ...account,
    cwd: "/",
    stdio: ["ignore", "ignore", "inherit"],
  });
  return { data, password };
}

async function untilItAnswers(url: string, ended: () => boolean): Promise<void> {
  for (let round = 0; round < 300; round += 1) {
    if (ended()) break;
    const answer = await withClient(url, () => Promise.resolve(true)).catch(() => false);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new SetupError("本机的 PostgreSQL 没有启动成功，请查看上面的日志。");
}

/** A cluster of this run's own on the machine's PostgreSQL: loopback, a free port, gone when it is stopped. */
export async function startInstalledServer(
  binaries: string,
): Promise<{ adminUrl: string; pid: number; stop: () => Promise<void> }> {
  const place = mkdtempSync(join(tmpdir(), "renda-postgres-"));
  chmodSync(place, 0o700);
  const account = accountFor(place);
  const { data, password } = newCluster(binaries, place, account);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    `unix_socket_directories=${place}`,
    "fsync=off",
  ];
  const child = spawn(
    join(binaries, "postgres"),
    ["-D", data, ...settings.flatMap((setting) => ["-c", setting])],
    { ...account, cwd: "/", detached: true, stdio: ["ignore", "ignore", "ignore"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    // SIGINT: the fast shutdown, which does not wait for clients.
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    await ended;
    rmSync(place, { recursive: true, force: true });
  };
  const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  try {
    await untilItAnswers(adminUrl, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl, pid: child.pid ?? 0, stop };
}
