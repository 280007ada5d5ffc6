import "server-only";
import { randomBytes } from "node:crypto";
import { v7 as uuid } from "uuid";
import { type Day, dayOf } from "@/lib/dates";
import { AppError } from "@/lib/errors";
import { type AuthScope, withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { takeFrom } from "./rate-limit";
import { tokenHash } from "./session";

/** Says what it is, so that a scanner for secrets finds it where it should not lie. */
const prefix = "rda_";
/** The scheme is written in any case (RFC 9110), the token as it was issued. */
const pattern = /^bearer +(rda_[\w-]{43})$/i;

/** 256 random bits: nobody guesses one, and its hash needs no salt. @property end its last signs, to tell two apart */
export function newExportToken(): { secret: string; hash: Buffer; end: string } {
  const secret = `${prefix}${randomBytes(32).toString("base64url")}`;
  return { secret, hash: tokenHash(secret), end: secret.slice(-4) };
}

export type TokenHolder = { actor: Actor; countyId: string; scopes: string[] };

type Row = {
  id: string;
  name: string;
  countyId: string;
  scopes: string[];
  expiresOn: Day;
  revokedOn: Date | null;
  countyStatus: string;
};

const perAddress = { limit: 1_200, minutes: 15 };
const perToken = { limit: 600, minutes: 15 };

const unknown = new AppError(
  "UNAUTHORIZED",
  "请求没有带有效的令牌。请在请求头里写 Authorization: Bearer 加令牌；没有令牌的，请向县人大常委会申请。",
);
const tooMany = new AppError(
  "TOO_MANY",
  "读取过于频繁，15 分钟内最多 600 次。请过 15 分钟再读，或一次多读几行。",
);

/** Why whoever shows the right token is told that it no longer reads: nobody else gets this far. */
function refusalOf({ name, expiresOn, revokedOn, countyStatus }: Row, today: Day): AppError | null {
  const renew = "请向县人大常委会申请新的令牌。";
  if (revokedOn !== null)
    return new AppError("UNAUTHORIZED", `令牌「${name}」已于 ${dayOf(revokedOn)} 停用。${renew}`);
  if (expiresOn < today)
    return new AppError("UNAUTHORIZED", `令牌「${name}」已于 ${expiresOn} 到期。${renew}`);
  return countyStatus === "active"
    ? null
    : new AppError("FORBIDDEN", "本县已停用本系统，数据接口不再提供数据。");
}

const rowOf = async ({ tx }: AuthScope, secret: string): Promise<Row | undefined> => {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT t.id, t.name, t.county_id AS "countyId", t.scopes, t.expires_on::text AS "expiresOn",
      t.revoked_at AS "revokedOn", c.status AS "countyStatus"
    FROM export_token t JOIN county c ON c.id = t.county_id WHERE t.token_hash = ${tokenHash(secret)}`;
  return row;
};

async function writeDown({ tx }: AuthScope, ip: string | null, code: string): Promise<void> {
  const detail = { path: "exports.api", code };
  await tx.accessLog.create({ data: { id: uuid(), kind: "denied", ip, detail } });
}

async function countUse({ tx }: AuthScope, { id, countyId }: Row, today: Day): Promise<void> {
  await tx.$executeRaw`
    UPDATE export_token SET uses = uses + 1, last_used_on = ${today}::date WHERE county_id = ${countyId}::uuid AND id = ${id}::uuid`;
}

async function lookUp(scope: AuthScope, header: string, ip: string | null): Promise<Row | AppError> {
  if (!(await takeFrom(scope, `export:ip:${ip ?? "unknown"}`, perAddress.limit, perAddress.minutes)))
    return tooMany;
  const today = dayOf(scope.now);
  const secret = pattern.exec(header)?.[1];
  const row = secret === undefined ? undefined : await rowOf(scope, secret);
  const refusal = row === undefined ? unknown : refusalOf(row, today);
  if (row === undefined || refusal !== null) {
    await writeDown(scope, ip, refusal?.code ?? unknown.code);
    return refusal ?? unknown;
  }
  if (!(await takeFrom(scope, `export:${row.id}`, perToken.limit, perToken.minutes))) return tooMany;
  await countUse(scope, row, today);
  return row;
}

/**
 * Whose token a request shows, as it stands at this moment, its use counted. Counted before anything is looked up [S32];
 * found by the hash alone, so that no comparison tells how much of a guess was right.
 * @param header the whole Authorization header
 * @throws UNAUTHORIZED, FORBIDDEN for a county that was suspended, TOO_MANY
 */
export async function holderOfExportToken(
  header: string | null,
  ip: string | null,
  requestId: string,
): Promise<TokenHolder> {
  const found = await withAuthScope((scope) => lookUp(scope, header ?? "", ip));
  if (found instanceof AppError) throw found;
  const { id, name, countyId, scopes } = found;
  return {
    actor: { accountId: id, name, role: "exportToken", ip, requestId },
    countyId,
    scopes,
  };
}
