import "server-only";
import { v7 as uuid } from "uuid";
import { activeTownships, allCounties, townshipOf } from "@/domains/tenancy/data";
import { notFound, taken } from "@/lib/errors";
import type { Role } from "@/lib/roles";
import { isoTime } from "@/server/db/told";
import { Prisma } from "@/server/db/generated/client";
import { naturally } from "@/server/db/order";
import type { AccountsScope, AuthScope } from "@/server/db/scope";
import type { Rows, Tx } from "@/server/db/tx";
import { holds, nameMatches } from "@/server/db/search";
import type { AccountsInput } from "./schema";

export type AccountRow = {
  id: string;
  username: string;
  displayName: string;
  role: Role;
  status: "active" | "disabled";
  townshipId: string | null;
  townshipName: string | null;
  locked: boolean;
  mustChangePassword: boolean;
  lastSignInAt: string | null;
  version: number;
};

/** The county's accounts, one statement; never a password hash. */
export async function listAccounts(scope: AccountsScope, input: AccountsInput): Promise<AccountRow[]> {
  const status = input.status === null ? Prisma.empty : Prisma.sql`AND a.status = ${input.status}`;
  return scope.tx.$queryRaw<AccountRow[]>`
    SELECT a.id, a.username, a.display_name AS "displayName", a.role, a.status, a.township_id AS "townshipId",
      t.name AS "townshipName", coalesce(a.locked_until > now(), false) AS locked,
      a.must_change_password AS "mustChangePassword", ${isoTime(Prisma.sql`a.last_sign_in_at`)} AS "lastSignInAt", a.version
    FROM account a LEFT JOIN ${townshipOf(Prisma.sql`a`)}
    WHERE a.county_id = ${scope.countyId}::uuid ${status}
      AND (${input.q} = '' OR ${holds(Prisma.sql`a.username`, input.q)} OR ${nameMatches(Prisma.sql`a.display_name`, input.q)} OR ${holds(Prisma.sql`t.name`, input.q)})
    ORDER BY a.status, t.sort_order NULLS FIRST, t.code NULLS FIRST, ${naturally(Prisma.sql`a.username`)}
    LIMIT 1000`;
}

export type TownshipOption = { id: string; name: string };

export function townshipOptions(scope: AccountsScope): Promise<TownshipOption[]> {
  return scope.tx.$queryRaw<TownshipOption[]>`SELECT id, name FROM (${activeTownships(scope.countyId)}) t`;
}

/** An account of this county; an unknown or foreign one does not exist. */
export async function accountOf(scope: AccountsScope, id: string) {
  const account = await scope.tx.account.findFirst({
    where: { id, countyId: scope.countyId },
  });
  if (account === null) throw notFound();
  return account;
}

/** The account a person is signed in with, its password's hash included: for proving that password alone. */
export const accountWithPassword = (scope: AuthScope, id: string) =>
  scope.tx.account.findUnique({ where: { id }, omit: { passwordHash: false } });

type NewAccount = {
  username: string;
  displayName: string;
  role: Role;
  passwordHash: string;
  countyId: string | null;
  townshipId: string | null;
};

/** @returns the new account's id; a user name that somebody has is taken, whoever has it */
export async function insertAccount(tx: Tx, account: NewAccount): Promise<string> {
  const id = uuid();
  const { username, displayName, role, passwordHash, countyId, townshipId } = account;
  const made = await tx.$executeRaw`
    INSERT INTO account (id, county_id, township_id, username, display_name, role, password_hash)
    VALUES (${id}::uuid, ${countyId}::uuid, ${townshipId}::uuid, ${username}, ${displayName}, ${role}, ${passwordHash})
    ON CONFLICT (username) DO NOTHING`;
  if (made !== 1) throw taken("username", `用户名「${username}」已被使用，请换一个。`);
  return id;
}

export async function activeTownshipExists(scope: AccountsScope, id: string): Promise<boolean> {
  return (await townshipOptions(scope)).some((township) => township.id === id);
}

export type CountyRow = {
  id: string;
  code: string;
  name: string;
  province: string;
  isDemo: boolean;
  townships: number;
  accounts: number;
  admins: number;
};

/** The platform operator's directory: counties and how many accounts they have, nothing of their business. */
export function listCounties(scope: AuthScope): Promise<CountyRow[]> {
  return scope.tx.$queryRaw<CountyRow[]>`
    SELECT c.id, c.code, c.name, c.province, c.is_demo AS "isDemo",
      c.townships,
      (SELECT count(*)::int FROM account a WHERE a.county_id = c.id) AS accounts,
      (SELECT count(*)::int FROM account a WHERE a.county_id = c.id AND a.role = 'countyAccountAdmin') AS admins
    FROM ${allCounties} c ORDER BY c.code`;
}

export type CountyPerson = { id: string; name: string; active: boolean };

/** Who works for the county itself: whom it may entrust with something. The county's scope reads no more of an account than this. */
export const countyStaff = (tx: Rows): Promise<CountyPerson[]> =>
  tx.$often<CountyPerson[]>`SELECT id, name, active FROM app.county_staff() ORDER BY name, id`;
