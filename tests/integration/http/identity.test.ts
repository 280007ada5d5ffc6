import { beforeAll, describe, expect, test } from "vitest";
import { authOptions } from "@/server/auth/options";
import { signOut } from "@/server/auth/sign-in";
import { sealed, signedInAs, type SignedIn } from "../../support/signed-in";
import { createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { ask, askAll, behind, send } from "./web";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [first, second] = county.townships;
  if (!first || !second) throw new Error("two townships were asked for");
  [home, other] = [first, second];
});

const clerk = (): Promise<SignedIn> => signedInAs("townshipStaff", county, home);
const list = (cookie: string | null) => ask("suggestions.list", { township: home.code }, cookie);
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("[S23] a cookie opens nothing unless we sealed it for a session that is open", () => {
  test("a real one does", async () => {
    expect((await list((await clerk()).cookie)).status).toBe(200);
  });

  test("none, an empty one and a made-up one are 401", async () => {
    const signs = ["renda.session=%", "renda.session=%E0%A4%A"];
    for (const cookie of [null, "renda.session=", "renda.session=forged", "other=1", ...signs]) {
      expect((await list(cookie)).status, String(cookie)).toBe(401);
    }
  });

  test("an unsigned token that names a real session is 401", async () => {
    const { sid } = await clerk();
    const unsigned = `${base64({ alg: "none", typ: "JWT" })}.${base64({ sid })}.`;
    expect((await list(`renda.session=${unsigned}`)).status).toBe(401);
  });

  test("one sealed with another secret is 401, though it names a real session", async () => {
    const { sid } = await clerk();
    expect((await list(await sealed(sid, "another secret, just as long as the right one"))).status).toBe(401);
  });

  test("a truncated or altered one is 401", async () => {
    const { cookie } = await clerk();
    for (const broken of [
      cookie.slice(0, -1),
      cookie.slice(0, cookie.length / 2),
      `${cookie.slice(0, -4)}AAAA`,
    ]) {
      expect((await list(broken)).status).toBe(401);
    }
  });
});

describe("a session ends at once", () => {
  test("[S25] the cookie of before is 401 after signing out", async () => {
    const { cookie, sid } = await clerk();
    await signOut(sid);
    expect((await list(cookie)).status).toBe(401);
  });

  test("[S25] a new password ends the sessions opened under the old one", async () => {
    const { cookie, accountId } = await clerk();
    await behind("UPDATE account SET password_hash = password_hash || 'x' WHERE id = $1", [accountId]);
    expect((await list(cookie)).status).toBe(401);
  });

  test("[S26] a disabled account is 401 on its next request, every call of a batch included", async () => {
    const { cookie, accountId } = await clerk();
    await behind("UPDATE account SET status = 'disabled' WHERE id = $1", [accountId]);
    expect((await list(cookie)).status).toBe(401);
    const batch = await askAll(
      [
        ["suggestions.list", { township: home.code }],
        ["accounts.me", null],
      ],
      cookie,
    );
    expect(batch.status).toBe(401);
    expect(batch.text).not.toContain('"result"');
  });

  test("[S27] a role taken away counts on the next request", async () => {
    const { cookie, accountId } = await clerk();
    await behind("UPDATE account SET role = 'townshipViewer' WHERE id = $1", [accountId]);
    const unit = { township: home.code, idempotencyKey: newKey(), name: "镇城建办", kind: "government" };
    expect((await send("units.create", unit, cookie)).status).toBe(403);
    expect((await list(cookie)).status).toBe(200);
  });

  test("[S28] moved to another township, the old one does not exist any more", async () => {
    const { cookie, accountId } = await clerk();
    await behind("UPDATE account SET township_id = $2 WHERE id = $1", [accountId, other.id]);
    expect((await list(cookie)).status).toBe(404);
    expect((await ask("suggestions.list", { township: other.code }, cookie)).status).toBe(200);
  });

  test("[S29] with a first password nothing works but changing it", async () => {
    const { cookie, accountId } = await clerk();
    await behind("UPDATE account SET must_change_password = true WHERE id = $1", [accountId]);
    expect((await list(cookie)).status).toBe(403);
    expect((await ask("accounts.me", null, cookie)).status).toBe(200);
  });
});

describe("[S30] a session ends by itself", () => {
  const lastSeen = (sid: string) => `account_session WHERE account_id = '${sid}'`;

  test("after half an hour without work, and after twelve hours of it", async () => {
    const idle = await clerk();
    await behind(
      "UPDATE account_session SET last_seen_at = now() - interval '31 minutes' WHERE account_id = $1",
      [idle.accountId],
    );
    expect((await list(idle.cookie)).status).toBe(401);
    const old = await clerk();
    await behind(
      "UPDATE account_session SET expires_at = now() - interval '1 second' WHERE account_id = $1",
      [old.accountId],
    );
    expect((await list(old.cookie)).status).toBe(401);
  });

  test("polling does not keep it alive, work does", async () => {
    const { cookie, accountId } = await clerk();
    await behind(
      `UPDATE account_session SET last_seen_at = now() - interval '20 minutes' WHERE account_id = $1`,
      [accountId],
    );
    const minutes = async () => {
      const [row] = await behind<{ minutes: number }>(
        `SELECT round(extract(epoch FROM now() - last_seen_at) / 60)::int AS minutes FROM ${lastSeen(accountId)}`,
      );
      return row?.minutes;
    };
    expect((await ask("accounts.me", null, cookie, { "x-poll": "1" })).status).toBe(200);
    expect(await minutes()).toBe(20);
    expect((await list(cookie)).status).toBe(200);
    expect(await minutes()).toBe(0);
  });
});

describe("[S40] after signing in one stays on this site", () => {
  const redirect = (url: string) =>
    authOptions().callbacks?.redirect?.({ url, baseUrl: "https://renda.example" });

  test.each([
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "https://evil.example/",
    "https://renda.example.evil.example",
    "",
  ])("%s leads home", async (url) => expect(await redirect(url)).toBe("https://renda.example/"));

  test("a path of our own is kept", async () => {
    expect(await redirect("/t/331001101/suggestions")).toBe("https://renda.example/t/331001101/suggestions");
  });
});
