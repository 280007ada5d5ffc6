import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { SetupError } from "./setup-error";

/** PostgreSQL refuses to run as root; `undefined` means "as whoever runs us". */
export type Account = { uid: number; gid: number } | undefined;

const lookUp = (name: string): Account => {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid !== undefined && gid !== undefined ? { uid: Number(uid), gid: Number(gid) } : undefined;
};

const create = (name: string): Account => {
  try {
    const options = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name];
    execFileSync("useradd", options, { stdio: "ignore" });
  } catch {
    throw new SetupError(
      `PostgreSQL 不能以 root 身份运行，而系统用户 ${name} 创建失败。请先运行 useradd --system ${name}，或改用普通用户运行。`,
    );
  }
  return lookUp(name);
};

/** The account for an existing data directory is its owner; for a new one the system user "postgres". */
export function accountFor(dataDirectory: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(dataDirectory)) {
    const { uid, gid } = statSync(dataDirectory);
    if (uid !== 0) return { uid, gid };
  }
  return lookUp("postgres") ?? create("postgres");
}

/** Asks the system itself rather than computing modes: groups, ACLs and mounts all count. */
export function canReach(account: Account, path: string): boolean {
  if (account === undefined) return true;
  const trial = spawnSync("/bin/sh", ["-c", 'test -r "$1" && test -x "$1"', "sh", path], {
    ...account,
    cwd: "/",
  });
  return trial.status === 0;
}
