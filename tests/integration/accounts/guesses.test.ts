import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { lines } from "@/server/auth/password";
import { sessionOfToken } from "@/server/auth/session";
import { behind } from "../http/web";
import { accountWithPassword, attempt, signedIn, type WithPassword } from "../../support/passwords";
import { callerAs, callerOf, createCounty, newKey, sessionAs, type TestCounty } from "../../support/tenants";

const isoTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+\+00:00$/;

let county: TestCounty;

beforeAll(async () => {
  county = await createCounty(["甲镇"]);
});

const selfOf = ({ id }: WithPassword) =>
  callerOf({ ...sessionAs("townshipStaff", county, county.townships[0]), accountId: id });

const change = (one: WithPassword, current: string) =>
  selfOf(one).accounts.changePassword({ current, next: "Quiet-Harbour-2031" });

describe("guesses at once are counted like guesses one after another", () => {
  test("of nineteen wrong passwords at once, five are verified and the account is locked [S32][S33]", async () => {
    const one = await accountWithPassword(county);
    const answers = await Promise.all(Array.from({ length: 19 }, () => attempt(one.username, "wrong")));
    expect(new Set(answers)).toEqual(new Set(["wrong"]));
    expect(await attempt(one.username, one.password)).toBe("wrong");
    const [row] = await behind("SELECT locked_until > now() AS locked FROM account WHERE id = $1", [one.id]);
    expect(row).toEqual({ locked: true });
  }, 60_000);

  test("the right password among eighteen wrong ones that came first is not let in [S33]", async () => {
    const one = await accountWithPassword(county);
    const guesses = [...Array.from({ length: 18 }, () => "wrong"), one.password];
    const answers = await Promise.all(guesses.map((guess) => attempt(one.username, guess)));
    expect(answers.filter((answer) => typeof answer === "object")).toEqual([]);
  }, 60_000);

  test("four wrong ones and then the right one count from nought again [S33]", async () => {
    const one = await accountWithPassword(county);
    for (let round = 0; round < 2; round += 1) {
      for (let time = 0; time < 4; time += 1) expect(await attempt(one.username, "wrong")).toBe("wrong");
      expect(typeof (await attempt(one.username, one.password))).toBe("object");
    }
  }, 60_000);

  test("a lock ends by itself after a quarter of an hour, also when the clock was set back meanwhile [S33]", async () => {
    const one = await accountWithPassword(county);
    for (const until of ["-1 second", "20 minutes"]) {
      await behind("UPDATE account SET locked_until = now() + $2::interval WHERE id = $1", [one.id, until]);
      expect(typeof (await attempt(one.username, one.password)), until).toBe("object");
    }
    await behind("UPDATE account SET locked_until = now() + interval '14 minutes' WHERE id = $1", [one.id]);
    expect(await attempt(one.username, one.password)).toBe("wrong");
  }, 60_000);
});

describe("a check of one's own password", () => {
  test("is verified five times in a quarter of an hour, and the right one gives them back [S32]", async () => {
    const one = await accountWithPassword(county);
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => change(one, "wrong")));
    const told = answers.map((answer) => (answer.status === "rejected" ? String(answer.reason) : "done"));
    expect(told.filter((sentence) => sentence.includes("现在的密码不对"))).toHaveLength(5);
    expect(told.filter((sentence) => sentence.includes("请 15 分钟后再修改"))).toHaveLength(1);
    await expect(change(one, one.password)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    const other = await accountWithPassword(county);
    await expect(change(other, "wrong")).rejects.toThrow("现在的密码不对");
    await change(other, other.password);
    const left = await behind("SELECT used FROM rate_limit WHERE bucket LIKE '%' || $1", [other.id]);
    expect(left).toEqual([]);
  }, 60_000);

  test("asked three hundred times at once delays nobody else's sign-in [S32]", async () => {
    const [guesser, other] = [await accountWithPassword(county), await accountWithPassword(county)];
    // The guesser's first check takes as long as it likes: whoever waited behind it would wait for ever.
    let letGo = (): void => undefined;
    const held = lines.ownPassword(() => new Promise<void>((done) => (letGo = done)));
    const flood = Promise.allSettled(Array.from({ length: 300 }, () => change(guesser, "wrong")));
    expect(typeof (await attempt(other.username, other.password))).toBe("object");
    letGo();
    await held;
    const answers = await flood;
    const verified = answers.filter(
      (answer) => answer.status === "rejected" && String(answer.reason).includes("现在的密码不对"),
    );
    expect(verified.length).toBeLessThanOrEqual(5);
    for (const answer of answers)
      expect(answer).toMatchObject({
        reason: {
          code: expect.stringMatching(
            /^(PRECONDITION_FAILED|TOO_MANY_REQUESTS|SERVICE_UNAVAILABLE)$/,
          ) as string,
        },
      });
  }, 60_000);
});

test("whole telephone numbers are shown sixty times in a quarter of an hour to one account, and no more [PIPL]", async () => {
  const [home] = county.townships;
  const session = sessionAs("townshipStaff", county, home);
  const deputy = await callerAs("townshipStaff", county, home).deputies.create({
    township: home?.code ?? "",
    idempotencyKey: newKey(),
    name: "周电话",
    phone: "13912345678",
    mandates: [{ level: "township", termName: "第十九届", constituency: "第1选区", startsOn: "2022-01-12" }],
  });
  const look = () =>
    callerOf(session).deputies.revealPhone({
      township: home?.code ?? "",
      idempotencyKey: newKey(),
      id: deputy.id,
      reason: "通知开会",
    });
  for (let time = 0; time < 60; time += 1) expect(await look()).toEqual({ phone: "13912345678" });
  await expect(look()).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
  await expect(look()).rejects.toThrow("请 15 分钟后再查看");
}, 60_000);

describe("what ends a session ends it for good", () => {
  test("an account that was disabled and enabled again has none of its old sessions back [S26]", async () => {
    const one = await accountWithPassword(county);
    const { token } = await signedIn(one.username, one.password);
    await behind("UPDATE account SET status = 'disabled' WHERE id = $1", [one.id]);
    await behind("UPDATE account SET status = 'active' WHERE id = $1", [one.id]);
    expect(await sessionOfToken(token, true)).toBeNull();
    expect(typeof (await attempt(one.username, one.password))).toBe("object");
  });

  test("nor have the people of a township or a county that was closed and opened again [S19][S26]", async () => {
    const closed = await createCounty(["乙镇"]);
    for (const [table, id] of [
      ["township", closed.townships[0]?.id],
      ["county", closed.id],
    ]) {
      const one = await accountWithPassword(closed);
      const { token } = await signedIn(one.username, one.password);
      await behind(`UPDATE ${table ?? ""} SET status = 'closed' WHERE id = $1`, [id]);
      await behind(`UPDATE ${table ?? ""} SET status = 'active' WHERE id = $1`, [id]);
      expect(await sessionOfToken(token, true), table).toBeNull();
    }
  });

  test("a password that changes while a sign-in with the old one is verified leaves that sign-in nothing [S25]", async () => {
    const one = await accountWithPassword(county);
    const signing = attempt(one.username, one.password);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await behind("UPDATE account SET password_hash = password_hash || 'x' WHERE id = $1", [one.id]);
    const answer = await signing;
    if (typeof answer === "object") expect(await sessionOfToken(answer.token, true)).toBeNull();
    else expect(answer).toBe("wrong");
  });

  test("a fourth sign-in says which one it ends: since when, last used when, from where [S31]", async () => {
    const one = await accountWithPassword(county);
    const first = await attempt(one.username, one.password, "192.0.2.7", "Firefox/140.0");
    for (let time = 0; time < 2; time += 1) await signedIn(one.username, one.password);
    const { token } = await signedIn(one.username, one.password);
    const session = await sessionOfToken(token, true);
    expect(typeof first).toBe("object");
    expect(await callerOf(session).accounts.endedForMe()).toEqual([
      {
        openedAt: expect.stringMatching(isoTime) as string,
        lastSeenAt: expect.stringMatching(isoTime) as string,
        ip: "192.0.2.7",
        userAgent: "Firefox/140.0",
      },
    ]);
    const nobodyElse = { ...session, sessionId: randomUUID() } as NonNullable<typeof session>;
    expect(await callerOf(nobodyElse).accounts.endedForMe()).toEqual([]);
  });
});
