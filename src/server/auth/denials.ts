import "server-only";
import { v7 as uuid } from "uuid";
import type { AppError } from "@/lib/errors";
import { withAuthScope } from "@/server/db/scope";
import type { Context } from "@/server/trpc/init";

/** Writes a refusal down in a transaction of its own: the refused one is rolled back [S1][S74]. */
export async function recordDenial(ctx: Context, path: string, refusal: AppError): Promise<void> {
  const { session, ip } = ctx;
  if (session === null) return;
  await withAuthScope(async ({ tx }) => {
    await tx.accessLog.create({
      data: {
        id: uuid(),
        kind: "denied",
        accountId: session.accountId,
        username: session.username,
        countyId: session.countyId,
        townshipId: session.townshipId,
        ip,
        detail: { path, code: refusal.code },
      },
    });
  });
}
