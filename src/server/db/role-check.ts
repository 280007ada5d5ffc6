import type { Client, Pool } from "pg";

type RoleFacts = { name: string; superuser: boolean; bypass: boolean; createrole: boolean; owns: number };

/**
 * Why this connection must not serve the application: row-level security does not bind a superuser, a
 * BYPASSRLS role or the tables' owner, and a role that makes roles can make itself one. Empty when it may.
 */
export async function roleProblems(client: Pick<Client | Pool, "query">): Promise<string[]> {
  const { rows } = await client.query<RoleFacts>(
    `SELECT r.rolname AS name, r.rolsuper AS superuser, r.rolbypassrls AS bypass, r.rolcreaterole AS createrole,
            (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm')) AS owns
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const role = rows[0];
  if (role === undefined) return ["数据库里查不到当前角色。"];
  const problems: string[] = [];
  if (role.superuser) problems.push(`角色 ${role.name} 是超级用户`);
  if (role.bypass) problems.push(`角色 ${role.name} 可绕过行级安全（BYPASSRLS）`);
  if (role.createrole) problems.push(`角色 ${role.name} 可创建角色（CREATEROLE）`);
  if (role.owns > 0) problems.push(`角色 ${role.name} 拥有 ${role.owns} 张表`);
  return problems;
}
