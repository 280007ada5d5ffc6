import { join } from "node:path";
import { environment } from "./lib/environment";
import { ensureDatabase, setUpDatabase } from "./lib/prepare-database";
import { writeSecret } from "./lib/secrets";
import { runScript, SetupError } from "./lib/setup-error";

/** Creates or upgrades the database on a server of one's own, and leaves the login URL for `npm start`. */
await runScript(async () => {
  const env = environment();
  const adminUrl = env.databaseAdminUrl ?? env.databaseUrl;
  if (adminUrl === undefined)
    throw new SetupError(
      "请设置 DATABASE_ADMIN_URL 为有 CREATEROLE 权限、并拥有目标数据库的用户，例如 postgresql://postgres:密码@127.0.0.1:5432/renda 。不设则无需本命令：内置数据库在启动时自动建好。",
    );
  await ensureDatabase(adminUrl);
  writeSecret(env.dataDir, "app-database-url", await setUpDatabase(adminUrl, env.dataDir, console.log));
  console.log(
    `✓ 数据库已就绪。应用专用的连接串在 ${join(env.dataDir, "secrets/app-database-url")}（仅本用户可读），`,
  );
  console.log('  启动时：DATABASE_URL="$(cat 该文件)" npm start');
});
