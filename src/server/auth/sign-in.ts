import "server-only";
import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { lockAfterFailures, lockMinutes } from "@/domains/accounts/rules";
import { type AuthScope, withAuthScope } from "@/server/db/scope";
import { absoluteSeconds } from "./config";
import { type Desk, lines } from "./password";
import { takeFrom } from "./rate-limit";
import { idleLimit, tokenHash } from "./session";

export type Attempt = { username: string; password: string; ip: string | null; userAgent: string | null };
export type SignIn = { accountId: string; token: string };
/** `merged` is told to nobody but who gave the right password. */
export type SignInRefusal = "wrong" | "tooMany" | "merged";

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

type Reserved = { id: string; passwordHash: string };

/**
 * Counts the attempt as a failure before anything is verified, so that attempts at once are as many as attempts one
 * after another; the right password takes the count back. Nothing for unknown, disabled and locked accounts. A lock
 * that ends later than a lock can was set before the clock was set back.
 */
async function reserve(scope: AuthScope, username: string): Promise<Reserved | null> {
  const [row] = await scope.tx.$queryRaw<Reserved[]>`
    UPDATE account SET
      failed_attempts = CASE WHEN failed_attempts + 1 >= ${lockAfterFailures} THEN 0 ELSE failed_attempts + 1 END,
      locked_until = CASE WHEN failed_attempts + 1 >= ${lockAfterFailures} THEN now() + make_interval(mins => ${lockMinutes}::int) END
    WHERE username = ${username} AND status = 'active'
      AND (locked_until IS NULL OR locked_until NOT BETWEEN now() AND now() + make_interval(mins => ${lockMinutes + 1}::int))
    RETURNING id, password_hash AS "passwordHash"`;
  return row ?? null;
}

/** A session an account had open and lost to a later sign-in. */
export type EndedSession = {
  openedAt: string;
  lastSeenAt: string;
  ip: string | null;
  userAgent: string | null;
};

/** Opens a session unless the password or the account was changed while the password was being verified. */
async function openSession(scope: AuthScope, account: Reserved, attempt: Attempt): Promise<string | null> {
  const still = await scope.tx.$executeRaw`
    UPDATE account SET failed_attempts = 0, locked_until = NULL, last_sign_in_at = now()
    WHERE id = ${account.id}::uuid AND status = 'active' AND password_hash = ${account.passwordHash}`;
  if (still !== 1) return null;
  const token = randomBytes(32).toString("base64url");
  const id = uuid();
  await scope.tx.$executeRaw`
    INSERT INTO account_session (id, token_hash, account_id, expires_at, ip, user_agent)
    VALUES (${id}::uuid, ${tokenHash(token)}, ${account.id}::uuid, now() + make_interval(secs => ${absoluteSeconds}),
      ${attempt.ip}, ${attempt.userAgent?.slice(0, 300) ?? null})`;
  await scope.tx.$executeRaw`
    UPDATE account_session SET ended_at = now(), end_reason = 'moreSessions', ended_by = ${id}::uuid
    WHERE account_id = ${account.id}::uuid AND ended_at IS NULL AND id NOT IN (
      SELECT id FROM account_session WHERE account_id = ${account.id}::uuid AND ended_at IS NULL
        AND expires_at > now() AND last_seen_at > now() - ${idleLimit}::interval
      ORDER BY (id = ${id}::uuid) DESC, created_at DESC, id DESC LIMIT ${sessionsPerAccount})`;
  return token;
}

/** Which sessions, still in use, this one had to end when it was opened: three may be open at a time [S31]. */
export function endedFor(scope: AuthScope, sessionId: string): Promise<EndedSession[]> {
  return scope.tx.$queryRaw<EndedSession[]>`
    SELECT to_json(created_at) #>> '{}' AS "openedAt", to_json(last_seen_at) #>> '{}' AS "lastSeenAt", ip, user_agent AS "userAgent" FROM account_session
    WHERE ended_by = ${sessionId}::uuid AND expires_at > ended_at AND last_seen_at > ended_at - ${idleLimit}::interval
    ORDER BY created_at`;
}

/** Whether the township an account works for was merged into another, or its county is closed: it opens no session any more. */
async function isOfClosed(scope: AuthScope, { id }: Reserved): Promise<boolean> {
  const closed = await scope.tx.$executeRaw`
    UPDATE account a SET failed_attempts = 0, locked_until = NULL FROM county c, township t
    WHERE a.id = ${id}::uuid AND c.id = a.county_id AND t.county_id = a.county_id AND t.id = a.township_id
      AND (c.status <> 'active' OR t.status <> 'active')`;
  return closed > 0;
}

const isRight = async (desk: Desk, account: Reserved | null, password: string): Promise<boolean> => {
  if (account !== null) return desk.verify(account.passwordHash, password);
  await desk.spendAsMuch(password);
  return false;
};

/** Whose name it is, whatever became of the account: for the log alone. */
const nameOf = (scope: AuthScope, username: string) =>
  scope.tx.account.findUnique({ where: { username }, select: { id: true } });

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
  return lines.signIn(async (desk) => {
    const account = await withAuthScope((scope) => reserve(scope, attempt.username));
    const right = await isRight(desk, account, attempt.password);
    return withAuthScope(async (scope) => {
      if (right && account !== null && (await isOfClosed(scope, account))) {
        await log(scope, "signInFailed", attempt, account.id);
        return "merged" as const;
      }
      const token = right && account !== null ? await openSession(scope, account, attempt) : null;
      if (token === null || account === null) {
        const named = account ?? (await nameOf(scope, attempt.username));
        await log(scope, "signInFailed", attempt, named?.id ?? null);
        return "wrong" as const;
      }
      await log(scope, "signedIn", attempt, account.id);
      return { accountId: account.id, token };
    });
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
