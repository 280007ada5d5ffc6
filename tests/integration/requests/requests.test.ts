import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { withCountyScope, withTownshipScope } from "@/server/db/scope";
import { noon } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day)).requests;
const office = (day: string, town = home) => callerAs("townshipStaff", county, town, noon(day)).requests;
const secret = "兼职三个岗位的困难";

const send = async (day: string, title = "代表活动经费") =>
  (
    await office(day).send({
      ...{ township: home.code, idempotencyKey: newKey(), kind: "funding", title, content: secret },
    })
  ).id;
const act = async (id: string) => ({
  idempotencyKey: newKey(),
  id,
  version: (await staff("2026-06-01").request({ id })).request.version,
});
const receive = async (id: string, day: string) => staff(day).receive(await act(id));
const answer = async (id: string, day: string, result: "solved" | "explained" = "solved") =>
  staff(day).answer({ ...(await act(id)), result, answerText: `${secret}已解决`, passedTo: null });

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

describe("a township asks, the county answers by its own days [R92]", () => {
  let id: string;

  it("its days are working days from the sending on, by the county's terms of that day", async () => {
    // Monday; the 19th is the Dragon Boat festival.
    id = await send("2026-06-01");
    expect((await office("2026-06-01").byId({ township: home.code, id })).request).toMatchObject({
      ...{ receiveDueOn: "2026-06-04", answerDueOn: "2026-06-23" },
    });
    await staff("2026-06-02").setTerms({
      ...{ idempotencyKey: newKey(), version: null, receiveDays: 1, answerDays: 5 },
    });
    const later = await send("2026-06-02", "办公设备");
    const of = async (one: string) =>
      (await office("2026-06-02").byId({ township: home.code, id: one })).request;
    expect(await of(later)).toMatchObject({ receiveDueOn: "2026-06-03", answerDueOn: "2026-06-09" });
    expect(await of(id)).toMatchObject({ answerDueOn: "2026-06-23" });
    await office("2026-06-02").withdraw({
      ...{ township: home.code, idempotencyKey: newKey(), id: later, version: 1, reason: "自己解决了" },
    });
  });

  it("stands on the county's first page as its own debt, and so does who was never heard of [R92] [R95]", async () => {
    const { cards } = await callerAs("countyStaff", county, undefined, noon("2026-06-02")).oversight.today(
      {},
    );
    const owed = Object.fromEntries(cards.map(({ key, count, townships }) => [key, { count, townships }]));
    expect(owed["requestsOpen"]).toMatchObject({ count: 1, townships: [{ code: home.code, count: 1 }] });
    expect(owed["silentTownships"]).toMatchObject({ count: 1, townships: [{ code: other.code, count: 1 }] });
  });

  it("is taken in and put off once, in time", async () => {
    await expect(answer(id, "2026-06-03")).rejects.toThrow("请先收件");
    await receive(id, "2026-06-03");
    const postpone = async (day: string, until: string) =>
      staff(day).postpone({ ...(await act(id)), until, reason: "等财政" });
    await expect(postpone("2026-06-24", "2026-07-10")).rejects.toThrow("已过，不能再延期");
    await postpone("2026-06-20", "2026-07-10");
    await expect(postpone("2026-06-21", "2026-07-20")).rejects.toThrow("只能延期一次");
  });

  it("answered late, it stands on the open ledger of every township as late, without what it was about", async () => {
    await answer(id, "2026-07-15");
    for (const ledger of [
      await staff("2026-07-16").ledger({ year: 2026 }),
      await office("2026-07-16", other).ownLedger({ township: other.code, year: 2026 }),
    ]) {
      expect(ledger.lines).toMatchObject([
        { kind: "funding", sentOn: "2026-06-01", dueOn: "2026-07-10", days: 44, late: 5, postponed: true },
      ]);
      expect(ledger.years).toMatchObject([{ year: 2026, sent: 1, late: 1, medianDays: 44, solved: 1 }]);
      expect(JSON.stringify(ledger)).not.toContain(secret);
      expect(JSON.stringify(ledger)).not.toContain("高亭");
    }
  });

  it("whoever is not content asks again, once, and the new one has days of its own", async () => {
    const seen = async () => {
      const { request } = await office("2026-07-16").byId({ township: home.code, id });
      return { township: home.code, idempotencyKey: newKey(), id, version: request.version };
    };
    const again = await office("2026-07-16").askAgain({ ...(await seen()), content: "还差五千元" });
    expect((await office("2026-07-16").byId({ township: home.code, id })).state).toBe("again");
    await expect(office("2026-07-16").confirm(await seen())).rejects.toThrow("再次请示");
    const { request, state } = await office("2026-07-16").byId({ township: home.code, id: again.id });
    expect({ state, ...request }).toMatchObject({ state: "sent", againOfId: id, receiveDueOn: "2026-07-17" });
    await receive(again.id, "2026-07-17");
    await answer(again.id, "2026-07-18", "explained");
    const confirmed = { ...(await seen()), id: again.id, version: 3 };
    await office("2026-07-19").confirm(confirmed);
    expect((await staff("2026-07-19").year({ year: 2026 })).answered).toHaveLength(2);
  });

  it("one that is taken back after the county's day stays on the ledger as late; in time it leaves no line", async () => {
    const [late, inTime] = [await send("2026-07-20", "没等到"), await send("2026-07-20", "不用办了")];
    const takeBack = async (id: string, day: string) =>
      office(day).withdraw({
        ...{ township: home.code, idempotencyKey: newKey(), id, version: 1, reason: "已自行解决" },
      });
    // By the terms of that day it was to be taken in until Tuesday.
    await takeBack(inTime, "2026-07-21");
    await takeBack(late, "2026-07-22");
    const { lines, years } = await office("2026-07-25", other).ownLedger({
      ...{ township: other.code, year: 2026 },
    });
    expect(lines.filter(({ sentOn }) => sentOn === "2026-07-20")).toMatchObject([
      { withdrawnOn: "2026-07-22", receivedLate: true, late: 0, answeredOn: null },
    ]);
    expect(years).toMatchObject([{ withdrawn: 1, open: 0 }]);
    expect((await staff("2026-07-25").year({ year: 2026 })).open).toEqual([]);
  });

  it("what waits for the county stands by its day, and says by how much it is late", async () => {
    const first = await send("2026-08-03", "先送的");
    await send("2026-08-05", "后送的");
    await receive(first, "2026-08-04");
    const { open, late } = await staff("2026-08-07").year({ year: 2026 });
    expect(open.map(({ title, dueOn, late: days }) => [title, dueOn, days])).toEqual([
      ["后送的", "2026-08-06", 1],
      ["先送的", "2026-08-10", 0],
    ]);
    expect(late).toBe(1);
  });
});

describe("the database keeps the two hands apart [R92]", () => {
  const actor = { accountId: randomUUID(), name: "测试", role: "countyStaff", ip: null, requestId: null };
  const request = { actor, now: noon("2026-09-01"), readOnly: false };
  const denied = /permission denied/;

  it("the county changes nothing of what was asked, a township answers nothing", async () => {
    const id = await send("2026-09-01", "两只手");
    const byCounty = withCountyScope(
      county.id,
      request,
      ({ tx }) =>
        tx.$executeRaw`UPDATE township_request SET content = '改了' WHERE county_id = ${county.id}::uuid AND id = ${id}::uuid`,
    );
    await expect(byCounty).rejects.toThrow(denied);
    const tenant = { as: "township" as const, countyId: county.id, townshipId: home.id };
    const byTownship = withTownshipScope(
      tenant,
      request,
      ({ tx }) =>
        tx.$executeRaw`UPDATE township_request SET answered_on = sent_on, result = 'solved', answer_text = '好' WHERE id = ${id}::uuid`,
    );
    await expect(byTownship).rejects.toThrow(denied);
  });

  it("the ledger's function gives no other county's answers", async () => {
    const abroad = await createCounty(["别镇"]);
    const [town] = abroad.townships as [TestTownship];
    const { requests } = callerAs("townshipStaff", abroad, town, noon("2026-09-01"));
    expect((await requests.ownLedger({ township: town.code, year: 2026 })).lines).toEqual([]);
  });
});
