import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Client } from "pg";
import { expect, it } from "vitest";
import { startEmbeddedPostgres } from "../../../scripts/lib/embedded-postgres";
import { type Kept, takeOver, type Watch } from "../../../scripts/lib/postgres-watch";
import { isAlive, sleep } from "../../../scripts/lib/processes";
import { placeOf } from "../../../scripts/lib/postgres-place";

const dataDir = resolve(".data/test-restart");

async function ask(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ value: string }>("SELECT value FROM kept");
    return rows[0]?.value ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

it.each([
  ["", (watch: Watch) => Promise.resolve(watch)],
  [
    ", also when another process took over the watch",
    async (watch: Watch, log: (line: string) => void) => {
      // As it goes from one process to another.
      const kept = JSON.parse(JSON.stringify(await watch.leave())) as Kept;
      return takeOver(kept, log);
    },
  ],
])(
  "a database server that is killed comes back by itself, on its port, with what was saved; a stopped one does not%s [S84]",
  async (_when, watched) => {
    const said: string[] = [];
    const settings = ["max_connections=10"];
    const log = (line: string): void => void said.push(line);
    const { adminUrl, ...first } = await startEmbeddedPostgres({ dataDir, log, settings, disposable: true });
    const { stop } = await watched(first, log);
    const pidOf = (): number =>
      Number(readFileSync(resolve(placeOf(dataDir, true), "data/postmaster.pid"), "utf8").split("\n")[0]);
    try {
      const client = new Client({ connectionString: adminUrl });
      client.on("error", () => undefined);
      await client.connect();
      await client.query("DROP TABLE IF EXISTS kept");
      await client.query("CREATE TABLE kept AS SELECT 'saved' AS value");
      const killed = pidOf();
      process.kill(killed, "SIGKILL");
      const until = Date.now() + 30_000;
      while ((await ask(adminUrl)) === null && Date.now() < until) await sleep(200);
      expect(await ask(adminUrl)).toBe("saved");
      expect(pidOf()).not.toBe(killed);
      // It answers a moment before whoever started it has seen that.
      await expect.poll(() => said.join("\n")).toMatch(/意外停止，正在自动重启[\s\S]*已恢复/);
    } finally {
      const last = pidOf();
      await stop();
      await sleep(1_500);
      expect(isAlive(last)).toBe(false);
      expect(await ask(adminUrl)).toBeNull();
    }
  },
);
