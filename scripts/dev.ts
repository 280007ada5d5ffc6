import { environment } from "./lib/environment";
import { prepareDatabase } from "./lib/prepare-database";
import { secret } from "./lib/secrets";
import { runScript } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { assertPortFree, serveUntilStopped, startWebServer } from "./lib/web-server";

await runScript(async () => {
  const env = environment();
  await assertPortFree(env.port);
  const database = await prepareDatabase({ env, log: console.log });
  const release = exitAfter(database.stop);
  try {
    const authSecret = env.authSecret ?? secret(env.dataDir, "auth-secret");
    const server = await startWebServer({ env, appUrl: database.appUrl, authSecret, mode: "dev" });
    release();
    await serveUntilStopped(server, database.stop);
  } catch (error) {
    await database.stop();
    throw error;
  }
});
