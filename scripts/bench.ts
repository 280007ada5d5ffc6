import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { Client } from "pg";
import { buildOnce } from "./lib/build";
import { inDatabase } from "./lib/database-url";
import { startEmbeddedPostgres } from "./lib/embedded-postgres";
import { ensureDatabase, setUpDatabase } from "./lib/prepare-database";
import { dropDatabase, loginRoleOf, withClient } from "./lib/roles";
import { runScript } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { startWebServer } from "./lib/web-server";

const DATA_DIR = resolve(".data/bench");
const DATABASE = "renda_bench";
const PORT = Number(process.env["PORT"] ?? 3990);
const SECRET = "for the benchmark only: it opens nothing but generated data";

const note = (line: string): void => console.error(line);

/** A fresh database each time, made by the migrations and filled by the standard data set. */
async function freshDatabase(serverUrl: string): Promise<{ adminUrl: string; appUrl: string }> {
  await dropDatabase(serverUrl, DATABASE);
  rmSync(join(DATA_DIR, "secrets", loginRoleOf(DATABASE)), { force: true });
  const adminUrl = inDatabase(serverUrl, DATABASE);
  await ensureDatabase(adminUrl);
  return { adminUrl, appUrl: await setUpDatabase(adminUrl, DATA_DIR, () => undefined) };
}

async function run(serverUrl: string): Promise<boolean> {
  const { adminUrl, appUrl } = await freshDatabase(serverUrl);
  process.env["DATABASE_URL"] = appUrl;
  process.env.AUTH_SECRET = SECRET;
  const { countRecords, loadDataset } = await import("../tests/bench/dataset");
  const started = performance.now();
  const county = await withClient(adminUrl, loadDataset);
  const records = await withClient(adminUrl, countRecords);
  note(`loaded in ${Math.round(performance.now() - started)} ms: ${JSON.stringify(records)}`);

  const workloads = await import("../tests/bench/workloads");
  const { imports } = await import("../tests/bench/import");
  const { cookieOf } = await import("../tests/support/signed-in");
  const { client } = await import("@/server/db/client");
  const lines: { ok: boolean }[] = [];
  const print = (line: { ok: boolean }) => {
    lines.push(line);
    // Who else used the machine meanwhile: above 2 on two cores the times, not the ratios, are too long.
    console.log(JSON.stringify({ ...line, machineLoad: Math.round((loadavg()[0] ?? 0) * 10) / 10 }));
  };
  const connection = new Client({ connectionString: appUrl });
  await connection.connect();
  print(await workloads.suggestionPages(county, connection));
  print(await workloads.deputyPages(county, connection));
  print(await workloads.countyComparison(county, connection));
  await connection.end();

  const township = county.townships[0];
  if (township === undefined) throw new Error("the data set has no township");
  const cookie = await cookieOf("townshipStaff", county, township);
  const importing = county.townships.at(-1) ?? township;
  const importer = await cookieOf("townshipStaff", county, importing);
  await client().$disconnect();
  await buildOnce(note);
  const env = { ...(await import("./lib/environment")).environment(), port: PORT, dataDir: DATA_DIR };
  const server = await startWebServer({ env, appUrl, authSecret: SECRET, mode: "start" });
  try {
    const at = { url: `http://127.0.0.1:${PORT}`, pid: server.child.pid ?? 0 };
    print(await workloads.suggestionPagesOverHttp(at, township, cookie));
    for (const line of await imports({ url: at.url, cookie: importer, township: importing })) print(line);
  } finally {
    server.child.kill("SIGTERM");
    await server.ended;
  }
  return lines.every(({ ok }) => ok);
}

/** One JSON line for each workload; the exit code is 1 when a bar is missed. */
await runScript(async () => {
  const postgres = await startEmbeddedPostgres({ dataDir: DATA_DIR, log: note, disposable: true });
  const release = exitAfter(postgres.stop);
  try {
    if (!(await run(postgres.adminUrl))) process.exitCode = 1;
  } finally {
    await postgres.stop();
    release();
  }
});
