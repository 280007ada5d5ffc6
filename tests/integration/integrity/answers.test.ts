import { beforeAll, describe, expect, it } from "vitest";
import { confirmedCases } from "@/domains/figures/data/cases";
import { withCountyScope } from "@/server/db/scope";
import { type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../../support/tenants";

const year = 2026;
const december = "2026-12-28";

let county: TestCounty;
let town: TestTownship;
let desk: Desk;

const key = () => ({ ...desk.at, idempotencyKey: newKey() });
const office = () => desk.on(december, "townshipChair").integrity;
const staff = () => callerAs("countyStaff", county, undefined, noon(december)).integrity;
const actor = { accountId: newKey(), name: "测试", role: "countyStaff", ip: null, requestId: null };

const visit = (month: number) =>
  desk.on(december).supervision.create({
    ...key(),
    ...{ kind: "inspectionVisit", topic: `视察第${month}批`, occurredOn: `2026-0${month}-11` },
  });

const burst = async () => (await staff().signals({ year, of: town.code, signal: "burst" })).rows[0];
const decide = (decision: "explained" | "verified" | "confirmed", version: number | null = null) =>
  staff().decide({
    ...{ idempotencyKey: newKey(), year, of: town.code, signal: "burst", subject: december },
    ...{ decision, reason: "查了原始签到表", version },
  });
const answer = (text: string, version: number | null = null, records: { type: string; id: string }[] = []) =>
  office().answer({ ...key(), year, signal: "burst", subject: december, records, text, version });
const confirmed = () =>
  withCountyScope(county.id, { actor, readOnly: true }, ({ tx }) => confirmedCases(tx, county.id, year));

beforeAll(async () => {
  county = await createCounty(["补录镇", "邻近镇"]);
  [town] = county.townships as [TestTownship];
  desk = await openDesk(county, town);
  for (const month of [3, 4, 5, 6, 7]) await visit(month);
});

describe("what is said of a signal", () => {
  it("nothing is explained before the township has explained it", async () => {
    await expect(decide("explained")).rejects.toThrow("乡镇还没有说明");
    expect(await confirmed()).toEqual([]);
  });

  it("the township answers, whoever answers over another's head is told, and the county reads it", async () => {
    const { rows } = await office().own({ ...desk.at, year });
    const mine = rows.find(({ signal }) => signal === "burst");
    const records = (mine?.records ?? []).map(({ id }) => ({ type: "activity", id }));
    await answer("经办人住院，回来后一次补录。", null, records);
    await expect(answer("另一个说法")).rejects.toThrow("别人已经填写或修改过");
    await answer("经办人住院两个月，回来后一次补录，签到表可查。", 1, records);
    expect((await burst())?.answer).toMatchObject({ by: "测试员", version: 2 });
  });

  it("only a signal that is there is answered, or one that was answered before", async () => {
    const made = { ...key(), year, signal: "burst" as const, subject: "2026-01-01", records: [] };
    await expect(office().answer({ ...made, text: "没有的事", version: null })).rejects.toThrow(
      "这条核查提示已经不在了",
    );
    const neighbour = callerAs("townshipStaff", county, county.townships[1], noon(december)).integrity;
    const theirs = { ...made, township: county.townships[1]?.code ?? "", subject: december };
    await expect(neighbour.answer({ ...theirs, text: "邻镇的", version: null })).rejects.toThrow(
      "已经不在了",
    );
  });

  it("an answer survives recomputation, and says that records came to the signal since", async () => {
    expect(await burst()).toMatchObject({ count: 5, moved: false });
    await visit(8);
    expect(await burst()).toMatchObject({ count: 6, moved: true, answer: { version: 2 } });
  });

  it("a decision has its reason, its reviewer and the answer it went by; only a confirmed one is a deduction", async () => {
    await decide("explained");
    expect(await confirmed()).toEqual([]);
    await expect(decide("confirmed")).rejects.toThrow("别人已经填写或修改过");
    const { id } = await decide("confirmed", 1);
    expect(await confirmed()).toEqual([{ townshipId: town.id, deduction: "falseRecord", caseId: id }]);
    const own = (await office().own({ ...desk.at, year })).rows.find(({ signal }) => signal === "burst");
    expect(own?.decided).toMatchObject({ decision: "confirmed", by: "测试员", version: 2 });
    await expect(answer("再说一次", 2)).rejects.toThrow("县人大已经作出结论");
  });

  it("stays when the records are struck out: a decision is never lost with its signal", async () => {
    const { rows } = await desk.on(december).supervision.list({ ...desk.at, year });
    for (const { id, version } of rows)
      await desk.on(december).supervision.void({ ...key(), id, version, reason: "重新登记" });
    expect(await burst()).toMatchObject({ gone: true, decided: { decision: "confirmed" } });
    expect(await confirmed()).toHaveLength(1);
  });

  it("is told in the histories of the county and of the township", async () => {
    const rows = await withCountyScope(
      county.id,
      { actor, readOnly: true },
      ({ tx }) =>
        tx.$queryRaw<{ own: boolean; summary: string }[]>`
        SELECT township_id IS NOT NULL AS own, summary FROM audit_event
        WHERE county_id = ${county.id}::uuid AND action = 'integrity.decide' ORDER BY seq`,
    );
    expect(rows.map(({ own }) => own)).toEqual([false, true, false, true]);
    expect(rows[3]?.summary).toBe("补录镇“集中补录”核查结论：成立");
  });

  it("a signal that is not there is not decided, and viewers and foreign counties decide nothing", async () => {
    const other = {
      idempotencyKey: newKey(),
      year,
      of: town.code,
      signal: "burst",
      subject: "2026-01-01",
    } as const;
    const word = { decision: "verified", reason: "看过", version: null } as const;
    await expect(staff().decide({ ...other, ...word })).rejects.toThrow("已经不在了");
    const viewer = callerAs("townshipViewer", county, town).integrity;
    await expect(
      viewer.answer({
        ...key(),
        year,
        signal: "burst",
        subject: december,
        records: [],
        text: "我",
        version: 2,
      }),
    ).rejects.toThrow("没有办理这件事的权限");
    const chair = callerAs("townshipChair", county, town).integrity;
    await expect(chair.map({ year })).rejects.toThrow("没有办理这件事的权限");
  });
});
