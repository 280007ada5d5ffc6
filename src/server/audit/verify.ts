import "server-only";
import type { Client } from "pg";

/** A county's chain, and the number of the first entry that was changed, removed or put in; null when all hold. */
export type ChainCheck = { county: string; brokenAt: string | null };

/** Far more than a request may take: the whole book of a county is read. */
const timeLimit = "10min";

async function inScope<Row extends object>(
  client: Client,
  scope: { role: "scope_auth" | "scope_audit"; countyId: string | null },
  sql: string,
): Promise<Row[]> {
  await client.query("BEGIN");
  try {
    await client.query("SELECT app.begin_scope($1, $2, NULL, true)", [scope.role, scope.countyId]);
    await client.query(`SET LOCAL statement_timeout = '${timeLimit}'`);
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Reckons every county's chain of audit entries anew. @param client connected as the application's login role */
export async function checkAuditChains(client: Client): Promise<ChainCheck[]> {
  const directory = { role: "scope_auth", countyId: null } as const;
  const counties = await inScope<{ id: string; name: string }>(
    client,
    directory,
    "SELECT id, name FROM county ORDER BY code",
  );
  const checks: ChainCheck[] = [];
  for (const { id, name } of counties) {
    const book = { role: "scope_audit", countyId: id } as const;
    const [broken] = await inScope<{ at: string }>(
      client,
      book,
      "SELECT broken_seq::text AS at FROM app.broken_audit_link()",
    );
    checks.push({ county: name, brokenAt: broken?.at ?? null });
  }
  return checks;
}

/** What to tell the operator of a chain that does not hold [S75]. */
export const brokenChainText = ({ county, brokenAt }: ChainCheck): string =>
  `${county}的操作日志第 ${brokenAt ?? "—"} 条起校验不符，可能有人绕过系统改过数据库`;
