import { randomBytes } from "node:crypto";
import { encode } from "next-auth/jwt";
import { v7 as uuid } from "uuid";
import type { Role } from "@/lib/roles";
import { authSecret, sessionCookie } from "@/server/auth/config";
import { tokenHash } from "@/server/auth/session";
import { withAuthScope } from "@/server/db/scope";
import type { TestCounty, TestTownship } from "./tenants";

/** The cookie header of an account that has really signed in, for tests of route handlers. */
export async function cookieOf(role: Role, county: TestCounty, township?: TestTownship): Promise<string> {
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
  const sealed = await encode({ token: { sid }, secret: authSecret(), salt: "" });
  return `${sessionCookie().name}=${encodeURIComponent(sealed)}`;
}
