import { beforeAll, describe, expect, test } from "vitest";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";
import { carryToReply, openDesk } from "../../support/suggestions";

const now = new Date("2026-12-14T02:00:00Z");
let county: TestCounty;
let town: TestTownship;

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  const [first] = county.townships;
  if (first === undefined) throw new Error("no township");
  town = first;
});

const staff = () => callerAs("countyStaff", county, undefined, now);
const office = () => callerAs("townshipStaff", county, town, now);

const enter = (from: string, name: string, more: { to?: string; works?: boolean } = {}) =>
  staff().law.enterDays({
    ...{ idempotencyKey: newKey(), from, to: more.to ?? null, name, works: more.works ?? false },
  });

describe("the county's own working days", () => {
  test("are entered by the county, read by its townships, struck out with a reason, and told in its history", async () => {
    expect((await staff().law.workdays({ year: 2026 })).known).toBe(true);
    await enter("2026-11-03", "建县纪念日");
    const { own, published, years } = await office().law.ownWorkdays({ township: town.code, year: 2026 });
    expect(own).toMatchObject([{ day: "2026-11-03", name: "建县纪念日", works: false, by: "测试员" }]);
    expect(published).toContainEqual({ day: "2026-10-10", name: "国庆节", works: true });
    expect(years).toEqual(expect.arrayContaining([2025, 2026, 2027]));
    const [day] = own;
    const strike = { idempotencyKey: newKey(), id: day?.id ?? "", version: 1, reason: "录错了" };
    await staff().law.strikeDay(strike);
    await expect(staff().law.strikeDay({ ...strike, idempotencyKey: newKey() })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await staff().law.workdays({ year: 2026 })).own).toEqual([]);
  });

  test("are nobody else's to enter, and not to be entered twice", async () => {
    const input = { idempotencyKey: newKey(), from: "2027-05-01", to: null, name: "劳动节", works: false };
    await expect(callerAs("countyAccountAdmin", county).law.enterDays(input)).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await enter("2027-05-01", "劳动节", { to: "2027-05-03" });
    await expect(enter("2027-05-03", "劳动节")).rejects.toThrow(/2027-05-03 已经录入为“劳动节”/);
    await expect(enter("2026-10-01", "国庆节")).rejects.toThrow(/已在国务院公布/);
    await expect(enter("2027-06-09", "端午节", { to: "2027-06-01" })).rejects.toThrow(/早于第一天/);
  });

  test("show in the calendar of the county and of its townships, and nowhere else", async () => {
    await enter("2027-04-06", "本县清明调休");
    const days = (view: { weeks: { day: string; mark: string | null; free: boolean }[][] }) =>
      view.weeks.flat().find(({ day }) => day === "2027-04-06");
    const there = await createCounty(["岱西镇"]);
    expect(days(await staff().calendar.countyMonth({ month: "2027-04" }))).toMatchObject({
      mark: "本县清明调休",
      free: true,
    });
    expect(days(await office().calendar.month({ township: town.code, month: "2027-04" }))).toMatchObject({
      free: true,
    });
    const abroad = callerAs("countyStaff", there, undefined, now);
    expect(days(await abroad.calendar.countyMonth({ month: "2027-04" }))).toMatchObject({ free: false });
  });
});

describe("terms that are counted in working days", () => {
  test("follow a day that is entered later, stored ones too, and the history says why [R73]", async () => {
    const desk = await openDesk(county, town);
    const { id } = await desk.enter("2026-02-01");
    await carryToReply(desk, id, "2026-12-14");
    const read = () => desk.on("2026-12-14").suggestions.byId({ ...desk.at, id });
    expect((await read()).ratingDueOn).toBe("2027-01-11");
    const { restated } = await enter("2027-01-01", "元旦", { to: "2027-01-03" });
    expect(restated).toBe(1);
    const after = await read();
    expect(after.ratingDueOn).toBe("2027-01-12");
    expect(after.timeline.map(({ summary }) => summary)).toContainEqual(
      expect.stringContaining("县人大录入放假日“元旦”：代表测评期由 2027-01-11 改为 2027-01-12"),
    );
  });
});
