import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, inject, it } from "vitest";
import { checkTenancy } from "@/server/db/tenancy-check";

const admin = new Client({ connectionString: inject("adminUrl") });
beforeAll(() => admin.connect());
afterAll(() => admin.end());

describe("[S21] the catalogue keeps the tenancy rules", () => {
  it("finds nothing in the migrated database", async () => {
    expect(await checkTenancy(admin)).toEqual([]);
  });
});

describe("[S21] a table or function that breaks a rule is found", () => {
  beforeEach(() => admin.query("BEGIN"));
  afterEach(() => admin.query("ROLLBACK"));

  const problemsAfter = async (sql: string): Promise<string> => {
    await admin.query(`SET LOCAL ROLE npc_owner; ${sql}; RESET ROLE`);
    return (await checkTenancy(admin)).map(({ object, problem }) => `${object}: ${problem}`).join("\n");
  };

  it.each([
    ["a table without a tenant", "CREATE TABLE stray (id uuid PRIMARY KEY)", "stray: county_id is missing"],
    ["a nullable county", "CREATE TABLE stray (county_id uuid)", "stray: county_id is missing or nullable"],
    ["a nullable township", "CREATE TABLE stray (county_id uuid NOT NULL, township_id uuid)", "nullable"],
    ["no row-level security", "ALTER TABLE deputy NO FORCE ROW LEVEL SECURITY", "deputy: row-level security"],
    ["no policy", "DROP POLICY own_township ON term; DROP POLICY own_county ON term", "term: has no policy"],
    [
      "a policy for everybody",
      "CREATE POLICY all_of_them ON deputy USING (true)",
      "all_of_them names no role",
    ],
    ["a key without the county", "CREATE UNIQUE INDEX k ON deputy (id)", "key k does not begin"],
    ["a key without the township", "CREATE UNIQUE INDEX k ON deputy (county_id, id)", "key k does not begin"],
    [
      "a reference past the township",
      "CREATE TABLE stray (county_id uuid NOT NULL, township_id uuid NOT NULL, d uuid, e uuid, FOREIGN KEY (county_id, d, e) REFERENCES deputy (county_id, township_id, id))",
      "reference stray_county_id_d_e_fkey does not begin",
    ],
    [
      "a reference that cascades",
      "CREATE TABLE stray (county_id uuid NOT NULL REFERENCES county (id) ON DELETE CASCADE)",
      "changes other rows",
    ],
    [
      "a view of its owner",
      "CREATE VIEW peek AS SELECT * FROM deputy",
      "peek: view without security_invoker",
    ],
    ["a materialized view", "CREATE MATERIALIZED VIEW peek AS SELECT 1 AS one", "peek: materialized views"],
    [
      "a definer function open to all",
      "CREATE FUNCTION app.leak() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
      "everybody may execute",
    ],
    [
      "a scope that reads all that is searched",
      "RESET ROLE; GRANT npc_search TO scope_county",
      "scope_county: may take the role that reads all",
    ],
    [
      "records open to the searching role",
      "GRANT SELECT ON deputy TO npc_search",
      "deputy: granted to npc_search: SELECT",
    ],
    [
      "what is one person's, open to whoever works beside that person",
      "CREATE POLICY all_marks ON notification_mark FOR SELECT TO scope_county USING (true)",
      "notification_mark: rows of one person are open to scope_county",
    ],
    [
      "a new table of one person's without a policy that asks who",
      "CREATE TABLE stray (county_id uuid NOT NULL, account_id uuid NOT NULL, PRIMARY KEY (county_id, account_id)); SELECT app.guard_county_table('stray')",
      "stray: rows of one person are open to scope_township",
    ],
    ["a grant to everybody", "GRANT SELECT ON deputy TO PUBLIC", "deputy: granted to everybody: SELECT"],
    ["a right to truncate", "GRANT TRUNCATE ON deputy TO scope_township", "deputy: TRUNCATE granted to"],
  ])("%s", async (_name, sql, problem) => {
    expect(await problemsAfter(sql)).toContain(problem);
  });
});
