import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { withEngine, type EngineSession } from "./schema-engine";
import { SetupError } from "./setup-error";

const MIGRATIONS = resolve("prisma/migrations");
const SCHEMA = resolve("prisma/schema");
const FILTERS = { externalTables: [], externalEnums: [] };
// Any number will do as long as every version of this program uses the same.
const LOCK = 7_202_611;

export type MigrateOptions = { url: string; log: (line: string) => void; folder?: string };
type Migration = { name: string; sql: string };

export function readMigrations(folder = MIGRATIONS): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const listOf = (folder: string, migrations: Migration[]) => ({
  baseDir: folder,
  lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
  shadowDbInitScript: "",
  migrationDirectories: migrations.map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  })),
});

/** Names of the migrations that have run to their end, in order. */
export async function appliedMigrations(client: Client): Promise<string[]> {
  const { rows: found } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there",
  );
  if (found[0]?.there !== true) return [];
  const { rows } = await client.query<{ migration_name: string }>(
    `SELECT migration_name FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map((row) => row.migration_name);
}

/**
 * Brings the database up to the last migration. Each migration and its row in _prisma_migrations commit
 * together, so that a kill at any moment leaves either all of it or nothing; running again goes on from there.
 */
export async function migrate({ url, log, folder = MIGRATIONS }: MigrateOptions): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await lock(client, log);
    const migrations = readMigrations(folder);
    const done = await appliedMigrations(client);
    refuseNewer(done, migrations);
    const pending = migrations.filter(({ name }) => !done.includes(name));
    if (pending.length > 0)
      await withEngine(url, async (session) => {
        await forgetUnfinished(client, session);
        await applyEach(session, { folder, migrations, pending, log });
      });
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Two starts at once must not both migrate; PostgreSQL drops the lock when its holder dies. */
async function lock(client: Client, log: (line: string) => void): Promise<void> {
  const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [LOCK]);
  if (rows[0]?.held === true) return;
  log("另一个进程正在升级数据库，等待它完成……");
  await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
}

function refuseNewer(done: string[], migrations: Migration[]): void {
  const unknown = done.filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0)
    throw new SetupError(
      `数据库比程序新（已有本版本不认识的升级 ${unknown.join("、")}）。请换用更新的程序版本，不要降级运行。`,
    );
}

/** Rows left by another tool that was killed: their transaction is gone, so they may run again. */
async function forgetUnfinished(client: Client, { engine }: EngineSession): Promise<void> {
  const { rows: found } = await client.query("SELECT to_regclass('public._prisma_migrations') AS name");
  if ((found[0] as { name: string | null }).name === null) return;
  const { rows } = await client.query<{ migration_name: string }>(
    `SELECT DISTINCT migration_name FROM public._prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  for (const row of rows) await engine.markMigrationRolledBack({ migrationName: row.migration_name });
}

type Plan = { folder: string; migrations: Migration[]; pending: Migration[]; log: (line: string) => void };

async function applyEach(session: EngineSession, { folder, migrations, pending, log }: Plan): Promise<void> {
  for (const [index, { name }] of pending.entries()) {
    log(`升级数据库结构 ${index + 1}/${pending.length}：${name}`);
    const upTo = migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1);
    await session.execute("BEGIN");
    try {
      await session.engine.applyMigrations({ migrationsList: listOf(folder, upTo), filters: FILTERS });
      await session.execute("COMMIT");
    } catch (error) {
      await session.execute("ROLLBACK").catch(() => undefined);
      throw migrationFailure(name, session.firstError() ?? error);
    }
  }
}

function migrationFailure(name: string, error: unknown): Error {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof Error && /^(53|57|08|42501)/.test(code)) return error;
  const text = error instanceof Error ? error.message : String(error);
  return new SetupError(
    `数据库升级 ${name} 没有成功，已全部撤回，数据未变：${text}。请把这句话告诉维护人员。`,
  );
}

/**
 * What Prisma's schema has no words for and only the migrations say, told by its name: keys to the tenant, unique
 * indexes over records that are not voided, and indexes that carry columns.
 */
const sqlOnly = /(_tenant_fkey|_live_key|_facts)"$/;

/** Statements that would bring the migrated database to prisma/schema; none when the two agree. */
export async function diffFromSchema(url: string): Promise<string[]> {
  const files = readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(SCHEMA, name), content: readFileSync(join(SCHEMA, name), "utf8") }));
  return withEngine(url, async ({ engine }) => {
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: SCHEMA },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: ["public._prisma_migrations"], externalEnums: [] },
    });
    const statements = (stdout ?? "").split(/;\s*$/m).map((part) => part.replace(/^\s*--.*$/gm, "").trim());
    return statements.filter((statement) => statement !== "" && !sqlOnly.test(statement));
  });
}
