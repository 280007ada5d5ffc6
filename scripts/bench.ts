import { rmSync } from "node:fs";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildOnce } from "./lib/build";
import { inDatabase } from "./lib/database-url";
import { startEmbeddedPostgres } from "./lib/embedded-postgres";
import { freePort } from "./lib/free-port";
import { installedServer, startInstalledServer } from "./lib/installed-server";
import { ensureDatabase, setUpDatabase } from "./lib/prepare-database";
import { dropDatabase, loginRoleOf, withClient } from "./lib/roles";
import { runScript } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { startWebServer } from "./lib/web-server";
import type { Size } from "../tests/bench/dataset";

const DATA_DIR = resolve(".data/bench");
const DATABASE = "renda_bench";
const SECRET = "for the benchmark only: it opens nothing but generated data";

const note = (line: string): void => console.error(line);

const BANNER = `
████████████████████████████████████████████████████████████████████████
  没有在本机 PostgreSQL 上测量：这台机器上没有装。
  NOT MEASURED on a PostgreSQL of the distribution: none is installed here.
    apt-get install postgresql
████████████████████████████████████████████████████████████████████████
`;

const { values: given } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    server: { type: "string" },
    size: { type: "string" },
    only: { type: "string" },
  },
});

type Server = { name: "embedded" | "installed"; adminUrl: string; stop: () => Promise<void> };

async function* servers(): AsyncGenerator<Server> {
  const wanted = (name: string) => given.server === undefined || given.server === name;
  if (wanted("embedded")) {
    const postgres = await startEmbeddedPostgres({ dataDir: DATA_DIR, log: note, disposable: true });
    yield { name: "embedded", ...postgres };
  }
  if (!wanted("installed") || (given.quick && given.server === undefined)) return;
  const binaries = installedServer();
  if (binaries === undefined) console.error(BANNER);
  else yield { name: "installed", ...(await startInstalledServer(binaries)) };
}

/** A fresh database each time, made by the migrations and filled by the data set. */
async function freshDatabase(serverUrl: string): Promise<{ adminUrl: string; appUrl: string }> {
  await dropDatabase(serverUrl, DATABASE);
  rmSync(join(DATA_DIR, "secrets", loginRoleOf(DATABASE)), { force: true });
  const adminUrl = inDatabase(serverUrl, DATABASE);
  await ensureDatabase(adminUrl);
  return { adminUrl, appUrl: await setUpDatabase(adminUrl, DATA_DIR, () => undefined) };
}

async function measured({ name, adminUrl: serverUrl }: Server, size: Size): Promise<boolean> {
  const { adminUrl, appUrl } = await freshDatabase(serverUrl);
  process.env["DATABASE_URL"] = appUrl;
  process.env.AUTH_SECRET = SECRET;
  const { measure } = await import("../tests/bench/measuring");
  const port = await freePort();
  const env = { ...(await import("./lib/environment")).environment(), port, dataDir: DATA_DIR };
  const startServer = () => startWebServer({ env, appUrl, authSecret: SECRET, mode: "start" });
  const lines = await withClient(adminUrl, (admin) =>
    measure({ admin, appUrl, size, seconds: given.quick ? 1.5 : 6, only: given.only, startServer, note }),
  );
  for (const line of lines) {
    // Who else used the machine meanwhile: above 3 on two cores the times are too long, the ratios less so.
    const machineLoad = Math.round((loadavg()[0] ?? 0) * 10) / 10;
    console.log(JSON.stringify({ server: name, size, ...line, machineLoad }));
  }
  console.table(lines);
  return lines.every(({ ok }) => ok);
}

/** One table and its JSON lines for each server and size; the exit code is 1 when a bar is missed. */
await runScript(async () => {
  await buildOnce(note);
  const sizes: Size[] =
    given.size === undefined ? (given.quick ? ["60k"] : ["60k", "600k"]) : [given.size as Size];
  for await (const server of servers()) {
    const release = exitAfter(server.stop);
    try {
      const right = [];
      for (const size of sizes) right.push(await measured(server, size));
      if (right.includes(false)) process.exitCode = 1;
    } finally {
      await server.stop();
      release();
    }
  }
});
