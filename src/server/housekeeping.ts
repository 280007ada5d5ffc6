import "server-only";
import { Client } from "pg";
import { type Day, dayOf } from "@/lib/dates";
import { brokenChainText, checkAuditChains } from "@/server/audit/verify";
import { withAuthScope } from "@/server/db/scope";

const hour = 60 * 60_000;

/** Clears what has served its time: kept answers, sign-ins long ended, counters of attempts. */
export async function removeExpired(): Promise<void> {
  await withAuthScope(async ({ tx }) => {
    // The policy lets this scope reach keys older than a day and no others.
    await tx.$executeRaw`DELETE FROM idempotency_key`;
    await tx.$executeRaw`DELETE FROM account_session WHERE least(ended_at, expires_at) < now() - interval '30 days'`;
    await tx.$executeRaw`DELETE FROM rate_limit WHERE window_start < now() - interval '1 day'`;
  });
}

async function reportBrokenChains(connectionString: string): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  const checks = await checkAuditChains(client).finally(() => client.end());
  for (const check of checks.filter(({ brokenAt }) => brokenAt !== null))
    process.stderr.write(`【严重】${brokenChainText(check)}。请立即保全数据库和备份，并报告管理员。\n`);
}

/** Clears every hour, and checks the audit once a day: at the first round of the day in Shanghai. */
export function keepHouse(connectionString: string): void {
  let checkedOn: Day | null = null;
  async function round(): Promise<void> {
    await removeExpired();
    const today = dayOf(new Date());
    if (checkedOn === today) return;
    await reportBrokenChains(connectionString);
    checkedOn = today;
  }
  const safely = (): void =>
    void round().catch((error: unknown) => {
      process.stderr.write(`例行清理没有完成，一小时后再试：${String(error)}\n`);
    });
  setInterval(safely, hour).unref();
  safely();
}
