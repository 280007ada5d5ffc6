import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { naturalKey, naturalOrder } from "@/lib/natural-order";
import { callerAs, createCounty, newKey, type TestCounty, type TestTownship } from "../support/tenants";

const admin = new Client({ connectionString: inject("adminUrl") });
beforeAll(() => admin.connect());
afterAll(() => admin.end());

/** Names of a fixed seed: words, digits of both widths, Chinese and formal numerals, signs beyond the basic plane. */
function names(count: number): string[] {
  const signs = Array.from(
    "第第一二三四五六七八九十十百千万两〇零廿卅壹贰叁拾0123456789０１２①Ⅳ号组选区村甲乙·（ A𠮷﨑é\ue000",
  );
  let seed = 20261126;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const name = () => Array.from({ length: next(12) }, () => signs[next(signs.length)] ?? "").join("");
  return [...Array.from({ length: count }, name), "九万".repeat(150), "1".repeat(300), "零".repeat(10)];
}

describe("the database and the program have one natural order", () => {
  it("gives every name the same key and every list the same order", async () => {
    const all = [...new Set(names(3_000))];
    const { rows } = await admin.query<{ name: string; key: string }>(
      `SELECT name, app.natural_key(name) AS key FROM unnest($1::text[]) name ORDER BY app.natural_key(name) COLLATE "C", name COLLATE "C"`,
      [all],
    );
    expect(rows.filter(({ name, key }) => key !== naturalKey(name))).toEqual([]);
    expect(rows.map(({ name }) => name)).toEqual(all.toSorted(naturalOrder));
  });

  it("is cheap enough for a list of some thousand rows", async () => {
    const started = performance.now();
    await admin.query(
      "SELECT max(app.natural_key('云岭镇第' || n || '代表小组')) FROM generate_series(1, 5000) n",
    );
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe("lists and filters stand in natural order", () => {
  let county: TestCounty;
  let home: TestTownship;
  const numerals = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");
  const places = [
    ...["1", "2", "3", "9", "10", "11", "12"].map((number) => `${number}号选区`),
    ...numerals.map((numeral) => `第${numeral}选区`),
  ];
  const caller = () => callerAs("townshipStaff", county, home);
  const at = () => ({ township: home.code });

  beforeAll(async () => {
    county = await createCounty(["云岭镇"]);
    [home] = county.townships as [TestTownship];
    const mixed = places
      .map((place, index) => ({ place, index }))
      .toSorted((a, b) => a.place.localeCompare(b.place));
    const rows = mixed.map(({ place, index }, row) => ({
      line: row + 2,
      cells: {
        name: `序${"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申".charAt(index)}`,
        levels: "乡镇",
        constituency: place,
        group: `第${numerals[index % 12] ?? ""}代表小组`,
        startsOn: "2022-01-12",
      },
    }));
    await caller().deputies.importRows({ ...at(), idempotencyKey: newKey(), rows });
    for (const name of [
      "第十小学",
      "第二小学",
      "第一小学",
      "镇10号水厂",
      "镇9号水厂",
      "三江水务",
      "阿坝站",
    ]) {
      await caller().units.create({ ...at(), idempotencyKey: newKey(), name, kind: "village" });
    }
  });

  it("of deputies by constituency: 第一 第二 … 第十 第十一, 1号 2号 10号, up and down [R3]", async () => {
    const by = async (direction: "asc" | "desc") => {
      const { rows } = await caller().deputies.list({
        ...at(),
        sort: "constituency",
        direction,
        pageSize: 100,
      });
      return rows.map((row) => row.mandates[0]?.constituency);
    };
    expect(await by("asc")).toEqual(places);
    expect(await by("desc")).toEqual(places.toReversed());
    const sheet = await caller().deputies.exportRows({ ...at(), sort: "constituency" });
    expect(sheet.rows.map((row) => row[4])).toEqual(places);
  });

  it("of constituencies and groups to filter by, and of groups [R4]", async () => {
    const { constituencies, groups } = await caller().deputies.filters(at());
    expect(constituencies).toEqual(places);
    const inOrder = numerals.map((numeral) => `第${numeral}代表小组`);
    expect(groups.map(({ name }) => name)).toEqual(inOrder);
    expect((await caller().deputies.groups(at())).groups.map(({ name }) => name)).toEqual(inOrder);
  });

  it("of units, by pinyin and then by number, in lists, choices and exports", async () => {
    const inOrder = ["阿坝站", "第一小学", "第二小学", "第十小学", "三江水务", "镇9号水厂", "镇10号水厂"];
    const { rows } = await caller().units.list({ ...at(), sort: "name", direction: "asc" });
    expect(rows.map(({ name }) => name)).toEqual(inOrder);
    expect((await caller().units.options(at())).map(({ name }) => name)).toEqual(inOrder);
    const { units } = await caller().supervision.options({ ...at(), on: "2026-01-01" });
    expect(units.map(({ name }) => name)).toEqual(inOrder);
  });
});
