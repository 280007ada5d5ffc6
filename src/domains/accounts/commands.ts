import "server-only";
import { v7 as uuid } from "uuid";
import { countyExists, keepCounty } from "@/domains/tenancy/data";
import { notFound, taken } from "@/lib/errors";
import { obey } from "@/lib/obey";
import type { Role } from "@/lib/roles";
import { type Desk, firstPassword, lines } from "@/server/auth/password";
import { giveGuessesBack, takeOwnPasswordGuess } from "@/server/auth/rate-limit";
import { difference } from "@/server/audit/difference";
import { changeOneOfCounty } from "@/server/db/change";
import { assertOneChanged } from "@/server/db/record";
import { type AccountsScope, withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { roleLabels } from "./labels";
import {
  notOneself,
  passwordIsNew,
  passwordIsStrong,
  presentPasswordIsProven,
  roleFitsTenant,
} from "./rules";
import { accountOf, accountWithPassword, activeTownshipExists, insertAccount } from "./data";
import type {
  ChangePasswordInput,
  CreateAccountInput,
  CreateCountyAdminInput,
  CreateCountyInput,
  EditAccountInput,
  ResetPasswordInput,
} from "./schema";

async function fits(scope: AccountsScope, role: Role, townshipId: string | null): Promise<void> {
  obey(roleFitsTenant(role, townshipId));
  if (townshipId !== null && !(await activeTownshipExists(scope, townshipId))) throw notFound();
}

/** Hashing is done before the transaction: it must not hold a connection for a tenth of a second. */
export type FirstPassword = { plain: string; hash: string };

export async function newFirstPassword(): Promise<FirstPassword> {
  const plain = firstPassword();
  return { plain, hash: await lines.firstPassword((desk) => desk.hash(plain)) };
}

export async function createAccount(scope: AccountsScope, input: CreateAccountInput, passwordHash: string) {
  await fits(scope, input.role, input.townshipId);
  const { username, displayName, role, townshipId } = input;
  const facts = { username, displayName, role, townshipId };
  const id = await insertAccount(scope.tx, { ...facts, passwordHash, countyId: scope.countyId });
  await scope.audit({
    action: "accounts.create",
    recordType: "account",
    recordId: id,
    summary: `开设账号 ${username}（${displayName}，${roleLabels[role]}）`,
    detail: difference(null, facts),
  });
  return { id, username };
}

export async function editAccount(scope: AccountsScope, input: EditAccountInput) {
  obey(notOneself(scope.actor.accountId, input.id));
  const before = await accountOf(scope, input.id);
  await fits(scope, input.role, input.townshipId);
  const { displayName, role, townshipId, status } = input;
  const facts = { displayName, role, townshipId, status };
  await changeOneOfCounty(scope, "account", input, facts);
  await scope.audit({
    action: "accounts.edit",
    recordType: "account",
    recordId: input.id,
    summary: status === "disabled" ? `停用账号 ${before.username}` : `修改账号 ${before.username}`,
    detail: difference(before, facts),
  });
  return { id: input.id };
}

/** A new first password, shown once; it ends the account's open sessions and any lock. */
export async function resetPassword(scope: AccountsScope, input: ResetPasswordInput, passwordHash: string) {
  const account = await accountOf(scope, input.id);
  await changeOneOfCounty(scope, "account", input, {
    passwordHash,
    mustChangePassword: true,
    failedAttempts: 0,
    lockedUntil: null,
  });
  await scope.audit({
    action: "accounts.resetPassword",
    recordType: "account",
    recordId: input.id,
    summary: `重置账号 ${account.username} 的密码`,
  });
  return { id: input.id, username: account.username };
}

/** The new password's hash, once the present one is proven; each guess is counted before it is verified. */
async function provenChange(desk: Desk, accountId: string, passwordHash: string, input: ChangePasswordInput) {
  await takeOwnPasswordGuess(accountId);
  obey(presentPasswordIsProven(await desk.verify(passwordHash, input.current)));
  obey(passwordIsNew(input.current, input.next));
  return desk.hash(input.next);
}

/** One's own password. Every open session of the account ends with it, this one too [S25]. */
export async function changePassword(actor: Actor, input: ChangePasswordInput): Promise<void> {
  const { accountId } = actor;
  const account = await withAuthScope((scope) => accountWithPassword(scope, accountId));
  if (account === null) throw notFound();
  obey(passwordIsStrong(input.next, account.username));
  const passwordHash = await lines.ownPassword((desk) =>
    provenChange(desk, accountId, account.passwordHash, input),
  );
  await withAuthScope(
    async (scope) => {
      const { count } = await scope.tx.account.updateMany({
        where: { id: accountId, version: account.version, passwordHash: account.passwordHash },
        data: { passwordHash, mustChangePassword: false, version: { increment: 1 } },
      });
      assertOneChanged(count);
      await giveGuessesBack(scope, accountId);
      const entry = {
        action: "accounts.changePassword",
        recordType: "account",
        recordId: accountId,
      } as const;
      if (account.countyId !== null)
        await scope.audit({ ...entry, summary: `${account.username} 修改了自己的密码` });
    },
    { actor, ...(account.countyId === null ? {} : { countyId: account.countyId }) },
  );
}

export async function createCounty(actor: Actor, input: CreateCountyInput) {
  const id = uuid();
  return withAuthScope(
    async (scope) => {
      const made = await keepCounty(scope.tx, { id, ...input });
      if (!made) throw taken("code", `代码 ${input.code} 的县已经存在，请核对。`);
      await scope.audit({
        action: "accounts.createCounty",
        recordType: "county",
        recordId: id,
        summary: `开设县级单位 ${input.name}`,
        detail: difference(null, input),
      });
      return { id };
    },
    { actor, countyId: id },
  );
}

/** The first account of a county: its account administrator, who opens all the others. */
export async function createCountyAdmin(actor: Actor, input: CreateCountyAdminInput) {
  const password = await newFirstPassword();
  const { username, displayName, countyId } = input;
  return withAuthScope(
    async (scope) => {
      if (!(await countyExists(scope.tx, countyId))) throw notFound();
      const facts = { username, displayName, role: "countyAccountAdmin" as const, townshipId: null };
      const id = await insertAccount(scope.tx, { ...facts, passwordHash: password.hash, countyId });
      await scope.audit({
        action: "accounts.createCountyAdmin",
        recordType: "account",
        recordId: id,
        summary: `开设县级账号管理员 ${username}`,
      });
      return { id, username, password: password.plain };
    },
    { actor, countyId },
  );
}

/** The platform's first operator, made by a command on the server and by nothing else. */
export async function createOperator(username: string, displayName: string): Promise<FirstPassword> {
  const password = await newFirstPassword();
  const facts = { username, displayName, role: "operator" as const, townshipId: null, countyId: null };
  await withAuthScope(({ tx }) => insertAccount(tx, { ...facts, passwordHash: password.hash }));
  return password;
}
