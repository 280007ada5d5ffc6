import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { roleProblems } from "@/server/db/role-check";
import { appliedMigrations, diffFromSchema, migrate, readMigrations } from "../../scripts/lib/migrations";
import { asOwner } from "../../scripts/lib/roles";

const url = asOwner(inject("adminUrl"));
const admin = new Client({ connectionString: inject("adminUrl") });
const folder = mkdtempSync(join(tmpdir(), "migrations-"));
beforeAll(() => admin.connect());
afterAll(async () => {
  await admin.query(
    "DROP TABLE IF EXISTS half; DELETE FROM _prisma_migrations WHERE migration_name LIKE '9%'",
  );
  await admin.end();
  rmSync(folder, { recursive: true });
});

const write = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
};
const quiet = { url, folder, log: () => undefined };

describe("migrations", () => {
  it("bring a new database to exactly what the Prisma schema describes", async () => {
    expect(await diffFromSchema(url)).toEqual([]);
  });

  it("leave nothing behind when one fails, and run on from there once it is mended [S84]", async () => {
    for (const { name, sql } of readMigrations()) write(name, sql);
    write("90000000000000_half", "CREATE TABLE half (id int); SELECT 1 / 0;");
    await expect(migrate(quiet)).rejects.toThrow(/没有成功，已全部撤回.*division by zero/);
    expect(await appliedMigrations(admin)).not.toContain("90000000000000_half");
    const { rows } = await admin.query("SELECT to_regclass('public.half') AS half");
    expect(rows).toEqual([{ half: null }]);
    write("90000000000000_half", "CREATE TABLE half (id int); DO $$ BEGIN PERFORM 1; END $$;");
    expect(await migrate(quiet)).toEqual(["90000000000000_half"]);
    expect(await migrate(quiet)).toEqual([]);
  });

  it("refuse a database that is newer than the program", async () => {
    await expect(migrate({ url, log: () => undefined })).rejects.toThrow(/数据库比程序新/);
  });

  it("run again what another tool left unfinished [S84]", async () => {
    await admin.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, applied_steps_count)
       VALUES ('left-over', 'x', '91000000000000_next', now(), 0)`,
    );
    write("91000000000000_next", "ALTER TABLE half ADD COLUMN name text;");
    expect(await migrate(quiet)).toEqual(["91000000000000_next"]);
  });
});

describe("a list of people behind a field", () => {
  /** Everything the database says of a table, by its own name. */
  const catalog = async (table: string): Promise<string> => {
    const { rows } = await admin.query<{ said: string }>(
      `SELECT coalesce(string_agg(line, E'\\n' ORDER BY line), '') AS said FROM (
         SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass($1)
         UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename = $1
         UNION ALL SELECT policyname || ' ' || roles::text || cmd || qual || coalesce(with_check, '') FROM pg_policies WHERE tablename = $1
         UNION ALL SELECT grantee || ' ' || privilege_type FROM information_schema.role_table_grants WHERE table_name = $1 AND grantee LIKE 'scope_%'
         UNION ALL SELECT column_name || ' ' || data_type || ' ' || is_nullable FROM information_schema.columns WHERE table_name = $1
       ) of_table (line)`,
      [table],
    );
    return rows[0]?.said.replaceAll(table, "its_table") ?? "";
  };

  const undone = async (work: () => Promise<void>) => {
    await admin.query("BEGIN");
    await work().finally(() => admin.query("ROLLBACK"));
  };

  it("is one call, and the table that was written by hand", () =>
    undone(async () => {
      await admin.query("SELECT app.record_lines('training_participanx', 'training', 'deputy')");
      const made = await catalog("training_participanx");
      expect(made).toContain("its_table_county_id_township_id_training_id_depu_key");
      expect(made).toBe(await catalog("training_participant"));
    }));

  it("has keys whose names keep their endings where the table's is long", () =>
    undone(async () => {
      const long = "supervision_activity_visited_unit";
      await admin.query(`SELECT app.record_lines('${long}', 'activity', 'handling_unit')`);
      const { rows } = await admin.query<{ name: string }>(
        `SELECT conname AS name FROM pg_constraint WHERE conrelid = to_regclass('${long}') AND contype <> 'n'
         UNION SELECT indexname FROM pg_indexes WHERE tablename = '${long}'`,
      );
      const names = rows.map(({ name }) => name);
      expect(names.filter((name) => !/_(pkey|fkey|key|facts)$/.test(name))).toEqual([]);
      expect(names).toHaveLength(7);
    }));
});

describe("the application's role", () => {
  it("is one that row-level security binds", async () => {
    const app = new Client({ connectionString: inject("appUrl") });
    await app.connect();
    expect(await roleProblems(app)).toEqual([]);
    await app.end();
  });

  it("is refused when it is a superuser or owns tables", async () => {
    expect((await roleProblems(admin)).join()).toContain("超级用户");
  });
});
