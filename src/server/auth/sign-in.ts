import "server-only";
import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { lockAfterFailures, lockMinutes } from "@/domains/accounts/rules";
import { type AuthScope, withAuthScope } from "@/server/db/scope";
import { absoluteSeconds } from "./config";
import { spendAsMuch, verifyPassword } from "./password";
import { takeFrom } from "./rate-limit";
import { tokenHash } from "./session";

export type Attempt = { username: string; password: string; ip: string | null; userAgent: string | null };
export type SignIn = { accountId: string; token: string };
export type SignInRefusal = "wrong" | "tooMany";

const perAddressLimit = 60;
const perNameLimit = 20;
const sessionsPerAccount = 3;

const subnetOf = (ip: string): string => ip.split(/[.:]/).slice(0, 3).join(".");

async function withinLimits(scope: AuthScope, attempt: Attempt): Promise<boolean> {
  const ip = attempt.ip ?? "unknown";
  const byName = await takeFrom(scope, `name:${attempt.username.toLowerCase()}`, perNameLimit, 15);
  const byAddress = await takeFrom(scope, `ip:${ip}`, perAddressLimit, 15);
  const bySubnet = await takeFrom(scope, `net:${subnetOf(ip)}`, perAddressLimit * 5, 15);
  return byName && byAddress && bySubnet;
}

async function log(
  scope: AuthScope,
  kind: string,
  attempt: Attempt,
  accountId: string | null,
): Promise<void> {
  await scope.tx.accessLog.create({
    data: { id: uuid(), kind, accountId, username: attempt.username.slice(0, 100), ip: attempt.ip },
  });
}

async function countFailure(scope: AuthScope, accountId: string): Promise<void> {
  await scope.tx.$executeRaw`
    UPDATE account SET
      failed_attempts = CASE WHEN failed_attempts + 1 >= ${lockAfterFailures} THEN 0 ELSE failed_attempts + 1 END,
      locked_until = CASE WHEN failed_attempts + 1 >= ${lockAfterFailures}
        THEN now() + make_interval(mins => ${lockMinutes}) ELSE locked_until END
    WHERE id = ${accountId}::uuid`;
}

async function openSession(scope: AuthScope, accountId: string, attempt: Attempt): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await scope.tx.$executeRaw`
    INSERT INTO account_session (id, token_hash, account_id, expires_at, ip, user_agent)
    VALUES (${uuid()}::uuid, ${tokenHash(token)}, ${accountId}::uuid, now() + make_interval(secs => ${absoluteSeconds}),
      ${attempt.ip}, ${attempt.userAgent?.slice(0, 300) ?? null})`;
  await scope.tx.$executeRaw`
    UPDATE account_session SET ended_at = now(), end_reason = 'moreSessions'
    WHERE account_id = ${accountId}::uuid AND ended_at IS NULL AND id NOT IN (
      SELECT id FROM account_session WHERE account_id = ${accountId}::uuid AND ended_at IS NULL
      ORDER BY created_at DESC, id DESC LIMIT ${sessionsPerAccount})`;
  await scope.tx.$executeRaw`
    UPDATE account SET failed_attempts = 0, locked_until = NULL, last_sign_in_at = now() WHERE id = ${accountId}::uuid`;
  return token;
}

/**
 * Checks a name and password and opens a session. Wrong name, wrong password, disabled and locked accounts are told
 * apart neither by the answer nor by its duration [S34]; a lock ends by itself and leaves open sessions alone [S33].
 */
export async function signIn(attempt: Attempt): Promise<SignIn | SignInRefusal> {
  const limited = await withAuthScope(async (scope) => {
    if (await withinLimits(scope, attempt)) return false;
    await log(scope, "rateLimited", attempt, null);
    return true;
  });
  if (limited) return "tooMany";
  const account = await withAuthScope((scope) =>
    scope.tx.account.findUnique({ where: { username: attempt.username } }),
  );
  const open =
    account?.status === "active" &&
    (account.lockedUntil === null || account.lockedUntil.getTime() <= Date.now());
  if (!account || !open) await spendAsMuch(attempt.password);
  const right = account !== null && open && (await verifyPassword(account.passwordHash, attempt.password));
  return withAuthScope(async (scope) => {
    if (!right) {
      await log(scope, "signInFailed", attempt, account?.id ?? null);
      if (account && open) await countFailure(scope, account.id);
      return "wrong" as const;
    }
    await log(scope, "signedIn", attempt, account.id);
    return { accountId: account.id, token: await openSession(scope, account.id, attempt) };
  });
}

/** Ends the session a token belongs to; ending it twice is no error [S25]. */
export async function signOut(token: string): Promise<void> {
  await withAuthScope(async ({ tx }) => {
    await tx.$executeRaw`
      UPDATE account_session SET ended_at = now(), end_reason = 'signedOut'
      WHERE token_hash = ${tokenHash(token)} AND ended_at IS NULL`;
  });
}
