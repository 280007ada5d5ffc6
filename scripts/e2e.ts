import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { World } from "../tests/e2e/support/world";
import { buildOnce } from "./lib/build";
import { findChromium } from "./lib/chromium";
import { inDatabase } from "./lib/database-url";
import { startEmbeddedPostgres } from "./lib/embedded-postgres";
import { environment } from "./lib/environment";
import { freePort } from "./lib/free-port";
import { ensureDatabase, setUpDatabase } from "./lib/prepare-database";
import { dropDatabase } from "./lib/roles";
import { runScript, SetupError } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { startWebServer } from "./lib/web-server";

const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
const BANNER = `
████████████████████████████████████████████████████████████████████████
  浏览器测试没有运行：这台机器上没有 Chromium。以上其余测试不受影响。
  BROWSER TESTS WERE SKIPPED: no Chromium on this machine.
  安装后再运行 / To run them:
    apt-get install chromium fonts-noto-cjk && npm run test:e2e
  已装在别处 / Installed elsewhere:  CHROMIUM=/path/to/chromium npm run test:e2e
████████████████████████████████████████████████████████████████████████
`;

const note = (line: string): void => console.log(line);

type Undo = () => Promise<unknown>;

/** A cluster of this run's own, or on the server that DATABASE_URL names a database of this run's own. */
async function scratchDatabase(dataDir: string, undo: Undo[]): Promise<string> {
  const given = environment().databaseUrl;
  const database = `renda_e2e_${randomBytes(6).toString("hex")}`;
  if (given === undefined) {
    const server = await startEmbeddedPostgres({ dataDir, log: note, settings: FAST, disposable: true });
    undo.push(server.stop);
    const adminUrl = inDatabase(server.adminUrl, database);
    await ensureDatabase(adminUrl);
    return setUpDatabase(adminUrl, dataDir, note);
  }
  undo.push(() => dropDatabase(inDatabase(given, "postgres"), database));
  await ensureDatabase(inDatabase(given, database));
  return setUpDatabase(inDatabase(given, database), dataDir, note);
}

/** The cluster may lie outside the folder, where the account that runs PostgreSQL can go. */
function removeFolder(dataDir: string): void {
  const pointer = join(dataDir, "postgres-place.txt");
  if (existsSync(pointer)) rmSync(readFileSync(pointer, "utf8").trim(), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
}

async function browserTests(world: World, undo: Undo[]): Promise<number> {
  const command = ["node_modules/vitest/vitest.mjs", "run", "--project", "e2e", ...process.argv.slice(2)];
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, E2E_WORLD: JSON.stringify(world), TZ: "Asia/Kathmandu" },
  });
  const ended = new Promise<number>((done) => child.once("exit", (code) => done(code ?? 1)));
  undo.push(() => {
    child.kill("SIGTERM");
    return ended;
  });
  return ended;
}

async function run(chromium: string, dataDir: string, undo: Undo[]): Promise<number> {
  const appUrl = await scratchDatabase(dataDir, undo);
  const authSecret = randomBytes(48).toString("base64");
  process.env["DATABASE_URL"] = appUrl;
  process.env.AUTH_SECRET = authSecret;
  const { seedWorld } = await import("../tests/e2e/support/seed");
  const [seeded] = await Promise.all([seedWorld(), buildOnce(note)]);
  const env = { ...environment(), port: await freePort(), dataDir, baseUrl: undefined };
  const server = await startWebServer({ env, appUrl, authSecret, mode: "start" });
  undo.push(() => {
    server.child.kill("SIGTERM");
    return server.ended;
  });
  const keptIn = join(dataDir, "signed-in");
  mkdirSync(keptIn, { mode: 0o700 });
  const told = { url: `http://localhost:${env.port}`, chromium, serverPid: server.child.pid ?? 0, keptIn };
  return browserTests({ ...seeded, ...told }, undo);
}

/** Browser tests against the production build, in a world made for this run and gone with it. */
await runScript(async () => {
  const chromium = findChromium();
  if (chromium === undefined) {
    if (process.env["CHROMIUM"]) throw new SetupError("CHROMIUM 指向的文件不能运行，请核对路径。");
    console.error(BANNER);
    return;
  }
  mkdirSync(".data", { recursive: true, mode: 0o711 });
  mkdirSync(".data/e2e", { recursive: true, mode: 0o711 });
  const dataDir = mkdtempSync(resolve(".data/e2e/run-"));
  const undo: Undo[] = [];
  const undoAll = async () => {
    for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step();
    removeFolder(dataDir);
  };
  const release = exitAfter(undoAll);
  try {
    process.exitCode = await run(chromium, dataDir, undo);
  } finally {
    await undoAll();
    release();
  }
});
