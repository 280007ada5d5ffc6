import { join } from "node:path";
import { buildOnce } from "./lib/build";
import { environment } from "./lib/environment";
import { handOver } from "./lib/keep";
import { prepareDatabase } from "./lib/prepare-database";
import { secret } from "./lib/secrets";
import { runScript, SetupError } from "./lib/setup-error";
import { exitAfter } from "./lib/signals";
import { assertPortFree } from "./lib/web-server";

const TOTAL = 4;
const say = (step: number) => (line: string) => console.log(`[${step}/${TOTAL}] ${line}`);

/** The whole way to a served demo county. Every step may be killed and run again; data is kept. */
await runScript(async () => {
  say(1)("检查环境……");
  const env = environment();
  await assertPortFree(env.port);
  say(2)("准备数据库……");
  const database = await prepareDatabase({ env, log: say(2) });
  const release = exitAfter(database.stop);
  try {
    if (database.adminUrl === undefined)
      throw new SetupError(
        "演示需要能建角色的数据库用户。请让 DATABASE_URL 指向这样的用户，或去掉它使用内置数据库。",
      );
    say(3)("载入演示县，同时构建程序……");
    const { loadDemo } = await import("../prisma/demo/load");
    // Loading waits for the database half of its time, and the build needs none.
    await Promise.all([
      loadDemo({ appUrl: database.appUrl, dataDir: env.dataDir, log: say(3) }),
      buildOnce(say(3)),
    ]);
    say(4)("启动网页服务……");
    const authSecret = env.authSecret ?? secret(env.dataDir, "auth-secret");
    const accounts = join(env.dataDir, "demo-accounts.json");
    release();
    await handOver(database, {
      server: { env, appUrl: database.appUrl, authSecret, mode: "start" },
      greeting: `\n✓ 请用浏览器打开 {url}\n  演示账号见 ${accounts}；按 Ctrl-C 停止，数据会保留。`,
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
});
