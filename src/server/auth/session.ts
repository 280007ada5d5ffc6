import "server-only";
import { createHash } from "node:crypto";
import { decode } from "next-auth/jwt";
import { isRole, type Role } from "@/lib/roles";
import { pool } from "@/server/db/client";
import { refusalOf } from "@/server/db/sql-state";
import { authSecret, sessionCookie } from "./config";

/** Everything a request may know of who is asking; read fresh from the database at every request. */
export type SessionOnRequest = {
  sessionId: string;
  accountId: string;
  username: string;
  displayName: string;
  role: Role;
  mustChangePassword: boolean;
  countyId: string | null;
  countyCode: string | null;
  countyName: string | null;
  isDemo: boolean;
  townshipId: string | null;
  townshipCode: string | null;
  townshipName: string | null;
};

/** Who asks, and the time everything in this request goes by: the database's, like all that is stored. */
export type Asked = { session: SessionOnRequest | null; now: Date };

type Row = {
  at: Date;
  session_id: string;
  account_id: string;
  username: string;
  display_name: string;
  role: string;
  must_change_password: boolean;
  county_id: string | null;
  county_code: string | null;
  county_name: string | null;
  is_demo: boolean;
  township_id: string | null;
  township_code: string | null;
  township_name: string | null;
};

export const idleLimit = "30 minutes";

export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Whom nobody knows reads and writes nothing, so that no time of theirs is compared with anything. */
const nobodyAsks = (): Asked => ({ session: null, now: new Date() });

const sessionIn = (row: Row, role: Role): SessionOnRequest => ({
  sessionId: row.session_id,
  accountId: row.account_id,
  username: row.username,
  displayName: row.display_name,
  role,
  mustChangePassword: row.must_change_password,
  countyId: row.county_id,
  countyCode: row.county_code,
  countyName: row.county_name,
  isDemo: row.is_demo,
  townshipId: row.township_id,
  townshipCode: row.township_code,
  townshipName: row.township_name,
});

/**
 * Asked at every request, and outside of any scope: straight through the driver, at a third of the ORM's cost.
 * @param touch false for polling, which must not keep an idle session alive [S30]
 */
async function askedWith(token: string, touch: boolean): Promise<Asked> {
  const found = pool().query<Row>({
    name: "check_session",
    text: "SELECT * FROM app.check_session($1, $2, $3::interval)",
    values: [tokenHash(token), touch, idleLimit],
  });
  const { rows } = await found.catch((error: unknown) => {
    throw refusalOf(error) ?? error;
  });
  const row = rows[0];
  if (!row || !isRole(row.role)) return nobodyAsks();
  return { session: sessionIn(row, row.role), now: row.at };
}

export const sessionOfToken = async (token: string, touch: boolean): Promise<SessionOnRequest | null> =>
  (await askedWith(token, touch)).session;

/** The session behind a cookie's value: the cookie is sealed, and holds nothing but a random token. */
export async function askedWithCookie(value: string | undefined, touch: boolean): Promise<Asked> {
  const token = value === undefined || value === "" ? null : await tokenIn(value);
  return token === null ? nobodyAsks() : askedWith(token, touch);
}

/** Cookies opened lately, with the token and until when the seal holds. */
const opened = new Map<string, { token: string; until: number }>();
const mostOpened = 2_000;

/**
 * The token sealed in a cookie; null for a cookie that is not ours or too old. What a cookie holds never changes, and
 * opening one costs more than the rest of the check; whether its session still stands is asked of the database anyhow.
 */
async function tokenIn(value: string): Promise<string | null> {
  const known = opened.get(value);
  if (known !== undefined && known.until > Date.now()) return known.token;
  const sealed = await decode({ token: value, secret: authSecret(), salt: "" }).catch(() => null);
  const token = sealed?.["sid"];
  if (typeof token !== "string") return null;
  const [oldest] = opened.size >= mostOpened ? opened.keys() : [];
  if (oldest !== undefined) opened.delete(oldest);
  opened.set(value, { token, until: Number(sealed?.["exp"] ?? 0) * 1_000 });
  return token;
}

/** As it stands: a sealed cookie holds no sign that is written in another way, and what is not sealed is nobody's. */
export function cookieValueOf(request: Request): string | undefined {
  const name = `${sessionCookie().name}=`;
  const header = request.headers.get("cookie") ?? "";
  const found = header.split("; ").find((part) => part.startsWith(name));
  return found?.slice(name.length);
}
