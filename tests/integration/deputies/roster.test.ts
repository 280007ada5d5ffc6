import { beforeAll, describe, expect, it } from "vitest";
import { behind } from "../http/web";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

let county: TestCounty;
let home: TestTownship;
let other: TestTownship;
const now = new Date("2026-11-22T02:00:00Z");

const staff = () => callerAs("townshipStaff", county, home, now);
const key = () => ({ township: home.code, idempotencyKey: newKey() });
const seat = (level: "township" | "county" | "city", startsOn = "2022-01-12") => ({
  level,
  termName: "第十九届",
  constituency: "第3选区",
  startsOn,
});

async function register(name: string, mandates = [seat("township")], phone?: string): Promise<string> {
  const { id } = await staff().deputies.create({ ...key(), name, mandates, phone: phone ?? null });
  return id;
}

const listed = async (q: string, more: object = {}) =>
  (await staff().deputies.list({ township: home.code, q, ...more })).rows.map((row) => row.name);

beforeAll(async () => {
  county = await createCounty(["高亭镇", "衢山镇"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
});

describe("the roster", () => {
  it("finds a person by characters, pinyin with the surname's reading, and initials [R3]", async () => {
    await register("曾国强");
    await register("单晓吕");
    for (const typed of ["曾国", "zengguo", "zeng guo qiang", "ZGQ"])
      expect(await listed(typed)).toEqual(["曾国强"]);
    for (const typed of ["shan", "shanxiaolv", "sxl"]) expect(await listed(typed)).toEqual(["单晓吕"]);
    expect(await listed("%")).toEqual([]);
  });

  it("tells levels, dates and places of all mandates held, and filters by them [R3]", async () => {
    const id = await register("钱多级", [seat("county"), { ...seat("township"), constituency: "第9选区" }]);
    const { rows } = await staff().deputies.list({ township: home.code, constituency: "第9选区" });
    expect(rows.map((row) => row.id)).toEqual([id]);
    expect(rows[0]?.mandates.map((mandate) => mandate.level)).toEqual(["county", "township"]);
    expect(await listed("钱多级", { level: "county" })).toEqual(["钱多级"]);
    expect(await listed("钱多级", { level: "city" })).toEqual([]);
    const record = await staff().deputies.byId({ township: home.code, id });
    expect(record.mandates).toHaveLength(2);
    expect(record.timeline[0]?.summary).toContain("登记代表 钱多级（县、乡镇级）");
  });

  it("counts all rows of the filter whatever page is asked for", async () => {
    const far = await staff().deputies.list({ township: home.code, page: 900 });
    expect(far.rows).toEqual([]);
    expect(far.total).toBeGreaterThan(0);
  });

  it("shows telephone numbers masked in list, record, export and audit; a whole one needs a reason that is kept", async () => {
    const id = await register("孙电话", [seat("township")], "13812345678");
    const { rows } = await staff().deputies.list({ township: home.code, q: "孙电话" });
    expect(rows[0]?.phoneMasked).toBe("138****5678");
    const record = await staff().deputies.byId({ township: home.code, id });
    const sheet = await staff().deputies.exportRows({ township: home.code, q: "孙电话" });
    expect(JSON.stringify([rows, record, sheet])).not.toContain("13812345678");
    await staff().deputies.edit({
      ...key(),
      id,
      version: record.version,
      name: "孙电话",
      occupation: "教师",
    });
    const { phone } = await staff().deputies.revealPhone({ ...key(), id, reason: "通知开会" });
    expect(phone).toBe("13812345678");
    const after = await staff().deputies.byId({ township: home.code, id });
    expect(after.timeline[0]?.summary).toContain("通知开会");
    expect(JSON.stringify(after)).not.toContain("13812345678");
  });

  it("refuses to enter the same person twice, and lets namesakes in [R3]", async () => {
    await register("李同名");
    await expect(register("李同名")).rejects.toThrow("不要重复登记");
    await register("李同名", [{ ...seat("township"), constituency: "第8选区" }]);
    expect(await listed("李同名")).toHaveLength(2);
  });

  it("gives a person's save to one of two editors and tells the other [S66]", async () => {
    const id = await register("周先后");
    const { version } = await staff().deputies.byId({ township: home.code, id });
    const edit = { ...key(), id, version, name: "周先后" };
    await staff().deputies.edit({ ...edit, occupation: "渔民" });
    await expect(staff().deputies.edit({ ...edit, ...key(), occupation: "教师" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("keeps a township's people from the township beside it, and lets the county look but not touch [S1]", async () => {
    const id = await register("吴邻居");
    const neighbour = callerAs("townshipStaff", county, other, now);
    await expect(neighbour.deputies.byId({ township: other.code, id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const countyStaff = callerAs("countyStaff", county, undefined, now);
    expect((await countyStaff.deputies.list({ township: home.code, q: "吴邻居" })).total).toBe(1);
    await expect(countyStaff.deputies.revealPhone({ ...key(), id, reason: "看看" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});

describe("dated mandates", () => {
  it("keep somebody in office up to and including the last day, and out of it from the next [R3]", async () => {
    const id = await register("郑离任");
    const { mandates } = await staff().deputies.byId({ township: home.code, id });
    const mandate = mandates[0];
    if (!mandate) throw new Error("no mandate");
    const end = { ...key(), id: mandate.id, version: mandate.version, endsOn: "2026-11-20" };
    await staff().deputies.endMandate({ ...end, endReason: "resigned" });
    expect(await listed("郑离任")).toEqual([]);
    expect(await listed("郑离任", { state: "left" })).toEqual(["郑离任"]);
    const on = async (day: string) =>
      (await staff().deputies.options({ township: home.code, on: day })).some((option) => option.id === id);
    expect([await on("2026-11-20"), await on("2026-11-21"), await on("2022-01-11")]).toEqual([
      true,
      false,
      false,
    ]);
    await expect(
      staff().deputies.endMandate({ ...end, ...key(), version: 2, endReason: "died" }),
    ).rejects.toThrow("已登记于 2026-11-20 终止");
  });

  it("refuse a second mandate of the same level at the same time, and an end before the beginning [R3]", async () => {
    const id = await register("王任期");
    await expect(
      staff().deputies.addMandate({ ...key(), deputyId: id, ...seat("township", "2025-01-01") }),
    ).rejects.toThrow("同一级的代表职务");
    await staff().deputies.addMandate({ ...key(), deputyId: id, ...seat("county", "2025-01-01") });
    const { mandates } = await staff().deputies.byId({ township: home.code, id });
    expect(mandates.filter((mandate) => mandate.current)).toHaveLength(2);
    const first = mandates.find((mandate) => mandate.level === "township");
    if (!first) throw new Error("no mandate");
    const end = { ...key(), id: first.id, version: first.version };
    await expect(
      staff().deputies.endMandate({ ...end, endsOn: "2021-01-01", endReason: "moved" }),
    ).rejects.toThrow("不能早于任职起始日期");
    await expect(
      staff().deputies.endMandate({ ...end, ...key(), endsOn: "2027-01-01", endReason: "moved" }),
    ).rejects.toThrow("还没有到");
  });

  it("admit one of two people who register the same level at once", async () => {
    const id = await register("赵同时");
    const add = () => staff().deputies.addMandate({ ...key(), deputyId: id, ...seat("city") });
    const outcomes = await Promise.allSettled([add(), add(), add()]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });

  it("open a vacancy that calls for a by-election, told apart from seats nobody entered [R3]", async () => {
    const caller = callerAs("townshipChair", county, other, now);
    const mine = () => ({ township: other.code, idempotencyKey: newKey() });
    await caller.deputies.create({ ...mine(), name: "甲", mandates: [seat("township"), seat("city")] });
    await caller.deputies.create({ ...mine(), name: "乙", mandates: [seat("township")] });
    await caller.deputies.setSeats({
      ...mine(),
      level: "township",
      termName: "第十九届",
      seats: 3,
      startsOn: "2022-01-01",
    });
    const summary = await caller.deputies.summary({ township: other.code });
    expect(summary.people).toBe(2);
    const line = (level: string) => summary.levels.find((entry) => entry.level === level);
    expect(line("township")).toMatchObject({ seats: 3, inOffice: 2, vacancies: 1 });
    expect(line("township")?.hint?.text).toContain("选举法第57条");
    expect(line("city")).toMatchObject({ seats: null, inOffice: 1, vacancies: null });
    await caller.deputies.setSeats({
      ...mine(),
      level: "township",
      termName: "第二十届",
      seats: 2,
      startsOn: "2026-06-01",
    });
    const earlier = await caller.deputies.summary({ township: other.code, on: "2026-05-31" });
    expect(earlier.levels.find((entry) => entry.level === "township")?.seats).toBe(3);
  });

  it("are set beside what the law's formula gives for the population, once that is entered [R3]", async () => {
    const byLaw = async () => (await staff().deputies.summary({ township: home.code })).byLaw;
    expect(await byLaw()).toBeNull();
    const set = "UPDATE township SET population = $2, kind = $3 WHERE id = $1";
    await behind(set, [home.id, 12_000, "town"]);
    expect(await byLaw()).toEqual({ population: 12_000, seats: 53, article: "选举法第12条" });
    await behind(set, [home.id, 12_000, "subdistrict"]);
    expect(await byLaw()).toBeNull();
    await behind(set, [home.id, null, "town"]);
  });

  it("are struck out with a person entered by mistake", async () => {
    const id = await register("误录人");
    const { version } = await staff().deputies.byId({ township: home.code, id });
    await staff().deputies.void({ ...key(), id, version, reason: "录错乡镇" });
    expect(await listed("误录人", { state: "all" })).toEqual([]);
    await expect(staff().deputies.byId({ township: home.code, id })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
