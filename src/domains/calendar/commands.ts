import "server-only";
import { randomBytes } from "node:crypto";
import { tokenHash } from "@/server/auth/session";
import { withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";

/** A new address for one's own calendar; the one before ends with it. Shown now, and stored nowhere but as its hash. */
export function renewFeed(actor: Actor, countyId: string): Promise<{ token: string }> {
  return withAuthScope(
    async (scope) => {
      const token = randomBytes(32).toString("base64url");
      await scope.tx.$executeRaw`
        INSERT INTO calendar_feed (account_id, token_hash) VALUES (${actor.accountId}::uuid, ${tokenHash(token)})
        ON CONFLICT (account_id) DO UPDATE SET token_hash = excluded.token_hash, created_at = now()`;
      await scope.audit({
        action: "calendar.renewFeed",
        recordType: "calendarFeed",
        recordId: actor.accountId,
        summary: `${actor.name} 生成了自己的日历订阅地址`,
      });
      return { token };
    },
    { actor, countyId },
  );
}

/** Ends the address at once; ending none is no error. */
export async function stopFeed(actor: Actor, countyId: string): Promise<void> {
  await withAuthScope(
    async (scope) => {
      const ended = await scope.tx
        .$executeRaw`DELETE FROM calendar_feed WHERE account_id = ${actor.accountId}::uuid`;
      if (ended === 0) return;
      await scope.audit({
        action: "calendar.stopFeed",
        recordType: "calendarFeed",
        recordId: actor.accountId,
        summary: `${actor.name} 停用了自己的日历订阅地址`,
      });
    },
    { actor, countyId },
  );
}
