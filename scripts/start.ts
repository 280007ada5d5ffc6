import { weaknessOf } from "@/lib/env";
import { buildIsCurrent } from "./lib/build";
import { environment } from "./lib/environment";
import { handOver } from "./lib/keep";
import { prepareDatabase } from "./lib/prepare-database";
import { runScript, SetupError } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { assertPortFree } from "./lib/web-server";

/** The production start: no demo data, no weak secret, no database role that row-level security cannot bind. */
await runScript(async () => {
  const env = environment();
  const weakness = weaknessOf(env.authSecret);
  if (env.authSecret === undefined || weakness !== undefined) throw new SetupError(weakness ?? "");
  if (!buildIsCurrent()) throw new SetupError("程序还没有构建，或构建后源码有改动。请先运行 npm run build。");
  await assertPortFree(env.port);
  if (env.baseUrl === undefined)
    console.log(
      "提示：没有设置 BASE_URL，按普通 http 提供服务。对外服务请在前面加 https 代理并设置 BASE_URL。",
    );
  const database = await prepareDatabase({ env, log: console.log, production: true });
  const release = exitAfter(database.stop);
  try {
    const { appUrl } = database;
    release();
    await handOver(database, {
      server: { env, appUrl, authSecret: env.authSecret, mode: "start" },
      greeting: "✓ 正在服务：{url}",
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
});
