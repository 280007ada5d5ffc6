import { randomUUID } from "node:crypto";
import { signIn, type SignIn } from "@/server/auth/sign-in";
import { callerOf, newKey, sessionAs, type TestCounty } from "./tenants";

export type WithPassword = { id: string; username: string; password: string };

/** An account with a first password, opened as its county's administrator opens one. */
export async function accountWithPassword(county: TestCounty): Promise<WithPassword> {
  const username = `u${randomUUID().slice(0, 8)}`;
  const made = await callerOf(sessionAs("countyAccountAdmin", county)).accounts.create({
    idempotencyKey: newKey(),
    username,
    displayName: "测试员",
    role: "townshipStaff",
    townshipId: county.townships[0]?.id ?? null,
  });
  return { id: made.id, username, password: made.password ?? "" };
}

const somewhere = () =>
  `10.${String(Math.floor(Math.random() * 250))}.${String(Math.floor(Math.random() * 250))}.1`;

export const attempt = (username: string, password: string, ip = somewhere(), userAgent = "test") =>
  signIn({ username, password, ip, userAgent });

export async function signedIn(username: string, password: string): Promise<SignIn> {
  const result = await attempt(username, password);
  if (typeof result === "string") throw new Error(result);
  return result;
}
