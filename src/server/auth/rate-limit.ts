import "server-only";
import { AppError } from "@/lib/errors";
import { type AuthScope, withAuthScope } from "@/server/db/scope";

/**
 * Takes one from the bucket; false when `limit` within `minutes` is used up. Counted before anything is verified [S32].
 * A window that lies ahead was begun before the clock was set back, and is begun anew.
 */
export async function takeFrom(
  scope: AuthScope,
  bucket: string,
  limit: number,
  minutes: number,
): Promise<boolean> {
  const [row] = await scope.tx.$queryRaw<{ used: number }[]>`
    INSERT INTO rate_limit AS r (bucket, window_start, used) VALUES (${bucket}, now(), 1)
    ON CONFLICT (bucket) DO UPDATE SET (used, window_start) = (
      SELECT CASE WHEN runs THEN least(r.used, 1000000) + 1 ELSE 1 END, CASE WHEN runs THEN r.window_start ELSE now() END
      FROM (SELECT r.window_start BETWEEN now() - make_interval(mins => ${minutes}::int) AND now() + interval '1 minute' AS runs) w)
    RETURNING used`;
  return row !== undefined && row.used <= limit;
}

type Limit = { limit: number; minutes: number; refusal: string };

const phones: Limit = {
  limit: 60,
  minutes: 15,
  refusal: "查看完整电话过于频繁。请 15 分钟后再查看。",
};

/** How often one account may do what shows or makes a secret: far more than anybody's work needs. */
const perAccount: Record<string, Limit> = {
  "deputies.revealPhone": phones,
  "opinions.revealPhone": phones,
  "petitions.revealPhone": phones,
  "accounts.create": { limit: 120, minutes: 15, refusal: "开设账号过于频繁。请 15 分钟后再开设。" },
  "accounts.resetPassword": { limit: 120, minutes: 15, refusal: "重置密码过于频繁。请 15 分钟后再重置。" },
  "accounts.createCountyAdmin": { limit: 60, minutes: 15, refusal: "开设账号过于频繁。请 15 分钟后再开设。" },
};

const takes = (bucket: string, { limit, minutes, refusal }: Limit) =>
  withAuthScope(async (scope) => {
    if (!(await takeFrom(scope, bucket, limit, minutes))) return refusal;
    return null;
  });

/** @throws TOO_MANY when this account has used up what `path` allows; most procedures have no such limit */
export async function expectWithinLimit(path: string, accountId: string): Promise<void> {
  const limit = perAccount[path];
  if (limit === undefined) return;
  const refusal = await takes(`${path}:${accountId}`, limit);
  if (refusal !== null) throw new AppError("TOO_MANY", refusal);
}

const ownPassword: Limit = {
  limit: 5,
  minutes: 15,
  refusal: "现在的密码已连续填错 5 次。请 15 分钟后再修改，或请账号管理员重置。",
};
const ownPasswordBucket = (accountId: string) => `ownPassword:${accountId}`;

/** One guess at the password of the account somebody is signed in with; a right one gives them all back. */
export async function takeOwnPasswordGuess(accountId: string): Promise<void> {
  const refusal = await takes(ownPasswordBucket(accountId), ownPassword);
  if (refusal !== null) throw new AppError("TOO_MANY", refusal);
}

export async function giveGuessesBack(scope: AuthScope, accountId: string): Promise<void> {
  await scope.tx.$executeRaw`DELETE FROM rate_limit WHERE bucket = ${ownPasswordBucket(accountId)}`;
}
