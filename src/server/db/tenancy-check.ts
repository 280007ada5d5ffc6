import type { Client, Pool } from "pg";

export type Finding = { object: string; problem: string };
type Queryable = Pick<Client | Pool, "query">;

/** Tables that differ from the rule on purpose; everything else must obey it. */
export const EXCEPTIONS: Record<string, { reason: string; allows: Allowance[] }> = {
  county: { reason: "the tenant itself: its id is the county", allows: ["county", "keys"] },
  township: { reason: "the tenant itself: its id is the township", allows: ["keys"] },
  account: {
    reason: "a login name is one for all counties; only the sign-in and account scopes read it",
    allows: ["county", "township", "keys"],
  },
  account_session: { reason: "belongs to an account and is found by its token", allows: ["county", "keys"] },
  calendar_feed: { reason: "belongs to an account and is found by its token", allows: ["county", "keys"] },
  export_token: { reason: "is found by its hash before its county is known", allows: ["keys"] },
  rate_limit: { reason: "counts attempts before anybody is known", allows: ["county", "keys"] },
  access_log: { reason: "records attempts of unknown people too", allows: ["county", "township", "keys"] },
  audit_event: {
    reason: "also records the county's own acts, without a township",
    allows: ["township", "keys"],
  },
  idempotency_key: {
    reason: "belongs to an account, of a township or of the county",
    allows: ["township", "keys"],
  },
  township_contact: { reason: "says who looks after a township, for all of the county", allows: ["person"] },
  review_opinion: {
    reason: "two reviewers' words are laid beside each other once both are handed in (ADR 17)",
    allows: ["person"],
  },
  _prisma_migrations: {
    reason: "the migration engine's own ledger, no tenant's data",
    allows: ["county", "keys", "policies"],
  },
};
type Allowance = "county" | "township" | "keys" | "policies" | "person";

const TABLES = "c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace";

/** Each query returns (object, problem) rows; `allowance` names what an exception may excuse. */
const CHECKS: { allowance?: Allowance; sql: string }[] = [
  {
    allowance: "county",
    sql: `SELECT c.relname AS object, 'county_id is missing or nullable' AS problem FROM pg_class c
      WHERE ${TABLES} AND NOT EXISTS (SELECT FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attname = 'county_id' AND a.attnotnull AND NOT a.attisdropped)`,
  },
  {
    allowance: "township",
    sql: `SELECT c.relname AS object, 'township_id is nullable' AS problem
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'township_id' AND NOT a.attisdropped
      WHERE ${TABLES} AND NOT a.attnotnull`,
  },
  {
    allowance: "policies",
    sql: `SELECT c.relname AS object, 'row-level security is not enabled and forced' AS problem FROM pg_class c
      WHERE ${TABLES} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`,
  },
  {
    allowance: "policies",
    sql: `SELECT c.relname AS object, 'has no policy' AS problem FROM pg_class c
      WHERE ${TABLES} AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid)`,
  },
  {
    sql: `SELECT c.relname AS object, 'policy ' || p.polname || ' names no role' AS problem
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE ${TABLES} AND 0 = ANY (p.polroles)`,
  },
  {
    sql: `SELECT c.relname AS object, 'policy ' || p.polname || ' lets rows be written without WITH CHECK' AS problem
      FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
      WHERE ${TABLES} AND p.polcmd IN ('*', 'a', 'w') AND p.polwithcheck IS NULL`,
  },
  {
    // A key that holds an account says that a row is one person's: whoever works beside that person reads none of it.
    allowance: "person",
    sql: `SELECT c.relname AS object, 'rows of one person are open to ' || role AS problem
      FROM pg_class c, unnest(ARRAY['scope_township', 'scope_county', 'scope_accounts', 'scope_link']) role
      WHERE ${TABLES} AND has_any_column_privilege(role, c.oid, 'SELECT')
        AND EXISTS (SELECT FROM pg_index x JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (x.indkey::int2[])
          WHERE x.indrelid = c.oid AND x.indisunique AND a.attname IN ('account_id', 'owner_id'))
        AND EXISTS (SELECT FROM pg_policy p WHERE ${reading("p")} AND p.polpermissive AND NOT ${asksWho("p")})
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE ${reading("p")} AND NOT p.polpermissive AND ${asksWho("p")})`,
  },
  {
    allowance: "keys",
    sql: `SELECT c.relname AS object, 'key ' || i.relname || ' does not begin with the tenant columns' AS problem
      FROM pg_index x JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
      WHERE ${TABLES} AND x.indisunique AND ((x.indkey::int2[])[0] IS DISTINCT FROM ${column("c.oid", "county_id")}
        OR (x.indkey::int2[])[1] IS DISTINCT FROM coalesce(${column("c.oid", "township_id")}, (x.indkey::int2[])[1]))`,
  },
  {
    allowance: "keys",
    sql: `SELECT c.relname AS object, 'reference ' || k.conname || ' does not begin with the tenant columns' AS problem
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE ${TABLES} AND k.contype = 'f' AND (k.conkey[1] IS DISTINCT FROM ${column("c.oid", "county_id")}
        OR ${column("k.confrelid", "township_id")} IS NOT NULL AND k.conkey[2] IS DISTINCT FROM ${column("c.oid", "township_id")})`,
  },
  {
    sql: `SELECT c.relname AS object, 'reference ' || k.conname || ' changes other rows on delete or update' AS problem
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE ${TABLES} AND k.contype = 'f' AND (k.confdeltype NOT IN ('a', 'r') OR k.confupdtype NOT IN ('a', 'r'))`,
  },
  {
    sql: `SELECT c.relname AS object, 'view without security_invoker' AS problem FROM pg_class c
      WHERE c.relkind = 'v' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'app'))
        AND NOT coalesce(c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false)`,
  },
  {
    sql: `SELECT c.relname AS object, 'materialized views know no row-level security' AS problem FROM pg_class c
      WHERE c.relkind = 'm' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'app'))`,
  },
  {
    sql: `SELECT p.oid::regprocedure::text AS object, 'security definer without a fixed search_path' AS problem
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND NOT EXISTS (SELECT FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%')`,
  },
  {
    sql: `SELECT p.oid::regprocedure::text AS object, 'security definer that everybody may execute' AS problem
      FROM pg_proc p WHERE p.prosecdef AND p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
          WHERE g.grantee = 0 AND g.privilege_type = 'EXECUTE')`,
  },
  {
    sql: `SELECT c.relname AS object, 'granted to everybody: ' || g.privilege_type AS problem
      FROM pg_class c, aclexplode(c.relacl) g
      WHERE c.relnamespace = 'public'::regnamespace AND g.grantee = 0`,
  },
  {
    sql: `SELECT c.relname AS object, g.privilege_type || ' granted to ' || g.grantee::regrole AS problem
      FROM pg_class c, aclexplode(c.relacl) g
      WHERE ${TABLES} AND g.privilege_type = 'TRUNCATE' AND g.grantee <> c.relowner`,
  },
  {
    sql: `SELECT r.rolname AS object, 'an application role must not bypass or administer' AS problem FROM pg_roles r
      WHERE r.rolname ~ '^(npc_|scope_)' AND (r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolcreatedb)`,
  },
  {
    sql: `SELECT r.rolname AS object, 'the login role inherits rights instead of taking a scope' AS problem
      FROM pg_roles r WHERE r.rolname ~ '^npc_app_' AND r.rolinherit`,
  },
  {
    sql: `SELECT r.rolname AS object, 'may take the role that reads all that is searched' AS problem FROM pg_roles r
      WHERE r.rolname ~ '^(npc_app_|scope_)' AND pg_has_role(r.oid, 'npc_search', 'MEMBER')`,
  },
  {
    sql: `SELECT c.relname AS object, 'granted to npc_search: ' || g.privilege_type AS problem FROM pg_class c, aclexplode(c.relacl) g
      WHERE ${TABLES} AND c.relname <> 'search_entry' AND g.grantee = 'npc_search'::regrole`,
  },
  {
    sql: `SELECT c.relname AS object, 'owned by ' || c.relowner::regrole || ', not by npc_owner' AS problem
      FROM pg_class c WHERE ${TABLES} AND c.relowner <> 'npc_owner'::regrole`,
  },
  {
    sql: `SELECT c.relname AS object, 'the login role has a grant of its own: ' || g.privilege_type AS problem
      FROM pg_class c, aclexplode(c.relacl) g
      WHERE ${TABLES} AND g.grantee <> 0 AND g.grantee::regrole::text ~ '^npc_app_'`,
  },
  {
    sql: `SELECT n.nspname AS object, r.rolname || ' may create objects' AS problem FROM pg_namespace n, pg_roles r
      WHERE n.nspname IN ('public', 'app') AND r.rolname ~ '^(npc_app_|scope_)' AND has_schema_privilege(r.oid, n.oid, 'CREATE')`,
  },
];

/** Whether a policy decides what `role` reads of the table `c`. */
function reading(policy: string): string {
  return `${policy}.polrelid = c.oid AND ${policy}.polcmd IN ('r', '*') AND role::regrole = ANY (${policy}.polroles)`;
}

function asksWho(policy: string): string {
  return `coalesce(pg_get_expr(${policy}.polqual, ${policy}.polrelid) LIKE '%app.account_id%', false)`;
}

/** The number of a table's column, or null where it has none: keys list columns by number. */
function column(table: string, name: string): string {
  return `(SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = ${table} AND a.attname = '${name}' AND NOT a.attisdropped)`;
}

/** Reads the catalogue of a migrated database; no finding means that it keeps docs/adr/0002 [S21]. */
export async function checkTenancy(client: Queryable): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { allowance, sql } of CHECKS) {
    const { rows } = await client.query<Finding>(sql);
    const excused = (row: Finding) =>
      allowance !== undefined && EXCEPTIONS[row.object]?.allows.includes(allowance) === true;
    findings.push(...rows.filter((row) => !excused(row)));
  }
  return findings;
}
