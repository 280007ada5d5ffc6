import "server-only";
import { type Day, dayOf } from "@/lib/dates";
import { brokenChainText, checkAuditChains } from "@/server/audit/verify";
import { connectApart } from "@/server/db/connection";
import { type AuthScope, withAuthScope } from "@/server/db/scope";
import { logFault } from "@/server/http/faults";

const hour = 60 * 60_000;
const auditPatience = 11 * 60_000;

const countiesOf = ({ tx }: AuthScope) => tx.county.findMany({ select: { id: true } });

/** What is done of each county at every round; one that fails keeps the others from nothing. */
export type CountyWork = (countyId: string) => Promise<unknown>;

const failed = (error: unknown): void =>
  logFault({ layer: "job", route: "housekeeping", error, advice: "例行工作没有完成，一小时后再试。" });

/** Clears what has served its time: kept answers, marks of notifications, sign-ins long ended, counters of attempts. */
export async function removeExpired(): Promise<void> {
  for (const { id } of await withAuthScope(countiesOf, { readOnly: true }))
    await withAuthScope(
      async ({ tx }) => {
        await tx.$executeRaw`
          DELETE FROM idempotency_key WHERE county_id = ${id}::uuid AND created_at < now() - interval '24 hours'`;
        // As long as its matter is asked for: `ownOf` of the notifications.
        await tx.$executeRaw`
          DELETE FROM notification_mark WHERE county_id = ${id}::uuid AND opened_at < now() - interval '400 days'`;
      },
      { countyId: id },
    );
  await withAuthScope(async ({ tx }) => {
    await tx.$executeRaw`DELETE FROM account_session WHERE least(ended_at, expires_at) < now() - interval '30 days'`;
    await tx.$executeRaw`
      DELETE FROM rate_limit WHERE NOT window_start BETWEEN now() - interval '1 day' AND now() + interval '1 day'`;
  });
}

async function reportBrokenChains(connectionString: string): Promise<void> {
  // The whole book of a county is read, each in one statement.
  const client = await connectApart(connectionString, auditPatience);
  const checks = await checkAuditChains(client).finally(() => client.end());
  for (const check of checks.filter(({ brokenAt }) => brokenAt !== null))
    logFault({
      layer: "job",
      route: "audit-chain",
      advice: `【严重】${brokenChainText(check)}。请立即保全数据库和备份，并报告管理员。`,
    });
}

/**
 * Clears now and every hour, and checks the audit once a day: at the first round of the day in Shanghai.
 * @param forCounty done every hour of one county after another, so that it is never more than one reader's work
 */
export function keepHouse(connectionString: string, forCounty: CountyWork): void {
  let checkedOn: Day | null = null;
  async function round(): Promise<void> {
    await removeExpired();
    const today = dayOf(new Date());
    if (checkedOn === today) return;
    await reportBrokenChains(connectionString);
    checkedOn = today;
  }
  async function hourly(): Promise<void> {
    await round();
    for (const { id } of await withAuthScope(countiesOf, { readOnly: true }))
      await forCounty(id).catch(failed);
  }
  setInterval(() => void hourly().catch(failed), hour).unref();
  void round().catch(failed);
}
