import { beforeAll, describe, expect, it } from "vitest";
import type { MetricCode } from "@/domains/figures/rules/metrics";
import { assign, check, noon, openDesk } from "../../support/suggestions";
import {
  callerOf,
  createCounty,
  newKey,
  sessionAs,
  type TestCounty,
  type TestTownship,
} from "../../support/tenants";

const now = noon("2026-08-01");
let county: TestCounty;
let [home, other]: TestTownship[] = [];
const me = () => sessionAs("countyStaff", county);

const choiceOf = (metrics: MetricCode[], years = [2026], townships: string[] = []) => ({
  ...{ metrics, years, townships, class: null },
});
const caller = () => callerOf(me(), now).oversight;

beforeAll(async () => {
  county = await createCounty(["甲镇", "乙镇", "丙乡"]);
  [home, other] = county.townships as [TestTownship, TestTownship];
  const desk = await openDesk(county, home);
  const first = await desk.enter("2026-03-02");
  await check(desk, first.id, "2026-03-03");
  await assign(desk, first.id, "2026-03-04");
  await desk.enter("2026-04-02", "关于增设路灯的建议");
}, 120_000);

describe("whatever is put beside each other", () => {
  it("has the figures of the comparison and of the catalogue, each with the rows that make it [R89]", async () => {
    const { cells, townships } = await caller().anyComparison(choiceOf(["C1", "C3", "M01"]));
    expect(townships).toHaveLength(3);
    expect(cells).toHaveLength(9);
    const compared = await caller().comparison({ year: 2026 });
    const catalogue = await callerOf(me(), now).assessments.metrics({ year: 2026 });
    for (const { year: _, township, ...cell } of cells) {
      const of = cell.metric === "M01" ? catalogue.townships : compared.townships;
      const known = of
        .find(({ code }) => code === township)
        ?.cells.find(({ metric }) => metric === cell.metric);
      expect(known).toMatchObject(cell);
      const rows = await caller().evidence({ township, metric: cell.metric, year: 2026 });
      expect(rows.cell).toMatchObject(cell);
      expect(rows.total).toBe(cell.counted);
    }
  });

  it("tells years apart, the one that still runs among them, newest first [R89]", async () => {
    const { years, cells } = await caller().anyComparison(choiceOf(["C1"], [2025, 2026], [home?.code ?? ""]));
    expect(years.map(({ year, state }) => [year, state])).toEqual([
      [2026, "open"],
      [2025, "over"],
    ]);
    expect(cells.map(({ year, state }) => [year, state])).toEqual([
      [2026, "value"],
      [2025, "notEntered"],
    ]);
  });

  it("says of a township that is another county's the same as of one that nobody has [S1]", async () => {
    const abroad = await createCounty(["外镇"]);
    const asked = (code: string) =>
      caller().anyComparison(choiceOf(["C1"], [2026], [home?.code ?? "", code]));
    const unknown = await asked("000000000");
    expect(await asked(abroad.townships[0]?.code ?? "")).toEqual(unknown);
    expect([unknown.lost, unknown.townships.map(({ code }) => code)]).toEqual([1, [home?.code]]);
  });

  it("leaves as an Excel file with how far they lie apart and what every figure is [R89]", async () => {
    const file = await caller().exportAny(choiceOf(["C1", "M01"], [2026, 2025]));
    expect(file.columns.map(({ header }) => header)).toEqual([
      ...["乡镇", "类别"],
      ...["C1", "M01"].flatMap((code) =>
        [2026, 2025].map(
          (year) => expect.stringMatching(new RegExp(`^${code} .*（.+） ${String(year)}$`)) as string,
        ),
      ),
    ]);
    expect(file.rows).toHaveLength(3);
    expect(file.beside?.map(({ title }) => title)).toEqual(["差距", "口径说明"]);
    const [, definitions] = file.beside ?? [];
    expect(definitions?.rows[0]?.[3]).not.toBe("");
    expect(JSON.stringify(definitions?.rows)).toContain("2026 年还没有结束");
  });

  it("is asked for at least one metric and one year, and no more than can be read", async () => {
    await expect(caller().anyComparison(choiceOf([]))).rejects.toThrow();
    await expect(caller().anyComparison(choiceOf(["C1"], []))).rejects.toThrow();
    await expect(
      caller().anyComparison(choiceOf(["C1"], [2020, 2021, 2022, 2023, 2024, 2025])),
    ).rejects.toThrow();
    await expect(caller().anyComparison(choiceOf(["C1", "C1"]))).rejects.toThrow();
  });
});

describe("a comparison that was kept", () => {
  const input = (name: string, shared: boolean) => ({
    ...{ idempotencyKey: newKey(), id: null, version: null, name, shared },
    choice: choiceOf(["C1", "C3"], [2026], [other?.code ?? ""]),
  });

  it("opens from its link for its owner, and for others only where it is shared [S2]", async () => {
    const [owner, colleague] = [me(), me()];
    const mine = callerOf(owner, now).oversight;
    const theirs = callerOf(colleague, now).oversight;
    const alone = await mine.saveComparison(input("只给自己", false));
    const shared = await mine.saveComparison(input("给全县", true));
    expect(await mine.savedComparison({ id: alone.id })).toMatchObject({ name: "只给自己", own: true });
    await expect(theirs.savedComparison({ id: alone.id })).rejects.toThrow("没有共享");
    expect(await theirs.savedComparison({ id: shared.id })).toMatchObject({
      ...{ own: false, ownerName: "测试员", choice: choiceOf(["C1", "C3"], [2026], [other?.code ?? ""]) },
    });
    expect((await theirs.savedComparisons({})).rows.map(({ name }) => name)).not.toContain("只给自己");
    const foreign = callerOf(sessionAs("countyStaff", await createCounty(["外镇"])), now).oversight;
    await expect(foreign.savedComparison({ id: shared.id })).rejects.toThrow("没有共享");
  });

  it("is changed and struck by its owner alone, as he saw it, and its name is his only once", async () => {
    const [owner, colleague] = [me(), me()];
    const mine = callerOf(owner, now).oversight;
    const { id } = await mine.saveComparison(input("建议办理", true));
    await expect(mine.saveComparison(input("建议办理", true))).rejects.toThrow("已存过「建议办理」");
    const change = { ...input("建议办理三年", true), id, version: 1 };
    await expect(callerOf(colleague, now).oversight.saveComparison(change)).rejects.toThrow("没有找到");
    await mine.saveComparison(change);
    await expect(mine.saveComparison({ ...change, idempotencyKey: newKey() })).rejects.toThrow(
      "已经修改并保存",
    );
    const strike = () => ({ idempotencyKey: newKey(), id, version: 2 });
    await expect(callerOf(colleague, now).oversight.strikeComparison(strike())).rejects.toThrow("没有找到");
    await mine.strikeComparison(strike());
    await expect(mine.savedComparison({ id })).rejects.toThrow("没有找到这个存下的比较");
  });
});
