import { parseArgs } from "node:util";
import { environment } from "./lib/environment";
import { prepareDatabase } from "./lib/prepare-database";
import { runScript, SetupError } from "./lib/setup-error";

const USAGE = '用法：npm run operator:create -- --username 登录名 --name "姓名"';

function readArguments(): { username: string; name: string } {
  try {
    const { values } = parseArgs({ options: { username: { type: "string" }, name: { type: "string" } } });
    const { username, name } = values;
    if (username === undefined || !/^[a-z][a-z0-9._-]{2,39}$/.test(username))
      throw new SetupError(
        `登录名应以小写字母开头，由 3 到 40 个小写字母、数字、点、下划线或短横组成。${USAGE}`,
      );
    if (name === undefined || name.trim() === "") throw new SetupError(`请写明操作员姓名。${USAGE}`);
    return { username, name: name.trim() };
  } catch (error) {
    throw error instanceof SetupError ? error : new SetupError(`参数有误。${USAGE}`);
  }
}

/** Makes the first platform operator: nobody can sign in before, so no screen could. */
await runScript(async () => {
  const { username, name } = readArguments();
  const database = await prepareDatabase({ env: environment(), log: console.log, production: true });
  try {
    process.env["DATABASE_URL"] = database.appUrl;
    const { createOperator } = await import("@/domains/accounts/commands");
    const { client } = await import("@/server/db/client");
    const { plain } = await createOperator(username, name);
    await client().$disconnect();
    console.log(`✓ 已建立平台操作员 ${username}。初始密码（只显示这一次，首次登录须修改）：${plain}`);
  } finally {
    await database.stop();
  }
});
