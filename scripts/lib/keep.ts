import type { PreparedDatabase } from "./prepare-database";
import { type Kept, notOurs, takeOver } from "./postgres-watch";
import { runScript, SetupError } from "./setup-error";
import { exitAfter } from "./signals";
import { serveUntilStopped, startWebServer, type WebServerOptions } from "./web-server";

type Served = { server: WebServerOptions; greeting: string };
type Handed = Served & { database: Kept | null };

/** Leaves all that was prepared to scripts/run.mjs, which serves it; this process, with its compiler, ends. */
export async function handOver(database: PreparedDatabase, served: Served): Promise<never> {
  if (process.send === undefined) throw new SetupError("请用 npm start 或 npm run demo 启动。");
  process.send({ ...served, database: await database.leave() } satisfies Handed, () => process.exit(0));
  // The callback ends this process; nothing may go on as if it did not.
  return new Promise(() => undefined);
}

/**
 * Serves what was prepared, until it is told to stop; then the web server ends first, the database after it.
 * @param stopped whether that was said while it was being handed over
 */
export async function keep({ server, greeting, database }: Handed, stopped: boolean): Promise<void> {
  await runScript(async () => {
    const { stop } = database === null ? notOurs : takeOver(database, console.log);
    if (stopped) {
      await stop();
      process.exit(130);
    }
    const release = exitAfter(stop);
    try {
      const started = await startWebServer(server);
      console.log(greeting.replace("{url}", started.url));
      release();
      await serveUntilStopped(started, stop);
    } catch (error) {
      await stop();
      throw error;
    }
  });
}
