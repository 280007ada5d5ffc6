import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { createAccount, createOperator } from "@/domains/accounts/commands";
import { createAccountInput } from "@/domains/accounts/schema";
import type { Role } from "@/lib/roles";
import { firstPassword, lines as passwordLines } from "@/server/auth/password";
import { withAccountsScope, withAuthScope } from "@/server/db/scope";
import type { Actor } from "@/server/db/tx";
import { personName } from "./names";
import { writeWhole } from "../../scripts/lib/whole-file";
import type { DemoCounty } from "./places";
import { randomOf } from "./random";

export type DemoAccount = {
  county: string | null;
  township: string | null;
  role: Role;
  username: string;
  password: string;
};

type Planned = Omit<DemoAccount, "password"> & { townshipCode: string | null };

export const loader: Actor = {
  accountId: randomUUID(),
  name: "演示数据",
  role: "countyAccountAdmin",
  ip: null,
  requestId: null,
};

const townshipRoles = [
  ["townshipChair", "chair"],
  ["townshipStaff", "staff"],
  ["townshipViewer", "viewer"],
] as const;
const countyRoles = [
  ["countyLeader", "leader"],
  ["countyStaff", "staff"],
  ["countyStaff", "reviewer"],
  ["countyStaff", "judge"],
  ["countyAccountAdmin", "admin"],
] as const;

export const staffOf = (login: string): string => `${login}.staff`;

function plannedFor(county: DemoCounty): Planned[] {
  const ofCounty = countyRoles.map(([role, word]): Planned => {
    const username = `${county.login}.${word}`;
    return { county: county.name, township: null, townshipCode: null, role, username };
  });
  const ofTownships = county.townships.flatMap(({ name, code, login }) =>
    townshipRoles.map(([role, word]): Planned => {
      const username = `${login}.${word}`;
      return { county: county.name, township: name, townshipCode: code, role, username };
    }),
  );
  return [...ofCounty, ...ofTownships];
}

const operator: Planned = {
  county: null,
  township: null,
  townshipCode: null,
  role: "operator",
  username: "demo.operator",
};

const written = z.array(z.object({ username: z.string(), password: z.string() }));

/** The passwords of the last load by username; a file that cannot be read counts as none. */
function knownPasswords(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  try {
    const accounts = written.parse(JSON.parse(readFileSync(file, "utf8")));
    return new Map(accounts.map(({ username, password }) => [username, password]));
  } catch {
    return new Map();
  }
}

/**
 * Writes the passwords down before any account has them: a load that is killed leaves no account that nobody can
 * open. Those of an earlier load are kept.
 */
export function planAccounts(dataDir: string, counties: readonly DemoCounty[]) {
  const file = join(dataDir, "demo-accounts.json");
  const known = knownPasswords(file);
  const planned = [operator, ...counties.flatMap(plannedFor)];
  const accounts = planned.map((account) => {
    const kept = known.get(account.username);
    return { ...account, password: kept ?? firstPassword(), isNew: kept === undefined };
  });
  const lines = accounts.map(({ county, township, role, username, password }): DemoAccount => {
    return { county, township, role, username, password };
  });
  writeWhole(file, `${JSON.stringify(lines, null, 2)}\n`);
  return { file, accounts };
}

type Prepared = ReturnType<typeof planAccounts>["accounts"][number];

const usable = { mustChangePassword: false } as const;

async function ensureOperator({ username, password, isNew }: Prepared): Promise<void> {
  const there = await withAuthScope(({ tx }) => tx.account.count({ where: { username } }));
  if (there === 0) await createOperator(username, "平台运维");
  else if (!isNew) return;
  const passwordHash = await passwordLines.firstPassword((desk) => desk.hash(password));
  await withAuthScope(async ({ tx }) => {
    await tx.account.updateMany({ where: { username }, data: { passwordHash, ...usable } });
  });
}

const displayName = ({ username }: Prepared): string => personName(randomOf(`${username} account`));

/** Opens the account through the command of the screen, or gives it the new password of a lost file. */
async function ensureAccount(
  countyId: string,
  account: Prepared,
  townshipIds: Map<string, string>,
): Promise<void> {
  const { username, role, password, isNew } = account;
  const there = await withAuthScope(({ tx }) => tx.account.count({ where: { username, countyId } }));
  if (there > 0 && !isNew) return;
  const passwordHash = await passwordLines.firstPassword((desk) => desk.hash(password));
  const townshipId = townshipIds.get(account.townshipCode ?? "") ?? null;
  const request = { actor: loader, now: new Date(), readOnly: false };
  await withAccountsScope(countyId, request, async (scope) => {
    if (there === 0) {
      const facts = { username, role, townshipId, displayName: displayName(account) };
      const input = createAccountInput.parse({ ...facts, idempotencyKey: randomUUID() });
      await createAccount(scope, input, passwordHash);
    }
    const where = { username, countyId };
    await scope.tx.account.updateMany({ where, data: { passwordHash, ...usable } });
  });
}

export async function ensureAccounts(
  accounts: readonly Prepared[],
  counties: readonly { id: string; name: string; townshipIds: Map<string, string> }[],
): Promise<void> {
  for (const account of accounts) {
    const county = counties.find(({ name }) => name === account.county);
    if (county === undefined) await ensureOperator(account);
    else await ensureAccount(county.id, account, county.townshipIds);
  }
}
