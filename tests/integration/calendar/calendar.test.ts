import { beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/calendar/[token]/route";
import { dayOf } from "@/lib/dates";
import { signedInAs } from "../../support/signed-in";
import {
  callerAs,
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";
import { behind } from "../http/web";

const now = new Date("2026-05-20T04:00:00Z");
let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

const staff = (township: TestTownship, at = now) => callerAs("townshipStaff", county, township, at);

async function meet(township: TestTownship, topic: string, occurredOn: string, at = now): Promise<void> {
  const change = { township: township.code, idempotencyKey: newKey() };
  await staff(township, at).presidium.create({
    ...change,
    kind: "regular",
    topic,
    occurredOn,
    place: "镇会议室",
  });
}

async function enter(township: TestTownship, topic: string): Promise<void> {
  const me = staff(township);
  const at = () => ({ township: township.code, idempotencyKey: newKey() });
  const visit = { kind: "inspectionVisit" as const, topic, occurredOn: "2026-05-06", endedOn: "2026-05-08" };
  const { id } = await me.supervision.create({ ...at(), ...visit });
  const finding = { description: `${topic}的问题`, occurredOn: "2026-05-07" };
  await me.supervision.addFinding({ ...at(), activityId: id, ...finding });
  await meet(township, `${topic}汇报`, "2026-05-12");
}

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  await enter(home, "河道保洁");
  await enter(other, "河道清障");
});

describe("a month of a township", () => {
  it("has what takes place and what is due, by day, in the words of the screens; nothing of a neighbour [S6]", async () => {
    const view = await staff(home).calendar.month({ township: home.code, month: "2026-05" });
    expect(view.entries.map(({ type, due, title, from, to }) => [type, due, title, from, to])).toEqual([
      ["activity", null, "河道保洁", "2026-05-06", "2026-05-08"],
      ["presidiumMeeting", null, "河道保洁汇报", "2026-05-12", "2026-05-12"],
      ["finding", "findingUnassigned", "河道保洁的问题", "2026-05-22", "2026-05-22"],
    ]);
    expect(view).toMatchObject({ month: "2026-05", today: "2026-05-20", announced: true });
    expect(JSON.stringify(view)).not.toContain("清障");
    const asCounty = callerAs("countyStaff", county, undefined, now);
    expect(await asCounty.calendar.month({ township: home.code, month: "2026-05" })).toEqual(view);
  });

  it("has the days that the law sets: the end of a quarter without its meeting", async () => {
    const { entries } = await staff(home).calendar.month({ township: home.code, month: "2026-12" });
    expect(entries.map(({ due, id, from }) => [due, id, from])).toEqual([["session", null, "2026-12-31"]]);
    const later = callerAs("townshipStaff", county, home, new Date("2026-08-01T04:00:00Z"));
    const { entries: quarter } = await later.calendar.month({ township: home.code, month: "2026-09" });
    expect(quarter.map(({ due, title }) => [due, title])).toEqual([["presidiumMeeting", "第三季度"]]);
  });

  it("is that of today when none is asked for; holidays and worked weekends have their words", async () => {
    const { month, weeks } = await staff(home).calendar.month({ township: home.code, month: null });
    expect(month).toBe("2026-05");
    const marks = new Map(weeks.flat().map(({ day, mark, free }) => [day, [mark, free]]));
    expect(marks.get("2026-05-01")).toEqual(["劳动节", true]);
    expect(marks.get("2026-05-09")).toEqual(["班", false]);
    expect(marks.get("2026-05-16")).toEqual([null, true]);
    await expect(staff(home).calendar.month({ township: home.code, month: "2026-5" })).rejects.toThrow(
      "2026-03",
    );
  });

  it("the county has what takes place in all its townships and says where; deadlines are each township's own [S3]", async () => {
    const view = await callerAs("countyStaff", county, undefined, now).calendar.countyMonth({
      month: "2026-05",
    });
    expect(view.entries.map(({ townshipName, title }) => `${townshipName}${title}`).sort()).toEqual([
      ...["乙镇河道清障", "乙镇河道清障汇报", "甲镇河道保洁", "甲镇河道保洁汇报"],
    ]);
    await expect(staff(home).calendar.countyMonth({ month: "2026-05" })).rejects.toThrow("没有办理");
  });
});

describe("what is planned and due", () => {
  it("tells a piece of preparation once: as due where it waits, as planned where it is further off", async () => {
    const own = await createCounty(["丙镇"]);
    const [town] = own.townships as [TestTownship];
    const clerk = callerAs("townshipStaff", own, town, now);
    const key = { township: town.code, idempotencyKey: newKey() };
    await clerk.sessionTasks.prepare({ ...key, sessionOn: "2026-06-20" });
    const month = async (month: string) => {
      const { entries } = await clerk.calendar.month({ township: town.code, month });
      return entries.filter(({ type }) => type === "sessionTask");
    };
    const told = [...(await month("2026-05")), ...(await month("2026-06"))];
    const named = new Map(told.map((entry) => [`${entry.id ?? ""} ${entry.from}`, entry]));
    const days = [...named.values()].filter(({ title }) => title !== "人代会（预定）");
    expect(days.length).toBe(10);
    expect(new Set(days.map(({ due }) => due))).toEqual(new Set(["sessionTask", null]));
    const once = (await month("2026-05")).map(({ id, from }) => `${id ?? ""} ${from}`);
    expect(new Set(once).size).toBe(once.length);
  });
});

describe("an address for a telephone", () => {
  // A feed goes by the database's clock, whatever day the test is run on.
  const today = new Date();

  beforeAll(async () => {
    await meet(home, "水库巡查", dayOf(today), today);
    await meet(other, "防汛协商", dayOf(today), today);
  });

  type Person = { caller: ReturnType<typeof callerOf>; accountId: string };

  async function person(role: "townshipStaff" | "countyStaff", township?: TestTownship): Promise<Person> {
    const { accountId } = await signedInAs(role, county, township);
    return { accountId, caller: callerOf({ ...sessionAs(role, county, township), accountId }, now) };
  }

  const read = async (token: string, from = "10.1.1.1") => {
    const request = new Request(`http://renda.example/api/calendar/${token}`, {
      headers: { "x-forwarded-for": from },
    });
    const response = await GET(request, { params: Promise.resolve({ token }) });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  const unfolded = (text: string) => text.replaceAll("\r\n ", "");

  it("opens one's own calendar without a session: titles and days, nothing more, kept by no cache [S73]", async () => {
    const { caller } = await person("townshipStaff", home);
    const { token } = await caller.calendar.renewFeed();
    const { status, headers, text } = await read(`${token}.ics`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(headers.get("cache-control")).toBe("private, no-store");
    expect(unfolded(text)).toContain("SUMMARY:主席团会议：水库巡查");
    expect(text).not.toContain("镇会议室");
    expect(unfolded(text)).not.toContain("防汛");
    expect(unfolded((await read(`${token}.ics`)).text).match(/UID:.*/g)).toEqual(
      unfolded(text).match(/UID:.*/g),
    );
  });

  it("of the county's people names the township of every entry", async () => {
    const { caller } = await person("countyStaff");
    const { token } = await caller.calendar.renewFeed();
    expect(unfolded((await read(token)).text)).toContain("SUMMARY:乙镇 主席团会议：防汛协商");
  });

  it("is stored as a hash alone, and each giving and ending is in the county's book [S74]", async () => {
    const { caller, accountId } = await person("townshipStaff", home);
    const { token } = await caller.calendar.renewFeed();
    const rows = await behind<{ row: string }>(
      "SELECT f::text AS row FROM calendar_feed f UNION ALL SELECT e::text FROM audit_event e WHERE county_id = $1 UNION ALL SELECT k::text FROM idempotency_key k",
      [county.id],
    );
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    await caller.calendar.stopFeed();
    await caller.calendar.stopFeed();
    const told = await behind<{ action: string }>(
      "SELECT action FROM audit_event WHERE county_id = $1 AND record_id = $2 ORDER BY seq",
      [county.id, accountId],
    );
    expect(told.map(({ action }) => action)).toEqual(["calendar.renewFeed", "calendar.stopFeed"]);
  });

  it("ends when it is stopped, and when a new one takes its place [S25]", async () => {
    const { caller } = await person("townshipStaff", home);
    expect(await caller.calendar.feed()).toEqual({ since: null });
    const first = await caller.calendar.renewFeed();
    const second = await caller.calendar.renewFeed();
    expect((await caller.calendar.feed()).since).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect([(await read(first.token)).status, (await read(second.token)).status]).toEqual([404, 200]);
    await caller.calendar.stopFeed();
    expect((await read(second.token)).status).toBe(404);
    expect(await caller.calendar.feed()).toEqual({ since: null });
  });

  it.each([
    ["the account is suspended", "UPDATE account SET status = 'disabled' WHERE id = $1"],
    ["its password is reset", "UPDATE account SET must_change_password = true WHERE id = $1"],
    ["its password is changed", "UPDATE account SET password_changed_at = now() WHERE id = $1"],
    [
      "it becomes one that reads no records",
      "UPDATE account SET role = 'countyAccountAdmin', township_id = NULL WHERE id = $1",
    ],
  ] as const)("opens nothing any more once %s [S25]", async (_, change) => {
    const { caller, accountId } = await person("townshipStaff", home);
    const { token } = await caller.calendar.renewFeed();
    expect((await read(token)).status).toBe(200);
    await behind(change, [accountId]);
    expect((await read(token)).status).toBe(404);
  });

  it("follows the account: whoever moves to another township reads that one's calendar", async () => {
    const { caller, accountId } = await person("townshipStaff", home);
    const { token } = await caller.calendar.renewFeed();
    await behind("UPDATE account SET township_id = $2 WHERE id = $1", [accountId, other.id]);
    const { text } = await read(token);
    expect(unfolded(text)).toContain("防汛协商");
    expect(unfolded(text)).not.toContain("水库");
  });

  it("cannot be guessed: what is no token is 404 with a sentence, is written down, and soon is refused unread [S32][S62]", async () => {
    const { accountId } = await person("townshipStaff", home);
    const guesses = [
      "",
      "x",
      accountId,
      "a".repeat(43),
      "a".repeat(4_000),
      "' OR 1=1 --",
      "../readyz",
      "%00",
    ];
    for (const guess of guesses) {
      const { status, text } = await read(guess, "10.9.9.9");
      expect([status, /VCALENDAR|stack|SELECT/.test(text)], guess).toEqual([404, false]);
    }
    const [written] = await behind<{ count: number }>(
      "SELECT count(*)::int AS count FROM access_log WHERE kind = 'denied' AND ip = '10.9.9.9'",
    );
    expect(written?.count).toBe(guesses.length);
    await behind("UPDATE rate_limit SET used = 300 WHERE bucket = 'feed:ip:10.9.9.9'");
    expect((await read("a".repeat(43), "10.9.9.9")).status).toBe(429);
    expect((await read("a".repeat(43), "10.9.9.8")).status).toBe(404);
  });

  it("is read no oftener than a telephone does, and one that is read too often holds no other up [S32]", async () => {
    const { caller, accountId } = await person("townshipStaff", home);
    const { token } = await caller.calendar.renewFeed();
    expect((await read(token)).status).toBe(200);
    await behind("UPDATE rate_limit SET used = 30 WHERE bucket = $1", [`feed:${accountId}`]);
    const { status, text } = await read(token);
    expect([status, text]).toEqual([429, expect.stringContaining("15 分钟")]);
    const colleague = await (await person("townshipStaff", home)).caller.calendar.renewFeed();
    expect((await read(colleague.token)).status).toBe(200);
  });
});
