import { randomInt, randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { Role } from "@/lib/roles";
import { tenantKindOf } from "@/lib/roles";
import type { SessionOnRequest } from "@/server/auth/session";
import { withAuthScope, withCountyScope } from "@/server/db/scope";
import { createCaller } from "@/server/trpc/root";

process.env["DATABASE_URL"] = inject("appUrl");
process.env.AUTH_SECRET ??= "tests only: a secret that is long enough to be taken";

export type TestTownship = { id: string; code: string; name: string };
export type TestCounty = { id: string; code: string; name: string; townships: TestTownship[] };

/** A county of its own for one test file, so that files can run side by side on one database. */
export async function createCounty(townshipNames: string[], province = "zhejiang"): Promise<TestCounty> {
  const code = String(randomInt(100_000, 1_000_000));
  const county = { id: randomUUID(), code, name: `测试县${code}` };
  await withAuthScope(({ tx }) => tx.county.create({ data: { ...county, province } }).then(() => undefined));
  const actor = { accountId: randomUUID(), name: "测试", role: "countyStaff", ip: null, requestId: null };
  const townships = await withCountyScope(
    county.id,
    { actor, now: new Date(), readOnly: false },
    async ({ tx }) => {
      const made: TestTownship[] = [];
      for (const [index, name] of townshipNames.entries()) {
        const township = { id: randomUUID(), code: `${code}${String(100 + index)}`, name };
        await tx.township.create({
          data: { ...township, shortName: name, countyId: county.id, class: 1 + (index % 3) },
        });
        made.push(township);
      }
      return made;
    },
  );
  return { ...county, townships };
}

const none = { id: null, code: null, name: null };

/** Somebody signed in with a role of this county (and township, for a township's role). */
export function sessionAs(role: Role, county: TestCounty, township?: TestTownship): SessionOnRequest {
  const kind = tenantKindOf(role);
  const countyPart = kind === "platform" ? none : { id: county.id, code: county.code, name: county.name };
  const townshipPart = kind === "township" ? (township ?? none) : none;
  return {
    sessionId: randomUUID(),
    accountId: randomUUID(),
    username: `test-${role}`,
    displayName: "测试员",
    role,
    mustChangePassword: false,
    countyId: countyPart.id,
    countyCode: countyPart.code,
    countyName: countyPart.name,
    isDemo: false,
    townshipId: townshipPart.id,
    townshipCode: townshipPart.code,
    townshipName: townshipPart.name,
  };
}

/** @param now the server's clock for these calls; tests of deadlines choose it */
export function callerAs(role: Role, county: TestCounty, township?: TestTownship, now = new Date()) {
  return callerOf(sessionAs(role, county, township), now);
}

/** @param reason why records of a frozen year are changed */
export function callerOf(session: SessionOnRequest | null, now = new Date(), reason: string | null = null) {
  return createCaller({ session, ip: "127.0.0.1", requestId: randomUUID(), now, reason });
}

export const newKey = (): string => randomUUID();
