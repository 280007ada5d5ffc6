import { createHash } from "node:crypto";
import { Client } from "pg";
import { readSecret, secret } from "./secrets";
import { SetupError } from "./setup-error";

export const OWNER = "npc_owner";
export const SCOPES = [
  "scope_township",
  "scope_county",
  "scope_auth",
  "scope_accounts",
  "scope_audit",
  "scope_link",
] as const;
/** Reads what records are found by, for app.found() alone: nobody signs in as it, and no scope takes it. */
const SEARCH = "npc_search";
/** Roles that own SECURITY DEFINER functions; migrations, run by npc_owner, hand these over. */
const FUNCTION_OWNERS = ["scope_auth", "scope_audit", SEARCH] as const;
const LOCK = 7_202_612;

/** Roles belong to the whole cluster, so the login role carries its database in its name. */
export const loginRoleOf = (database: string): string =>
  `npc_app_${createHash("sha256").update(database).digest("hex").slice(0, 8)}`;

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of a run's own and its login role, gone whoever is still connected. */
export const dropDatabase = (serverUrl: string, database: string): Promise<void> =>
  withClient(serverUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${loginRoleOf(database)}`);
  });

async function ensureRole(client: Client, name: string, attributes: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
  await client.query(`${rowCount === 0 ? "CREATE" : "ALTER"} ROLE ${name} ${attributes}`);
}

type Facts = { version: number; database: string; superuser: boolean };

async function factsOf(client: Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(
    `SELECT current_setting('server_version_num')::int AS version, current_database() AS database,
            (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser`,
  );
  const facts = rows[0];
  if (facts === undefined) throw new SetupError("数据库没有应答角色查询。请检查数据库日志。");
  return facts;
}

/** Only the superuser may name these attributes at all; a CREATEROLE user creates roles without them anyway. */
const never = (superuser: boolean): string => (superuser ? "NOSUPERUSER NOBYPASSRLS NOREPLICATION" : "");

/**
 * Creates or repairs every role of this database and returns the login role's name and password.
 * Needs a superuser, or the database's owner with CREATEROLE; PostgreSQL 15 and later.
 */
export async function prepareRoles(
  adminUrl: string,
  dataDir: string,
): Promise<{ user: string; password: string }> {
  return withClient(adminUrl, async (client) => {
    const facts = await factsOf(client);
    const user = loginRoleOf(facts.database);
    const known = readSecret(dataDir, user);
    const password = known ?? secret(dataDir, user);
    // Cluster-wide rows: without one lock for all, two set-ups meet in "tuple concurrently updated".
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    for (const name of [OWNER, SEARCH, ...SCOPES])
      await ensureRole(client, name, `NOLOGIN NOINHERIT NOCREATEDB NOCREATEROLE ${never(facts.superuser)}`);
    const secretClause = `PASSWORD ${client.escapeLiteral(password)}`;
    await ensureRole(
      client,
      user,
      `LOGIN NOINHERIT NOCREATEDB NOCREATEROLE ${never(facts.superuser)} ${secretClause}`,
    );
    await grantMemberships(client, facts, user);
    await grantDatabase(client, facts.database, user);
    await client.query("COMMIT");
    return { user, password };
  });
}

async function grantMemberships(client: Client, { version, superuser }: Facts, user: string): Promise<void> {
  for (const scope of SCOPES) await client.query(`GRANT ${scope} TO ${user}`);
  for (const role of FUNCTION_OWNERS) await client.query(`GRANT ${role} TO ${OWNER}`);
  // A CREATEROLE user must itself be able to become the owner that runs the migrations.
  if (!superuser)
    await client.query(`GRANT ${OWNER} TO CURRENT_USER ${version >= 160_000 ? "WITH SET TRUE" : ""}`);
}

async function grantDatabase(client: Client, name: string, user: string): Promise<void> {
  const database = client.escapeIdentifier(name);
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${user}`);
  await client.query(`GRANT CREATE ON DATABASE ${database} TO ${OWNER}`);
  await client.query("REVOKE ALL ON SCHEMA public FROM PUBLIC");
  await client.query(`GRANT USAGE ON SCHEMA public TO ${[user, SEARCH, ...SCOPES].join(", ")}`);
  await client.query(`GRANT USAGE, CREATE ON SCHEMA public TO ${OWNER}`);
  const limits = { statement_timeout: "8s", lock_timeout: "3s", idle_in_transaction_session_timeout: "10s" };
  for (const [setting, value] of Object.entries(limits))
    await client.query(`ALTER ROLE ${user} IN DATABASE ${database} SET ${setting} = '${value}'`);
}

/**
 * What the application's login role may touch by itself: the entrance functions of schema app. Through
 * scope_auth it can also see which migrations have run.
 */
export async function admit(adminUrl: string, user: string): Promise<void> {
  await withClient(asOwner(adminUrl), async (client) => {
    await client.query("SELECT app.admit($1)", [user]);
    await client.query(
      "GRANT SELECT (migration_name, finished_at, rolled_back_at) ON public._prisma_migrations TO scope_auth",
    );
  });
}

/** The administering URL, acting as the owner of all database objects. */
export function asOwner(adminUrl: string): string {
  const url = new URL(adminUrl);
  const options = url.searchParams.get("options");
  url.searchParams.set("options", [options, `-c role=${OWNER}`].filter(Boolean).join(" "));
  // pg reads "+" literally where URLSearchParams means a space.
  url.search = url.search.replaceAll("+", "%20");
  return url.href;
}
