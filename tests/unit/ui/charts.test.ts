import { describe, expect, test } from "vitest";
import { tintedRow, toneAmong } from "@/ui/charts/heat";
import { prepareLeague } from "@/ui/charts/league";
import { labelsOf, prepareSpread } from "@/ui/charts/spread";
import { labelledSteps, prepareTrend } from "@/ui/charts/trend";
import { figureText, medianOf } from "@/ui/figure";

test("a name stands at its dot only where it runs into no other, above the line first, then below", () => {
  const entries = [0, 3, 4, 50, 100].map((figure, index) => ({
    ...{ id: String(index), name: `镇${index}`, figure },
  }));
  const spread = prepareSpread(entries);
  const labels = spread === null ? [] : labelsOf(spread);
  expect(labels.map(({ text, above }) => [text, above])).toEqual([
    ["镇0", true],
    ["镇1", false],
    ["镇3", true],
    ["镇4", true],
  ]);
  expect(labels.at(-1)?.anchor).toBe("end");
});

describe("figures", () => {
  test("无, 未录 and zero read as three different things", () => {
    expect([figureText("none"), figureText("missing"), figureText(0)]).toEqual(["无", "未录", "0"]);
  });

  test("carry their unit and no needless digits", () => {
    expect(figureText(90, " 分")).toBe("90 分");
    expect(figureText(90, "分")).toBe("90 分");
    expect(figureText(71.04, "%")).toBe("71%");
  });

  test("without a number do not pull the median down", () => {
    expect(medianOf([4, "missing", 2, "none"])).toBe(3);
    expect(medianOf(["none"])).toBeNull();
  });
});

describe("a trend", () => {
  const own = {
    name: "东沙镇",
    points: [
      { x: "2024", y: 4 },
      { x: "2025", y: null },
    ],
  };

  test("keeps a gap a gap, also where a series has no such step", () => {
    const median = { name: "中位", points: [{ x: "2026", y: 3 }] };
    expect(prepareTrend([own, median]).rows).toEqual([
      { x: "2024", 东沙镇: 4, 中位: null },
      { x: "2025", 东沙镇: null, 中位: null },
      { x: "2026", 东沙镇: null, 中位: 3 },
    ]);
  });

  test("is named at its last number", () => {
    expect(prepareTrend([own]).ends).toEqual([{ name: "东沙镇", x: "2024", y: 4 }]);
  });

  test("says a level stretch once, with its end, and a gap not at all", () => {
    const points = [0, 0, 0, 2, null, 2, 2].map((y, index) => ({ x: String(index), y }));
    expect([...labelledSteps(points)]).toEqual(["0", "3", "6"]);
  });
});

describe("a league", () => {
  test("ranks within the class, equals share a place, and no number means no place", () => {
    const entry = (id: string, figure: number | "missing") => ({ id, name: id, figure });
    const [first, second] = prepareLeague([
      { label: "一类", entries: [entry("a", "missing"), entry("b", 50), entry("c", 50), entry("d", 20)] },
      { label: "二类", entries: [entry("e", 100)] },
    ]);
    expect(first?.bars.map((bar) => [bar.id, bar.place, bar.tied, bar.length])).toEqual([
      ["b", 1, true, 50],
      ["c", 1, true, 50],
      ["d", 3, false, 20],
      ["a", null, false, 0],
    ]);
    expect(second?.bars[0]?.place).toBe(1);
  });
});

describe("a spread", () => {
  test("places everybody between the lowest and the highest and counts the absent", () => {
    const spread = prepareSpread(
      [
        { id: "a", name: "甲镇", figure: 0 },
        { id: "b", name: "乙镇", figure: 10 },
        { id: "c", name: "丙镇", figure: "none" },
      ],
      "b",
    );
    expect(spread).toMatchObject({
      low: 0,
      high: 10,
      median: { value: 5, at: 50 },
      own: { at: 100 },
      absent: 1,
    });
  });

  test("gathers the same figure in one dot and lays one's own on top", () => {
    const entry = (id: string, figure: number) => ({ id, name: id, figure });
    const spread = prepareSpread([entry("a", 4), entry("b", 2), entry("c", 4)], "c");
    expect(spread?.dots.map(({ names, own }) => [names, own])).toEqual([
      [["b"], false],
      [["a", "c"], true],
    ]);
    expect(spread?.own).toEqual({ name: "c", value: 4, at: 100 });
  });

  test("of nobody is nothing", () => {
    expect(prepareSpread([{ id: "a", name: "甲镇", figure: "missing" }])).toBeNull();
  });
});

describe("tints", () => {
  test("tell distance from the class's median against the county's range", () => {
    const all = [93, 88, 95, 76, 86, 91];
    expect(toneAmong(76, [95, 86, 76], all)).toBe("poor");
    expect(toneAmong(95, [95, 86, 76], all)).toBe("best");
    expect(toneAmong(88, [95, 92, 88], all)).toBe("low");
  });

  test("stay plain for a class of two, whose figures always lie equally far from their median", () => {
    expect(["best", "poor"]).not.toContain(toneAmong(95, [95, 76], [95, 76, 40]));
    expect([toneAmong(95, [95, 76], [95, 76]), toneAmong(76, [95, 76], [95, 76])]).toEqual(["mid", "mid"]);
    expect(toneAmong(9, [9, 1, "missing"], [9, 1])).toBe("mid");
  });

  test("stay plain for a class of one, for equals and within the noise", () => {
    expect(toneAmong(3, [3], [3, 9])).toBe("mid");
    expect(toneAmong(3, [3, 3, 3], [3, 3, 3])).toBe("mid");
    expect(toneAmong(99.9, [99.9, 100, 100], [99.9, 100])).toBe("mid");
  });

  test("turn round where less is better, and an absent number has none", () => {
    expect(toneAmong(9, [9, 1, 1], [9, 1], "down")).toBe("poor");
    expect(toneAmong("none", [1, 2], [1, 2])).toBe("absent");
  });

  test("of a whole row are those of its figures one by one; a broken rule is red whatever the others have", () => {
    const figures = new Map([95, 86, 76, 91, 40].map((figure, index) => [`t${index}`, figure]));
    const classes = [
      { label: "一类", townships: [{ id: "t0" }, { id: "t1" }, { id: "t2" }] },
      { label: "二类", townships: [{ id: "t3" }, { id: "t4" }, { id: "t5" }] },
    ];
    const row = tintedRow(classes, (id) => {
      const figure = figures.get(id);
      return figure === undefined ? undefined : { figure, ...(id === "t4" ? { tone: "bad" as const } : {}) };
    });
    const all = [...figures.values()];
    const [first, second] = row.classes.map(({ cells }) => cells.map(({ tone }) => tone));
    expect(first).toEqual([95, 86, 76].map((figure) => toneAmong(figure, [95, 86, 76], all)));
    expect(second).toEqual(["mid", "bad", "absent"]);
    expect(row.median).toBe(86);
  });
});
