import { spawn } from "node:child_process";
import { installedServer, startInstalledServer } from "./lib/installed-server";
import { withClient } from "./lib/roles";
import { runScript } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";

const BANNER = `
████████████████████████████████████████████████████████████████████████
  数据测试没有在本机 PostgreSQL 上再跑一遍：这台机器上没有装。
  NOT RUN on a PostgreSQL of the distribution: none is installed here.
  安装后再运行 / To run them:
    apt-get install postgresql && npm run test:server
  已装在别处 / Installed elsewhere:  POSTGRES_BIN=/path/to/bin npm run test:server
████████████████████████████████████████████████████████████████████████
`;

const projects = ["apart", "integration", "isolation", "load"].flatMap((name) => ["--project", name]);

function dataTests(databaseUrl: string): Promise<number> {
  const command = ["node_modules/vitest/vitest.mjs", "run", ...projects, ...process.argv.slice(2)];
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, DATABASE_URL: databaseUrl, TZ: "Asia/Kathmandu" },
  });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}

/** The data tests and a smoke load on the PostgreSQL that the machine's distribution ships, with its own defaults. */
await runScript(async () => {
  const binaries = installedServer();
  if (binaries === undefined) {
    console.error(BANNER);
    // Where it is required to be there, as in continuous integration, its absence is a failure.
    if (process.env["CI"]) process.exitCode = 1;
    return;
  }
  const server = await startInstalledServer(binaries);
  const release = exitAfter(server.stop);
  try {
    const [facts] = await withClient(server.adminUrl, async (client) => {
      const sql = "SELECT current_setting('server_version') AS version, current_setting('jit') AS jit";
      return (await client.query<{ version: string; jit: string }>(sql)).rows;
    });
    console.log(`PostgreSQL ${facts?.version ?? ""}, jit ${facts?.jit ?? ""}`);
    process.exitCode = await dataTests(server.adminUrl);
  } finally {
    await server.stop();
    release();
  }
});
