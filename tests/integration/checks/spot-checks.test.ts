import { beforeAll, describe, expect, inject, test } from "vitest";
import { failedChecksOf } from "@/domains/figures/data/spot-checks";
import { withCountyScope } from "@/server/db/scope";
import { drawReport } from "../../../scripts/lib/draw-report";
import { readBundle } from "../../../scripts/lib/read-bundle";
import { withClient } from "../../../scripts/lib/roles";
import { carryToReply, type Desk, noon, openDesk } from "../../support/suggestions";
import { callerAs, createCounty, newKey, type TestCounty } from "../../support/tenants";

const year = 2026;
const text = "2027006 期 08 12 17 21 26 33 + 04";
const actor = { accountId: "", name: "测试", role: "countyStaff", ip: null, requestId: null };
let county: TestCounty;
let desk: Desk;

const staff = (day: string) => callerAs("countyStaff", county, undefined, noon(day));
const office = (day: string) => callerAs("townshipStaff", county, desk.township, noon(day));
const announce = (day: string, opensOn: string, per = 3) =>
  staff(day).checks.announce({ idempotencyKey: newKey(), year, source: "双色球 2027006 期", opensOn, per });
const draw = (day: string) => staff(day).checks.draw({ idempotencyKey: newKey(), year, text });
const drawn = () => staff("2027-01-12").checks.lines({ year, of: desk.township.code });

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇"]);
  const [home] = county.townships;
  if (home === undefined) throw new Error("a county has townships");
  desk = await openDesk(county, home);
  for (const day of ["2026-01-10", "2026-01-12", "2026-01-14", "2026-01-16"])
    await carryToReply(desk, (await desk.enter(day, `关于${day}的建议`)).id);
  await desk.enter("2026-03-10", "关于增设路灯的建议");
});

describe("the spot check of a year", () => {
  test("is announced and drawn in order, once, and every refusal says what comes first [R85]", async () => {
    await expect(announce("2027-01-05", "2027-01-10")).rejects.toThrow("2026 年考核还没有封存");
    await staff("2026-03-01").assessments.adoptDefaultScheme({ year, idempotencyKey: newKey() });
    await staff("2027-01-05").assessments.freezeYear({ year, note: null, idempotencyKey: newKey() });
    await expect(draw("2027-01-06")).rejects.toThrow("还没有公布用哪个号码");
    await expect(announce("2027-01-06", "2027-01-06")).rejects.toThrow("应在今天以后");
    await announce("2027-01-06", "2027-01-09", 2);
    await announce("2027-01-07", "2027-01-10");
    await expect(draw("2027-01-09")).rejects.toThrow("到 2027-01-10 才产生");
    await expect(announce("2027-01-10", "2027-01-20")).rejects.toThrow("不能再换别的号码");
    const before = await office("2027-01-09").checks.own({ ...desk.at, year });
    expect(before).toMatchObject({
      announcement: { source: "双色球 2027006 期", opensOn: "2027-01-10", per: 3 },
      draw: null,
      lines: [],
    });
    expect((await draw("2027-01-10")).drawn).toBeGreaterThan(3);
    await expect(draw("2027-01-11")).rejects.toThrow("一年只抽一次");
    await expect(announce("2027-01-11", "2027-02-01")).rejects.toThrow("一年只抽一次");
  });

  test("is drawn again by anybody from the published file, line by line the same [R85]", async () => {
    const { bundle } = await staff("2027-01-12").assessments.exportBundle({ year });
    const report = drawReport(readBundle(JSON.stringify(bundle)), { text, per: 3 });
    const names = new Map(county.townships.map(({ code, name }) => [code, name]));
    const kept: string[] = [];
    for (const { code } of county.townships)
      for (const line of (await staff("2027-01-12").checks.lines({ year, of: code })).lines)
        kept.push(`${names.get(code) ?? ""} ${line.indicator} ${line.recordId} ${line.key}`);
    expect(report.slice(1)).toEqual(kept);
    const { draw: shown } = await staff("2027-01-12").checks.overview({ year });
    expect(report[0]).toContain(shown?.seed);
    expect(report[0]).toContain(`共 ${kept.length} 条`);
  });

  test("shows a township its own records after the draw, with their pages, and nobody else's [S1]", async () => {
    const { lines } = await office("2027-01-12").checks.own({ ...desk.at, year });
    expect(lines).toEqual((await drawn()).lines);
    const replies = lines.filter(({ indicator }) => indicator === "C3");
    expect(replies).toHaveLength(3);
    expect(replies[0]).toMatchObject({ kind: "建议", title: expect.stringContaining("的建议") as string });
    expect(replies[0]?.href).toBe(`/t/${desk.township.code}/suggestions/${replies[0]?.recordId ?? ""}`);
    const neighbour = callerAs("townshipStaff", county, county.townships[1], noon("2027-01-12"));
    const foreign = await neighbour.checks.own({ township: county.townships[1]?.code ?? "", year });
    const mine = new Set(lines.map(({ id }) => id));
    expect(foreign.lines.filter(({ id }) => mine.has(id))).toEqual([]);
  });
});

describe("what was found", () => {
  const record = (
    id: string,
    result: "asRecorded" | "differs" | "missing",
    reason: string | null,
    seen: number,
  ) =>
    staff("2027-01-12").checks.record({
      ...{ idempotencyKey: newKey(), year, of: desk.township.code, id, result, reason, seen },
    });

  test("has a reason where it is not as recorded, is corrected by a further result, and is a question, not points [R85]", async () => {
    const [first, second] = (await drawn()).lines;
    const [one, other] = [first?.id ?? "", second?.id ?? ""];
    const scores = await staff("2027-01-12").assessments.scores({ year });
    await expect(record(one, "differs", null, 0)).rejects.toThrow("要写明哪里不符");
    await record(one, "differs", "签到表只有 8 人", 0);
    await record(other, "asRecorded", null, 0);
    await expect(record(one, "asRecorded", "补来了材料", 0)).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(record(one, "asRecorded", null, 1)).rejects.toThrow("更正抽查结果要写明理由");
    const failed = () =>
      withCountyScope(county.id, { actor, readOnly: true }, (scope) => failedChecksOf(scope, year));
    expect(await failed()).toMatchObject([
      { id: one, townshipId: desk.township.id, result: "differs", reason: "签到表只有 8 人" },
    ]);
    const { total } = await staff("2027-01-12").checks.overview({ year });
    expect(total).toMatchObject({ open: total.all - 2, asRecorded: 1, differs: 1, missing: 0 });
    await record(one, "asRecorded", "补来了签到表原件，核对无误", 1);
    expect(await failed()).toEqual([]);
    expect((await drawn()).lines[0]?.checked).toMatchObject({ result: "asRecorded", number: 2 });
    expect(await staff("2027-01-12").assessments.scores({ year })).toEqual(scores);
  });

  test("is said of a record of the township that is named, and of no other's [S1]", async () => {
    const there = await createCounty(["岱西镇"]);
    const abroad = callerAs("countyStaff", there, undefined, noon("2027-01-12"));
    const input = { idempotencyKey: newKey(), year, id: (await drawn()).lines[0]?.id ?? "" };
    for (const [caller, of] of [
      [staff("2027-01-12"), county.townships[1]?.code ?? ""],
      [abroad, there.townships[0]?.code ?? ""],
      [abroad, desk.township.code],
    ] as const)
      await expect(
        caller.checks.record({ ...input, of, result: "asRecorded", reason: "补", seen: 2 }),
      ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("two who write at once: one is told, and nothing is lost", async () => {
    const id = (await drawn()).lines[2]?.id ?? "";
    const both = await Promise.allSettled([
      record(id, "missing", "档案室查无", 0),
      record(id, "differs", "日期不一致", 0),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await drawn()).lines[2]?.checked?.number).toBe(1);
  });

  test("is the county's to say, and stays as it is for every role and for the tables' owner [S5]", async () => {
    await expect(
      office("2027-01-12").checks.record({
        ...{ idempotencyKey: newKey(), year, of: desk.township.code, id: (await drawn()).lines[0]?.id ?? "" },
        ...{ result: "asRecorded", reason: "自查", seen: 2 },
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    await withClient(inject("adminUrl"), async (client) => {
      for (const table of ["spot_announcement", "spot_draw", "spot_check", "spot_result"])
        await expect(client.query(`DELETE FROM ${table}`), table).rejects.toThrow(/is frozen/);
      await expect(
        client.query(
          `INSERT INTO spot_check SELECT county_id, township_id, gen_random_uuid(), year, 999, 'A1', record_type, gen_random_uuid(), key
           FROM spot_check WHERE county_id = $1 LIMIT 1`,
          [county.id],
        ),
      ).rejects.toThrow(/the year is drawn/);
    });
  });
});
