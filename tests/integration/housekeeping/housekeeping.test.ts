import { randomBytes, randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { checkAuditChains } from "@/server/audit/verify";
import { removeExpired } from "@/server/housekeeping";
import { behind } from "../http/web";
import { signedInAs } from "../../support/signed-in";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇"]);
  [home] = county.townships as [TestTownship];
});

const newUnit = (idempotencyKey: string, name: string) => ({
  township: home.code,
  idempotencyKey,
  name,
  kind: "other" as const,
});

describe("what has served its time", () => {
  it("is cleared: a kept answer after a day, and none before", async () => {
    const [old, young] = [newKey(), newKey()];
    const staff = callerAs("townshipStaff", county, home);
    await staff.units.create(newUnit(old, "派出所"));
    await staff.units.create(newUnit(young, "供电所"));
    const age = "UPDATE idempotency_key SET created_at = now() - $2::interval WHERE key = $1";
    await behind(age, [old, "25 hours"]);
    await behind(age, [young, "23 hours"]);
    await removeExpired();
    const left = await behind("SELECT key FROM idempotency_key WHERE county_id = $1", [county.id]);
    expect(left).toEqual([{ key: young }]);
  });

  it("is cleared: what somebody did with a notification, once nobody asks for it", async () => {
    const person = randomUUID();
    const mark = `INSERT INTO notification_mark (county_id, account_id, key, opened_at) VALUES ($1, $2, $3, now() - $4::interval)`;
    await behind(mark, [county.id, person, "old", "401 days"]);
    await behind(mark, [county.id, person, "young", "399 days"]);
    await removeExpired();
    const left = await behind("SELECT key FROM notification_mark WHERE account_id = $1", [person]);
    expect(left).toEqual([{ key: "young" }]);
  });

  it("is cleared: sign-ins a month after their end, counters after a day; what counts stays", async () => {
    const { accountId } = await signedInAs("townshipStaff", county, home);
    const session = `INSERT INTO account_session (id, token_hash, account_id, expires_at, ended_at)
      VALUES ($1, $2, $3, now() + $4::interval, now() + $5::interval)`;
    const ended = (expires: string, end: string | null) =>
      behind(session, [randomUUID(), randomBytes(32), accountId, expires, end]);
    await ended("-31 days", null);
    await ended("1 hour", "-31 days");
    await ended("1 hour", "-29 days");
    await ended("-1 day", null);
    const bucket = randomUUID();
    const counter =
      "INSERT INTO rate_limit (bucket, window_start, used) VALUES ($1, now() - $2::interval, 1)";
    await behind(counter, [`${bucket} old`, "25 hours"]);
    await behind(counter, [`${bucket} young`, "1 hour"]);
    await removeExpired();
    const sessions = await behind("SELECT 1 FROM account_session WHERE account_id = $1", [accountId]);
    expect(sessions).toHaveLength(3);
    const counters = await behind("SELECT bucket FROM rate_limit WHERE bucket LIKE $1", [`${bucket}%`]);
    expect(counters).toEqual([{ bucket: `${bucket} young` }]);
  });
});

describe("[S75] the check of the audit", () => {
  async function ownCheck(): Promise<string | null | undefined> {
    const client = new Client({ connectionString: inject("appUrl") });
    await client.connect();
    const checks = await checkAuditChains(client).finally(() => client.end());
    return checks.find((check) => check.county === county.name)?.brokenAt;
  }

  it("finds nothing in an honest book, an entry that was changed, and entries cut off at the end", async () => {
    const staff = callerAs("townshipStaff", county, home);
    for (const name of ["水务站", "农技站", "文化站"]) await staff.units.create(newUnit(newKey(), name));
    const entries = await behind<{ seq: string }>(
      "SELECT seq FROM audit_event WHERE county_id = $1 ORDER BY seq",
      [county.id],
    );
    const last = entries.at(-1)?.seq;
    expect(await ownCheck()).toBeNull();
    const change = "UPDATE audit_event SET actor_name = $3 WHERE county_id = $1 AND seq = $2";
    await behind(change, [county.id, 2, "别人"]);
    expect(await ownCheck()).toBe("2");
    await behind(change, [county.id, 2, "测试员"]);
    expect(await ownCheck()).toBeNull();
    await behind("DELETE FROM audit_event WHERE county_id = $1 AND seq = $2", [county.id, last]);
    expect(await ownCheck()).not.toBeNull();
  });
});
