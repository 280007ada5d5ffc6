import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { jobState, startJob } from "@/server/sheets/jobs";
import { sessionOfToken } from "@/server/auth/session";
import { ask, behind, send } from "../http/web";
import { accountWithPassword, attempt, signedIn } from "../../support/passwords";
import { sealed, signedInAs } from "../../support/signed-in";
import {
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
  [home] = county.townships as [TestTownship];
});

const minute = 60_000;

describe.each([
  ["an hour ahead of the database's", 60 * minute],
  ["an hour behind the database's", -60 * minute],
  ["five minutes behind the database's", -5 * minute],
])("with the web server's clock %s", (_where, ahead) => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ahead });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("one signs in, is known by the cookie, and a record is entered at the database's time [S30]", async () => {
    const one = await accountWithPassword(county);
    const { token } = await signedIn(one.username, one.password);
    const session = await sessionOfToken(token, true);
    await callerOf(session).accounts.changePassword({ current: one.password, next: "Quiet-Harbour-2031" });
    const again = await signedIn(one.username, "Quiet-Harbour-2031");
    const cookie = await sealed(again.token);
    const unit = { township: home.code, idempotencyKey: newKey(), name: `城建办${newKey()}`, kind: "other" };
    expect((await send("units.create", unit, cookie)).status).toBe(200);
    expect((await ask("units.list", { township: home.code }, cookie)).status).toBe(200);
    vi.useRealTimers();
    const entered = await callerOf(await sessionOfToken(again.token, true)).today.recent({
      township: home.code,
    });
    expect(JSON.stringify(entered)).toContain("城建办");
    const [row] = await behind(
      "SELECT abs(extract(epoch FROM entered_at - now())) < 60 AS now FROM handling_unit WHERE name = $1",
      [unit.name],
    );
    expect(row).toEqual({ now: true });
  });

  test("a password that changes ends what was opened before it and nothing opened after it [S25]", async () => {
    const one = await accountWithPassword(county);
    const before = await signedIn(one.username, one.password);
    const session = await sessionOfToken(before.token, true);
    await callerOf(session).accounts.changePassword({ current: one.password, next: "Quiet-Harbour-2031" });
    expect(await sessionOfToken(before.token, true)).toBeNull();
    const after = await signedIn(one.username, "Quiet-Harbour-2031");
    expect(await sessionOfToken(after.token, true)).not.toBeNull();
  });

  test("five wrong passwords lock, and a lock holds for its quarter of an hour [S33]", async () => {
    const one = await accountWithPassword(county);
    for (let time = 0; time < 5; time += 1) expect(await attempt(one.username, "wrong")).toBe("wrong");
    expect(await attempt(one.username, one.password)).toBe("wrong");
  });

  test("an import that has just begun is not told as interrupted [S84]", async () => {
    const { accountId } = await signedInAs("townshipStaff", county, home);
    const session = { ...sessionAs("townshipStaff", county, home), accountId };
    const job = newKey();
    expect(await startJob(session, job, "deputies", 10)).toBe(true);
    expect(await jobState(session, job)).toMatchObject({ status: "running" });
  });
});
