import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SeededWorld } from "../../tests/e2e/support/world";
import { placeOf } from "../lib/postgres-place";
import { isAlive, sleep } from "../lib/processes";
import { readSecret } from "../lib/secrets";

const PORT = Number(process.env["PORT"] ?? 3980);
const secret = randomBytes(48).toString("base64");
export const url = `http://127.0.0.1:${PORT}`;

/** A production server of its own, started as `npm start` starts it, in a folder that a case may fill, freeze or kill. */
export type ChaosWorld = {
  dataDir: string;
  seeded: SeededWorld;
  /** Starts the server (again) and waits until it serves; answers how long that took. */
  start: () => Promise<number>;
  /** Ends it as an operator would; answers how long that took. */
  stop: () => Promise<number>;
  /** Milliseconds until `/readyz` says yes. */
  untilReady: (patience?: number) => Promise<number>;
  pids: () => { parent: number; web: number; postmaster: number };
  adminUrl: () => string;
  appUrl: () => string;
  /** What the server wrote down that it had not foreseen, by kind. */
  unforeseen: () => Record<string, number>;
  /** Runs `npm run doctor` against the same folder. */
  doctor: () => { milliseconds: number; output: string; status: number | null };
};

const since = (started: number): number => Math.round(performance.now() - started);

export async function isReady(): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

async function until(
  holds: () => boolean | Promise<boolean>,
  patience: number,
  what: string,
): Promise<number> {
  const started = performance.now();
  while (!(await holds())) {
    if (since(started) > patience) throw new Error(`${what}: not within ${patience} ms`);
    await sleep(50);
  }
  return since(started);
}

function childOf(parent: number, word: string): number {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const ppid = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      if (ppid === parent && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(word)) return Number(pid);
    } catch {
      // It ended while we looked.
    }
  }
  return 0;
}

const asScript = ["--conditions=react-server", "--import", "tsx"];

function command(dataDir: string, ...args: string[]): { args: string[]; env: NodeJS.ProcessEnv } {
  const inherited = Object.entries(process.env).filter(([name]) => name !== "DATABASE_URL");
  return {
    args,
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: "production",
      PORT: String(PORT),
      DATA_DIR: dataDir,
      AUTH_SECRET: secret,
    },
  };
}

/** Lines of the log that were answered with 500, counted by what broke. */
function unforeseenIn(log: string): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const line of log.split("\n").filter((one) => /^\{.*"status":500/.test(one))) {
    const { layer, sqlstate, code, error } = JSON.parse(line) as Record<string, string | undefined>;
    const kind = [layer, error, sqlstate ?? code].filter(Boolean).join(" ");
    counted[kind] = (counted[kind] ?? 0) + 1;
  }
  return counted;
}

function serverIn(dataDir: string, logPath: string) {
  let child: ChildProcess | undefined;
  const postmaster = (): number => {
    const file = join(placeOf(dataDir, true), "data/postmaster.pid");
    return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  };
  return {
    async start(): Promise<number> {
      const { args, env } = command(dataDir, "scripts/run.mjs", "start");
      const log = createWriteStream(logPath, { flags: "a" });
      child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
      child.stdout?.pipe(log, { end: false });
      child.stderr?.pipe(log, { end: false });
      const started = performance.now();
      const pid = child.pid ?? 0;
      await until(async () => (await isReady()) || !isAlive(pid), 120_000, "start");
      return since(started);
    },
    async stop(): Promise<number> {
      const pid = child?.pid ?? 0;
      if (child?.exitCode !== null || child.signalCode !== null) return 0;
      child.kill("SIGTERM");
      return until(() => child?.exitCode !== null || !isAlive(pid), 60_000, "stop");
    },
    pids: () => {
      const parent = child?.pid ?? 0;
      return { parent, web: childOf(parent, "serve.mjs"), postmaster: postmaster() };
    },
  };
}

export async function createWorld(dataDir: string, logPath: string): Promise<ChaosWorld> {
  const server = serverIn(dataDir, logPath);
  await server.start();
  const appUrl = () => readSecret(dataDir, "app-database-url") ?? "";
  const adminUrl = (): string => {
    const admin = new URL(appUrl());
    admin.username = "postgres";
    admin.password = readSecret(dataDir, "postgres-superuser") ?? "";
    return admin.href;
  };
  // The case before had a database of its own.
  Object.assign(globalThis, { databasePool: undefined, prismaClient: undefined });
  process.env["DATABASE_URL"] = appUrl();
  process.env.AUTH_SECRET = secret;
  const { seedWorld } = await import("../../tests/e2e/support/seed");
  return {
    dataDir,
    seeded: await seedWorld(),
    ...server,
    untilReady: (patience = 60_000) => until(isReady, patience, "ready"),
    adminUrl,
    appUrl,
    unforeseen: () => unforeseenIn(readFileSync(logPath, "utf8")),
    doctor: () => {
      const started = performance.now();
      const { args, env } = command(dataDir, ...asScript, "scripts/doctor.ts");
      const { stdout, stderr, status } = spawnSync(process.execPath, args, {
        env,
        encoding: "utf8",
        timeout: 120_000,
      });
      return { milliseconds: since(started), output: stdout + stderr, status };
    },
  };
}
