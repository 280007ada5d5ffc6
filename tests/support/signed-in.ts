import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { v7 as uuid } from "uuid";
import type { Role } from "@/lib/roles";
import { authSecret, sessionCookie } from "@/server/auth/config";
import { tokenHash } from "@/server/auth/session";
import { withAuthScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "./tenants";

export type SignedIn = { cookie: string; accountId: string; sid: string };

export async function sealed(sid: string, secret = authSecret()): Promise<string> {
  const value = await encode({ token: { sid }, secret, salt: "" });
  return `${sessionCookie().name}=${encodeURIComponent(value)}`;
}

/** The cookie header of an account that has really signed in, for tests of route handlers. */
export async function cookieOf(role: Role, county: TestCounty, township?: TestTownship): Promise<string> {
  return (await signedInAs(role, county, township)).cookie;
}

/** An account of its own with an open session, and what its browser would hold. */
export async function signedInAs(role: Role, county: TestCounty, township?: TestTownship): Promise<SignedIn> {
  const accountId = uuid();
  const sid = randomBytes(32).toString("base64url");
  await withAuthScope(async ({ tx }) => {
    await tx.account.create({
      data: {
        id: accountId,
        countyId: county.id,
        townshipId: township?.id ?? null,
        username: `user-${accountId}`,
        displayName: "测试员",
        role,
        passwordHash: "none: this account never signs in by password",
        mustChangePassword: false,
      },
    });
    await tx.accountSession.create({
      data: {
        id: uuid(),
        accountId,
        tokenHash: Uint8Array.from(tokenHash(sid)),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
  });
  return { cookie: await sealed(sid), accountId, sid };
}
