import "server-only";
import { v7 as uuid } from "uuid";
import { AppError } from "@/lib/errors";
import { isRole } from "@/lib/roles";
import { type AuthScope, withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { may } from "./permissions";
import { takeFrom } from "./rate-limit";
import { tokenHash } from "./session";

/** Whose calendar an address opens, as the account stands now. */
export type FeedHolder = {
  actor: Actor;
  countyId: string;
  /** null for the county's own people, who read all its townships */
  townshipId: string | null;
  tenantName: string;
};

type Row = {
  accountId: string;
  name: string;
  role: string;
  countyId: string;
  townshipId: string | null;
  tenantName: string;
};

/** A whole office may share an address of the net, and its telephones ask every few hours. */
const perAddress = { limit: 300, minutes: 15 };
const perFeed = { limit: 30, minutes: 15 };
const tokens = /^[\w-]{43}$/;

/** The rules of a session hold here too: an account that is active, its tenant too, and a password no newer than this. */
async function holderIn(scope: AuthScope, token: string): Promise<Row | null> {
  if (!tokens.test(token)) return null;
  const [row] = await scope.tx.$queryRaw<Row[]>`
    SELECT a.id AS "accountId", a.display_name AS name, a.role, c.id AS "countyId", t.id AS "townshipId",
      coalesce(t.name, c.name) AS "tenantName"
    FROM calendar_feed f
    JOIN account a ON a.id = f.account_id
    JOIN county c ON c.id = a.county_id
    LEFT JOIN township t ON t.county_id = a.county_id AND t.id = a.township_id
    WHERE f.token_hash = ${tokenHash(token)} AND a.status = 'active' AND NOT a.must_change_password
      AND (a.password_changed_at IS NULL OR f.created_at >= a.password_changed_at)
      AND c.status = 'active' AND (t.id IS NULL OR t.status = 'active')`;
  return row !== undefined && isRole(row.role) && may(row.role, "calendar:feed") ? row : null;
}

async function writeDown(scope: AuthScope, ip: string | null): Promise<void> {
  const detail = { path: "calendar.feed", code: "NOT_FOUND" };
  await scope.tx.accessLog.create({ data: { id: uuid(), kind: "denied", ip, detail } });
}

/**
 * Who reads a calendar by its address alone; null for one that was never given or has ended. Counted before anything
 * is looked up [S32].
 * @throws TOO_MANY when the net's address or the feed asks more often than any calendar does
 */
export async function holderOfFeed(
  token: string,
  ip: string | null,
  requestId: string,
): Promise<FeedHolder | null> {
  const found = await withAuthScope(async (scope) => {
    if (!(await takeFrom(scope, `feed:ip:${ip ?? "unknown"}`, perAddress.limit, perAddress.minutes)))
      return "tooMany";
    const row = await holderIn(scope, token);
    if (row === null) {
      await writeDown(scope, ip);
      return null;
    }
    return (await takeFrom(scope, `feed:${row.accountId}`, perFeed.limit, perFeed.minutes)) ? row : "tooMany";
  });
  if (found === "tooMany") throw new AppError("TOO_MANY", "日历读取过于频繁，请过 15 分钟再读。");
  if (found === null) return null;
  const { accountId, name, role, countyId, townshipId, tenantName } = found;
  return { actor: { accountId, name, role, ip, requestId }, countyId, townshipId, tenantName };
}
