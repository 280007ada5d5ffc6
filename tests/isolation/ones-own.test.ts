import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createCounty, type TestCounty, type TestTownship } from "../support/tenants";

/** What a statement injected behind all of our code could do with what is one person's own: nothing, in a colleague's scope. */
const app = new Client({ connectionString: inject("appUrl") });
const admin = new Client({ connectionString: inject("adminUrl") });
let county: TestCounty;
let home: TestTownship;

beforeAll(async () => {
  await app.connect();
  await admin.connect();
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});
afterAll(async () => {
  await app.end();
  await admin.end();
});

type Scope = { role: string; county: string; township: string; account?: string };

/** Runs a statement inside a scope and always rolls back. */
async function within(scope: Scope, sql: string) {
  await app.query("BEGIN");
  try {
    const { role, county: tenant, township, account = null } = scope;
    await app.query("SELECT app.begin_scope($1, $2, $3, false, $4)", [role, tenant, township, account]);
    const { rows, rowCount } = await app.query<Record<string, unknown>>(sql);
    return { rows, count: rowCount ?? 0 };
  } catch (error) {
    return { code: (error as { code: string }).code };
  } finally {
    await app.query("ROLLBACK");
  }
}

describe("what belongs to one person", () => {
  const [me, mate] = [randomUUID(), randomUUID()];
  const at = () => ({ county: county.id, township: home.id });
  const values = () => `'${county.id}', '${me}'`;

  beforeAll(async () => {
    await admin.query(`
      INSERT INTO notification_mark (county_id, account_id, key) VALUES (${values()}, 'mine');
      INSERT INTO notification_mark (county_id, account_id, key, opened_at) VALUES (${values()}, 'old', now() - interval '401 days');
      INSERT INTO notification_setting (county_id, account_id, quiet_from, quiet_until, quiet_days_off) VALUES (${values()}, 1, 2, true);
      INSERT INTO idempotency_key (county_id, account_id, id, township_id, key, procedure, request_hash, response)
        VALUES (${values()}, '${randomUUID()}', '${home.id}', '${randomUUID()}', 'x', 'x', '{}');
      INSERT INTO saved_comparison (county_id, owner_id, id, name, choice, shared, owner_name) VALUES (${values()}, '${randomUUID()}', 'own', '{}', false, 'x');
      INSERT INTO saved_comparison (county_id, owner_id, id, name, choice, shared, owner_name) VALUES (${values()}, '${randomUUID()}', 'all', '{}', true, 'x')`);
  });

  const owners: Record<string, string> = {
    ...{ notification_mark: "account_id", notification_setting: "account_id" },
    ...{ idempotency_key: "account_id", saved_comparison: "owner_id" },
  };
  const seen = async (role: string, table: string, account?: string) => {
    const scope = { role, ...at(), ...(account === undefined ? {} : { account }) };
    const own = owners[table] ?? "";
    const kept = table === "saved_comparison" ? " AND NOT shared" : "";
    const found = await within(scope, `SELECT 1 FROM ${table} WHERE ${own} = '${me}'${kept}`);
    return "count" in found ? found.count : found.code;
  };

  test("is read by that person and by nobody who works beside, in whatever statement [S1]", async () => {
    for (const table of Object.keys(owners))
      for (const role of ["scope_township", "scope_county"]) {
        const closed = role === "scope_township" && table === "saved_comparison" ? "42501" : 0;
        expect(await seen(role, table, mate), `${role} ${table}`).toBe(closed);
        // A scope that says nobody's name is nobody's.
        expect(await seen(role, table), `${role} ${table}`).toBe(closed);
        expect(await seen(role, table, me), `${role} ${table}`).not.toBe(0);
      }
    expect(await seen("scope_auth", "notification_mark", mate)).toBe(0);
    expect(await seen("scope_auth", "notification_mark", me)).toBe(2);
    expect(await seen("scope_auth", "notification_setting", mate)).toBe(0);
  });

  test("is written and taken away by that person alone; the hourly clearing sees what has served its time [S2]", async () => {
    const as = (role: string, account?: string) => ({ role, ...at(), ...(account ? { account } : {}) });
    const mark = `INSERT INTO notification_mark (county_id, account_id, key) VALUES (${values()}, 'forged')`;
    expect(await within(as("scope_auth", mate), mark)).toEqual({ code: "42501" });
    expect(await within(as("scope_auth", me), mark)).toMatchObject({ count: 1 });
    for (const change of [
      "UPDATE notification_mark SET dismissed_at = now() WHERE key = 'mine'",
      "DELETE FROM notification_mark WHERE key = 'mine'",
      "UPDATE notification_setting SET quiet_from = 3",
    ]) {
      const others = await within(as("scope_auth", mate), change);
      expect(others, change).toMatchObject({ count: 0 });
    }
    const named = await within(as("scope_county", mate), "UPDATE saved_comparison SET name = 'stolen'");
    expect(named).toMatchObject({ count: 0 });
    const forged = `INSERT INTO saved_comparison (county_id, owner_id, id, name, choice, shared, owner_name)
      VALUES (${values()}, '${randomUUID()}', 'forged', '{}', false, 'x')`;
    expect(await within(as("scope_county", mate), forged)).toEqual({ code: "42501" });
    const cleared = await within(
      as("scope_auth"),
      `DELETE FROM notification_mark WHERE account_id = '${me}' RETURNING key`,
    );
    expect(cleared).toMatchObject({ rows: [{ key: "old" }] });
  });

  test("what is shared is read by all of the county, and changed by its owner [S2]", async () => {
    const found = (account: string) =>
      within(
        { role: "scope_county", ...at(), account },
        `SELECT name FROM saved_comparison WHERE owner_id = '${me}' ORDER BY name`,
      );
    expect(await found(mate)).toMatchObject({ rows: [{ name: "all" }] });
    expect(await found(me)).toMatchObject({ rows: [{ name: "all" }, { name: "own" }] });
  });
});
