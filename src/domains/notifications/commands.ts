import "server-only";
import { difference } from "@/server/audit/difference";
import { withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import type { MarkInput, QuietInput } from "./schema";

/**
 * Seen, or put away, for oneself. It says nothing of any record, so no history tells of it; a key that names nothing does
 * nothing, and the same one twice is one.
 */
export function markNotifications(
  actor: Actor,
  countyId: string,
  { keys, dismiss }: MarkInput,
): Promise<{ marked: number }> {
  return withAuthScope(
    async ({ tx, now }) => {
      const marked = await tx.$executeRaw`
        INSERT INTO notification_mark (county_id, account_id, key, opened_at, dismissed_at)
        SELECT ${countyId}::uuid, ${actor.accountId}::uuid, k, ${now}, CASE WHEN ${dismiss} THEN ${now}::timestamptz END
        FROM unnest(${[...new Set(keys)]}::text[]) k
        ON CONFLICT (county_id, account_id, key) DO UPDATE
          SET dismissed_at = coalesce(notification_mark.dismissed_at, excluded.dismissed_at)`;
      return { marked };
    },
    { actor, countyId },
  );
}

/** When somebody wants to hear of nothing new. */
export function setQuiet(actor: Actor, countyId: string, quiet: QuietInput): Promise<QuietInput> {
  return withAuthScope(
    async (scope) => {
      const { quietFrom, quietUntil, quietDaysOff } = quiet;
      await scope.tx.$executeRaw`
        INSERT INTO notification_setting (county_id, account_id, quiet_from, quiet_until, quiet_days_off)
        VALUES (${countyId}::uuid, ${actor.accountId}::uuid, ${quietFrom}, ${quietUntil}, ${quietDaysOff})
        ON CONFLICT (county_id, account_id) DO UPDATE
          SET quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, quiet_days_off = excluded.quiet_days_off`;
      await scope.audit({
        ...{ action: "notifications.setQuiet", recordType: "notificationSetting", recordId: actor.accountId },
        summary: `${actor.name} 设置了自己的免打扰时间`,
        detail: difference(null, quiet),
      });
      return quiet;
    },
    { actor, countyId },
  );
}
