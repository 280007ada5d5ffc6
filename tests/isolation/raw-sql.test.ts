import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createWorld, type World } from "./world";

/** What a statement injected behind all of our code could do: nothing outside its scope. */
let world: World;
const app = new Client({ connectionString: inject("appUrl") });
const admin = new Client({ connectionString: inject("adminUrl") });
let tables: { name: string; township: boolean; county: boolean }[] = [];

beforeAll(async () => {
  await app.connect();
  await admin.connect();
  world = await createWorld();
  const found = await admin.query<{ name: string; township: boolean; county: boolean }>(
    `SELECT c.relname AS name,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'township_id' AND a.attnotnull) AS township,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'county_id' AND a.attnotnull) AS county
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'`,
  );
  tables = found.rows;
}, 240_000);

afterAll(async () => {
  await app.end();
  await admin.end();
});

const tenantTables = () => tables.filter(({ county }) => county);

/** Runs a statement inside a scope and always rolls back. */
async function within(
  scope: { role: string; county: string | null; township: string | null; readOnly?: boolean },
  sql: string,
): Promise<{ rows: Record<string, unknown>[]; count: number } | { code: string }> {
  await app.query("BEGIN");
  try {
    await app.query("SELECT app.begin_scope($1, $2, $3, $4)", [
      scope.role,
      scope.county,
      scope.township,
      scope.readOnly ?? false,
    ]);
    const result = await app.query<Record<string, unknown>>(sql);
    return { rows: result.rows, count: result.rowCount ?? 0 };
  } catch (error) {
    return { code: (error as { code: string }).code };
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("the login role by itself", () => {
  test("reads no table without a scope [S16]", async () => {
    for (const { name } of tables) {
      await expect(app.query(`SELECT 1 FROM public."${name}" LIMIT 1`), name).rejects.toMatchObject({
        code: "42501",
      });
    }
  });

  test("is no superuser, bypasses nothing and owns nothing [S21]", async () => {
    const role = await app.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
      `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = current_user`,
    );
    expect(role.rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0 }]);
  });
});

describe("a township's scope", () => {
  const scope = () => ({
    role: "scope_township",
    county: world.home.county.id,
    township: world.home.township.id,
  });

  test("shows no row of another township in any table [S1][S6]", async () => {
    for (const { name } of tenantTables().filter(({ township }) => township)) {
      const seen = await within(scope(), `SELECT DISTINCT township_id FROM public."${name}"`);
      const townships = "rows" in seen ? seen.rows.map((row) => row["township_id"]) : [];
      expect(
        townships.filter((id) => id !== world.home.township.id),
        name,
      ).toEqual([]);
    }
  });

  test("cannot move its rows to another township, nor touch another's [S11]", async () => {
    for (const { name } of tenantTables().filter(({ township }) => township)) {
      const moved = await within(
        scope(),
        `UPDATE public."${name}" SET township_id = '${world.neighbour.township.id}'`,
      );
      if ("count" in moved) expect(moved.count, name).toBe(0);
      else expect(["42501", "23503"], name).toContain(moved.code);
      const touched = await within(
        scope(),
        `UPDATE public."${name}" SET county_id = county_id WHERE township_id = '${world.neighbour.township.id}'`,
      );
      if ("count" in touched) expect(touched.count, name).toBe(0);
      else expect(touched.code, name).toBe("42501");
    }
  });

  test("cannot refer to a neighbour's record: the reference does not exist, as with an unknown one [S9]", async () => {
    for (const deputy of [world.neighbour.records["deputy"], randomUUID()]) {
      const refused = await within(
        scope(),
        `INSERT INTO mandate (county_id, township_id, id, deputy_id, level, term_name, starts_on, occurred_on, entered_by, entered_by_name)
         VALUES ('${world.home.county.id}', '${world.home.township.id}', '${randomUUID()}', '${deputy ?? ""}', 'township', '第一届',
           '2026-01-01', '2026-01-01', '${randomUUID()}', 'x')`,
      );
      expect(refused).toEqual({ code: "23503" });
    }
  });

  test("writes nothing of the county's own [S5]", async () => {
    for (const name of ["class_rule", "law_override", "assessment_scheme", "township", "county"]) {
      expect(await within(scope(), `UPDATE public."${name}" SET id = id`), name).toEqual({ code: "42501" });
    }
  });

  test("sees no account, no session, no log", async () => {
    for (const name of ["account", "account_session", "rate_limit", "access_log", "audit_head"]) {
      expect(await within(scope(), `SELECT 1 FROM public."${name}"`), name).toEqual({ code: "42501" });
    }
  });

  test("truncates nothing and deletes no record [S12]", async () => {
    for (const { name } of tenantTables()) {
      expect(await within(scope(), `TRUNCATE public."${name}" CASCADE`), name).toEqual({ code: "42501" });
    }
    for (const name of ["deputy", "suggestion", "session", "activity", "finding", "audit_event"]) {
      expect(await within(scope(), `DELETE FROM public."${name}"`), name).toEqual({ code: "42501" });
    }
  });

  test("a read-only scope writes nothing", async () => {
    const refused = await within({ ...scope(), readOnly: true }, "UPDATE deputy SET name = name");
    expect(refused).toEqual({ code: "25006" });
  });
});

describe("a county's scope", () => {
  const scope = () => ({ role: "scope_county", county: world.home.county.id, township: null });

  test("shows all its townships and no other county [S3]", async () => {
    for (const { name } of tenantTables()) {
      const seen = await within(scope(), `SELECT DISTINCT county_id FROM public."${name}"`);
      const counties = "rows" in seen ? seen.rows.map((row) => row["county_id"]) : [];
      expect(
        counties.filter((id) => id !== world.home.county.id),
        name,
      ).toEqual([]);
    }
    const deputies = await within(scope(), "SELECT DISTINCT township_id FROM deputy");
    expect("rows" in deputies ? deputies.rows.length : 0).toBe(3);
  });

  test("moves the due days a changed rule reckons, and writes nothing else of a township's row [S4]", async () => {
    // The sums it counted of its townships, the petitions it hands over, what it decides of a signal, and who of it looks
    // after a township and who reviews it, with their opinions, are the county's own.
    const countys = [
      ...["figure_sums", "county_petition", "integrity_case", "township_contact"],
      ...["cycle_reviewer", "review_opinion"],
    ];
    const records = tenantTables().filter(({ name, township }) => township && !countys.includes(name));
    for (const { name } of records) {
      expect(await within(scope(), `UPDATE public."${name}" SET county_id = county_id`), name).toEqual({
        code: "42501",
      });
    }
    const due = ["assign_due_on", "reply_due_on", "reply_citation", "redo_due_on", "rating_due_on"];
    const granted: Record<string, string[]> = {
      suggestion: [...due, "rating_due_note", "version"],
      reply: ["due_on"],
    };
    for (const [name, own] of Object.entries(granted)) {
      const { rows } = await admin.query<{ column: string }>(
        `SELECT attname AS "column" FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
        [name],
      );
      for (const { column } of rows) {
        const written = await within(
          scope(),
          `UPDATE ${name} SET "${column}" = "${column}" RETURNING county_id`,
        );
        const counties = "rows" in written ? written.rows.map((row) => row["county_id"]) : [];
        expect("rows" in written, `${name}.${column}`).toBe(own.includes(column));
        expect(
          counties.filter((id) => id !== world.home.county.id),
          `${name}.${column}`,
        ).toEqual([]);
      }
      const abroad = await within(
        scope(),
        `UPDATE ${name} SET ${own[0] ?? ""} = NULL WHERE county_id = '${world.abroad.county.id}'`,
      );
      expect(abroad, name).toMatchObject({ count: 0 });
    }
  });
});

describe("what is searched", () => {
  const finding = (q: string, only = "NULL") =>
    `SELECT township_id, id FROM app.found('suggestion', '${q}', ${only}, NULL)`;
  const ids = (seen: Awaited<ReturnType<typeof within>>) =>
    "rows" in seen ? seen.rows.map(({ id }) => id) : seen.code;

  test("shows a township no id but its own, whichever township is asked for [S1][S6]", async () => {
    const scope = { role: "scope_township", county: world.home.county.id, township: world.home.township.id };
    expect(ids(await within(scope, finding(world.home.canary)))).toContain(world.home.records["suggestion"]);
    for (const { canary, township } of [world.neighbour, world.abroad]) {
      for (const q of [canary, canary.slice(-2), canary.slice(-1)]) {
        for (const only of ["NULL", `'${township.id}'`]) {
          const seen = await within(scope, finding(q, only));
          const townships = "rows" in seen ? seen.rows.map((row) => row["township_id"]) : [seen];
          expect(townships.filter((id) => id !== world.home.township.id)).toEqual([]);
        }
      }
      expect(ids(await within(scope, finding(canary)))).toEqual([]);
    }
  });

  test("shows a county none of another county, and all of its own [S3]", async () => {
    const scope = { role: "scope_county", county: world.home.county.id, township: null };
    const { home, neighbour, abroad } = world;
    expect(ids(await within(scope, finding(neighbour.canary)))).toContain(neighbour.records["suggestion"]);
    expect(ids(await within(scope, finding(neighbour.canary, `'${home.township.id}'`)))).toEqual([]);
    expect(ids(await within(scope, finding(abroad.canary)))).toEqual([]);
    expect(ids(await within(scope, finding(abroad.canary, `'${abroad.township.id}'`)))).toEqual([]);
  });

  test("shows nothing where the settings name nobody, and is closed to every other scope [S16]", async () => {
    const { canary, county, township } = world.home;
    for (const role of ["scope_township", "scope_county"]) {
      expect(ids(await within({ role, county: null, township: null }, finding(canary)))).toEqual([]);
    }
    expect(
      ids(await within({ role: "scope_township", county: county.id, township: null }, finding(canary))),
    ).toEqual([]);
    for (const role of ["scope_accounts", "scope_auth", "scope_audit", "scope_link"]) {
      expect(
        ids(await within({ role, county: county.id, township: township.id }, finding(canary))),
        role,
      ).toBe("42501");
    }
    await expect(app.query(finding(canary))).rejects.toMatchObject({ code: "42501" });
    await expect(app.query("SET ROLE npc_search")).rejects.toMatchObject({ code: "42501" });
  });

  test("is read and written by no scope itself [S12]", async () => {
    for (const role of ["scope_township", "scope_county"]) {
      const scope = { role, county: world.home.county.id, township: world.home.township.id };
      for (const sql of [
        "SELECT words FROM search_entry",
        "UPDATE search_entry SET words = ''",
        "DELETE FROM search_entry",
        "SELECT app.grams(NULL, '', '')",
        "SELECT app.searchable('deputy', 'name')",
      ]) {
        expect(await within(scope, sql), sql).toEqual({ code: "42501" });
      }
    }
  });
});

describe("the audit", () => {
  test("is appended to and never changed by any scope [S75]", async () => {
    for (const role of ["scope_township", "scope_county", "scope_accounts", "scope_auth", "scope_audit"]) {
      const scope = { role, county: world.home.county.id, township: world.home.township.id };
      for (const sql of [
        "UPDATE audit_event SET summary = 'x'",
        "DELETE FROM audit_event",
        "TRUNCATE audit_event",
      ]) {
        expect(await within(scope, sql), `${role}: ${sql}`).toEqual({ code: "42501" });
      }
    }
  });

  test("an edit by somebody above all scopes breaks the chain visibly [S75]", async () => {
    const county = world.abroad.county.id;
    const intact = await within(
      { role: "scope_audit", county, township: null },
      "SELECT * FROM app.broken_audit_link()",
    );
    expect(intact).toMatchObject({ count: 0 });
    await admin.query("UPDATE audit_event SET summary = summary || '改' WHERE county_id = $1 AND seq = 2", [
      county,
    ]);
    const broken = await within(
      { role: "scope_audit", county, township: null },
      "SELECT * FROM app.broken_audit_link()",
    );
    expect(broken).toMatchObject({ rows: [{ broken_seq: "2" }] });
    await admin.query("UPDATE audit_event SET summary = left(summary, -1) WHERE county_id = $1 AND seq = 2", [
      county,
    ]);
  });
});
