import type { Client } from "pg";
import type { Environment } from "@/lib/env";
import { roleProblems } from "@/server/db/role-check";
import { inDatabase, withLogin } from "./database-url";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { migrate, readMigrations } from "./migrations";
import { notOurs, type Watch } from "./postgres-watch";
import { admit, asOwner, prepareRoles, withClient } from "./roles";
import { writeSecret } from "./secrets";
import { SetupError } from "./setup-error";

type Log = (line: string) => void;
export type PreparedDatabase = Watch & {
  /** The application's own role: owns nothing, reaches rows only through begin_scope. */
  appUrl: string;
  /** The administering connection; undefined when only a plain application role was given. */
  adminUrl: string | undefined;
};
export type PrepareOptions = {
  env: Environment;
  log: Log;
  /** Production takes DATABASE_URL for the application only and refuses a role that is too strong. */
  production?: boolean;
  settings?: string[];
};

const EMBEDDED_DATABASE = "renda";
const LEAST_VERSION = 150_000;

type ServerFacts = { version: string; number: number; encoding: string; strong: boolean };

async function serverFacts(client: Client): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts>(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            current_setting('server_encoding') AS encoding,
            (SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS strong`,
  );
  const facts = rows[0];
  if (facts === undefined) throw new SetupError("数据库没有应答版本查询。请检查数据库日志。");
  if (facts.number < LEAST_VERSION)
    throw new SetupError(
      `PostgreSQL ${facts.version} 太旧。请升级到 15 或更高版本，或去掉 DATABASE_URL 使用内置数据库。`,
    );
  if (facts.encoding !== "UTF8")
    throw new SetupError(
      `数据库编码是 ${facts.encoding}，存不了汉字。请用 CREATE DATABASE … ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0 重建数据库。`,
    );
  return facts;
}

/** CREATE DATABASE when it is missing and the role may; with the encoding that Chinese needs. */
export async function ensureDatabase(adminUrl: string): Promise<void> {
  const name = decodeURIComponent(new URL(adminUrl).pathname.slice(1));
  if (name === "" || name === "postgres") return;
  try {
    await withClient(adminUrl, () => Promise.resolve());
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "3D000")) throw error;
    await withClient(inDatabase(adminUrl, "postgres"), (client) =>
      client.query(
        `CREATE DATABASE ${client.escapeIdentifier(name)} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'`,
      ),
    );
  }
}

/** Roles, then migrations as the owner of all objects; returns the application's URL. Safe to repeat. */
export async function setUpDatabase(adminUrl: string, dataDir: string, log: Log): Promise<string> {
  await withClient(adminUrl, serverFacts);
  const { user, password } = await prepareRoles(adminUrl, dataDir);
  const applied = await migrate({ url: asOwner(adminUrl), log });
  await admit(adminUrl, user);
  log(applied.length === 0 ? "数据库结构已是最新。" : `数据库结构已升级（${applied.length} 步）。`);
  return withLogin(adminUrl, user, password);
}

/** A plain role cannot set anything up; it can see whether somebody did. */
async function assertMigrated(client: Client): Promise<void> {
  const remedy = "请设置 DATABASE_ADMIN_URL（有 CREATEROLE 权限的用户）并运行 npm run db:setup。";
  let done: string[];
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE scope_auth");
    const { rows } = await client.query<{ name: string }>(
      `SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    );
    done = rows.map(({ name }) => name);
  } catch {
    throw new SetupError(`这个数据库还没有初始化，或当前用户不是本系统的登录角色。${remedy}`);
  } finally {
    await client.query("ROLLBACK");
  }
  const missing = readMigrations().filter(({ name }) => !done.includes(name));
  if (missing.length > 0) throw new SetupError(`数据库结构还差 ${missing.length} 步升级。${remedy}`);
}

async function fromServer({ env, log, production }: PrepareOptions, url: string): Promise<PreparedDatabase> {
  if (env.databaseAdminUrl === undefined && production !== true) {
    await ensureDatabase(url);
    const { strong } = await withClient(url, serverFacts);
    if (strong) return { appUrl: await setUpDatabase(url, env.dataDir, log), adminUrl: url, ...notOurs };
  }
  if (env.databaseAdminUrl !== undefined) {
    await ensureDatabase(env.databaseAdminUrl);
    await setUpDatabase(env.databaseAdminUrl, env.dataDir, log);
  }
  await withClient(url, async (client) => {
    await serverFacts(client);
    const problems = await roleProblems(client);
    if (problems.length > 0)
      throw new SetupError(
        `DATABASE_URL 的${problems.join("，")}，租户隔离会失效，拒绝启动。请改用 npm run db:setup 生成的登录角色。`,
      );
    await assertMigrated(client);
  });
  return { appUrl: url, adminUrl: env.databaseAdminUrl, ...notOurs };
}

/** A ready database for this environment: the embedded one, or the server that DATABASE_URL names. */
export async function prepareDatabase(options: PrepareOptions): Promise<PreparedDatabase> {
  const { env, log, settings } = options;
  if (env.databaseUrl !== undefined) return fromServer(options, env.databaseUrl);
  const postgres = await startEmbeddedPostgres({ dataDir: env.dataDir, log, ...(settings && { settings }) });
  try {
    const adminUrl = inDatabase(postgres.adminUrl, EMBEDDED_DATABASE);
    await ensureDatabase(adminUrl);
    const appUrl = await setUpDatabase(adminUrl, env.dataDir, log);
    writeSecret(env.dataDir, "app-database-url", appUrl);
    return { ...postgres, appUrl, adminUrl };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
