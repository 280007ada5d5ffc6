import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";
import { mergeTownship } from "../oversight/records";
import { signIn, signOut, type SignIn } from "@/server/auth/sign-in";
import { sessionOfToken } from "@/server/auth/session";
import { withAuthScope } from "@/server/db/scope";

let county: TestCounty;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
});

const admin = () => callerOf(sessionAs("countyAccountAdmin", county));

async function openAccount(role: "townshipStaff" | "countyStaff" = "townshipStaff") {
  const username = `u${randomUUID().slice(0, 8)}`;
  const townshipId = role === "townshipStaff" ? (county.townships[0]?.id ?? null) : null;
  const made = await admin().accounts.create({
    idempotencyKey: newKey(),
    username,
    displayName: "测试员",
    role,
    townshipId,
  });
  return { username, id: made.id, password: made.password ?? "" };
}

const attempt = (username: string, password: string) =>
  signIn({ username, password, ip: `10.0.${String(Math.floor(Math.random() * 250))}.1`, userAgent: "test" });

async function signedIn(username: string, password: string): Promise<SignIn> {
  const result = await attempt(username, password);
  if (typeof result === "string") throw new Error(result);
  return result;
}

async function accountRow(id: string) {
  const rows = await admin().accounts.list({});
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error("no such account");
  return row;
}

describe("signing in", () => {
  test("a right password opens a session that carries the account's present role and tenant [S23]", async () => {
    const { username, password } = await openAccount();
    const { token } = await signedIn(username, password);
    const session = await sessionOfToken(token, true);
    expect(session).toMatchObject({
      username,
      role: "townshipStaff",
      townshipCode: county.townships[0]?.code,
    });
    expect(session?.mustChangePassword).toBe(true);
  });

  test("a session token that was never given opens nothing [S23]", async () => {
    expect(await sessionOfToken("forged", true)).toBeNull();
  });

  test("unknown name, wrong password and locked account get the same answer [S34]", async () => {
    const { username, password } = await openAccount();
    expect(await attempt(`nobody-${username}`, "whatever")).toBe("wrong");
    for (let time = 0; time < 5; time += 1) expect(await attempt(username, "wrong")).toBe("wrong");
    expect(await attempt(username, password)).toBe("wrong");
    expect((await accountRow((await admin().accounts.list({ q: username }))[0]?.id ?? "")).locked).toBe(true);
  });

  test("a lock leaves the owner's open session alone [S33]", async () => {
    const { username, password } = await openAccount();
    const { token } = await signedIn(username, password);
    for (let time = 0; time < 5; time += 1) await attempt(username, "wrong");
    expect(await sessionOfToken(token, true)).not.toBeNull();
  });

  test("the twenty-first attempt on one name within a quarter of an hour is refused unhashed [S32]", async () => {
    const username = `spray-${randomUUID()}`;
    const results: unknown[] = [];
    for (let time = 0; time < 21; time += 1) results.push(await attempt(username, "x"));
    expect(results.at(-1)).toBe("tooMany");
    expect(results.slice(0, 20)).not.toContain("tooMany");
  }, 60_000);

  test("signing out ends the session [S25]", async () => {
    const { username, password } = await openAccount();
    const { token } = await signedIn(username, password);
    await signOut(token);
    expect(await sessionOfToken(token, true)).toBeNull();
  });

  test("every sign-in gets a token of its own, and the fourth ends the oldest [S24][S31]", async () => {
    const { username, password } = await openAccount();
    const tokens: string[] = [];
    for (let time = 0; time < 4; time += 1) tokens.push((await signedIn(username, password)).token);
    expect(new Set(tokens).size).toBe(4);
    expect(await sessionOfToken(tokens[0] ?? "", true)).toBeNull();
    expect(await sessionOfToken(tokens[3] ?? "", true)).not.toBeNull();
  });

  test("thirty idle minutes and twelve hours in all end a session; polling keeps none alive [S30]", async () => {
    const { username, password } = await openAccount();
    const { token } = await signedIn(username, password);
    const session = await sessionOfToken(token, true);
    const set = (column: "last_seen_at" | "expires_at", back: string) =>
      withAuthScope(async ({ tx }) => {
        if (column === "expires_at") {
          await tx.$executeRaw`UPDATE account_session SET expires_at = now() - ${back}::interval WHERE id = ${session?.sessionId}::uuid`;
        } else {
          await tx.$executeRaw`UPDATE account_session SET last_seen_at = now() - ${back}::interval WHERE id = ${session?.sessionId}::uuid`;
        }
      });
    await set("last_seen_at", "29 minutes");
    expect(await sessionOfToken(token, false)).not.toBeNull();
    await set("last_seen_at", "31 minutes");
    expect(await sessionOfToken(token, true)).toBeNull();
    await set("last_seen_at", "0 minutes");
    await set("expires_at", "1 second");
    expect(await sessionOfToken(token, true)).toBeNull();
  });
});

describe("changes take effect at once", () => {
  async function change(
    id: string,
    data: { status?: "active" | "disabled"; role?: "townshipStaff" | "townshipViewer"; townshipId?: string },
  ) {
    const row = await accountRow(id);
    await admin().accounts.edit({
      idempotencyKey: newKey(),
      id,
      version: row.version,
      displayName: row.displayName,
      role: data.role ?? "townshipStaff",
      townshipId: data.townshipId ?? row.townshipId,
      status: data.status ?? "active",
    });
  }

  test("a disabled account's session is dead on the next request [S26]", async () => {
    const { username, password, id } = await openAccount();
    const { token } = await signedIn(username, password);
    await change(id, { status: "disabled" });
    expect(await sessionOfToken(token, true)).toBeNull();
  });

  test("an account of a merged township hears so with its right password alone, and is not locked by it [S34]", async () => {
    const own = await createCounty(["留镇", "并镇"]);
    const [into, gone] = own.townships as [TestTownship, TestTownship];
    const username = `u${randomUUID().slice(0, 8)}`;
    const made = await callerOf(sessionAs("countyAccountAdmin", own)).accounts.create({
      ...{ idempotencyKey: newKey(), username, displayName: "测试员" },
      ...{ role: "townshipStaff", townshipId: gone.id },
    });
    await mergeTownship(own, gone, into, "2026-01-01");
    for (let time = 0; time < 6; time += 1)
      expect(await attempt(username, made.password ?? "")).toBe("merged");
    expect(await attempt(username, "wrong")).toBe("wrong");
  });

  test("a changed role and township hold from the next request on [S27][S28]", async () => {
    const { username, password, id } = await openAccount();
    const { token } = await signedIn(username, password);
    await change(id, { role: "townshipViewer", townshipId: county.townships[1]?.id ?? "" });
    expect(await sessionOfToken(token, true)).toMatchObject({
      role: "townshipViewer",
      townshipCode: county.townships[1]?.code,
    });
  });

  test("a password change ends every open session [S25]", async () => {
    const { username, password, id } = await openAccount();
    const { token } = await signedIn(username, password);
    const session = {
      ...sessionAs("townshipStaff", county, county.townships[0]),
      accountId: id,
      mustChangePassword: true,
    };
    await callerOf(session).accounts.changePassword({ current: password, next: "Quiet-Harbour-2031" });
    expect(await sessionOfToken(token, true)).toBeNull();
    expect(await attempt(username, password)).toBe("wrong");
    expect(typeof (await attempt(username, "Quiet-Harbour-2031"))).toBe("object");
  });

  test("with a first password nothing works but changing it [S29]", async () => {
    const session = { ...sessionAs("townshipStaff", county, county.townships[0]), mustChangePassword: true };
    await expect(
      callerOf(session).tenancy.township({ township: session.townshipCode ?? "" }),
    ).rejects.toThrow("请先修改初始密码");
  });
});

describe("who administers accounts", () => {
  test("nobody changes their own role or status [S43]", async () => {
    const made = await openAccount("countyStaff");
    const self = { ...sessionAs("countyAccountAdmin", county), accountId: made.id };
    const row = await accountRow(made.id);
    await expect(
      callerOf(self).accounts.edit({
        idempotencyKey: newKey(),
        id: made.id,
        version: row.version,
        displayName: "我",
        role: "countyLeader",
        townshipId: null,
        status: "active",
      }),
    ).rejects.toThrow("不能修改自己");
  });

  test("an account of another county does not exist for this county's administrator [S3]", async () => {
    const other = await createCounty(["丙镇"]);
    const made = await openAccount();
    const row = await accountRow(made.id);
    await expect(
      callerOf(sessionAs("countyAccountAdmin", other)).accounts.resetPassword({
        idempotencyKey: newKey(),
        id: made.id,
        version: row.version,
      }),
    ).rejects.toThrow("没有找到");
    expect(
      JSON.stringify(await callerOf(sessionAs("countyAccountAdmin", other)).accounts.list({})),
    ).not.toContain(made.username);
  });

  test("the same submission twice opens one account and shows the first password once [S65]", async () => {
    const input = {
      idempotencyKey: newKey(),
      username: `u${randomUUID().slice(0, 8)}`,
      displayName: "测试员",
      role: "countyStaff" as const,
      townshipId: null,
    };
    const session = sessionAs("countyAccountAdmin", county);
    const first = await callerOf(session).accounts.create(input);
    const second = await callerOf(session).accounts.create(input);
    expect(second).toEqual({ ...first, password: null });
    await expect(
      callerOf(session).accounts.create({ ...input, displayName: "另一人" }),
    ).rejects.toMatchObject({
      code: "UNPROCESSABLE_CONTENT",
    });
    const sentence = `用户名「${input.username}」已被使用，请换一个。`;
    await expect(
      callerOf(session).accounts.create({ ...input, idempotencyKey: newKey() }),
    ).rejects.toMatchObject({ code: "CONFLICT", cause: { details: { fields: { username: sentence } } } });
  });
});
