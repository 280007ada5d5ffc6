import { describe, expect, it } from "vitest";
import { addressOf, choiceIn, saysChoice } from "@/domains/oversight/components/choice";
import { spreadsOf } from "@/domains/oversight/rules/spreads";

describe("what an address asks to compare", () => {
  it("leaves out what it does not know, and is the current year without one", () => {
    const asked = { metrics: "C3,zzz,C1,C1", class: "7", townships: "330921101,x", years: "20x" };
    expect(choiceIn(asked, 2026)).toEqual({
      ...{ metrics: ["C1", "C3"], years: [2026], class: null },
      townships: ["330921101"],
    });
    expect(saysChoice({ view: "x" })).toBe(false);
  });

  it("comes back from the address it makes", () => {
    const choice = {
      metrics: ["A1" as const, "M01" as const],
      years: [2026, 2024],
      class: 2 as const,
      townships: [],
    };
    const address = Object.fromEntries(
      Object.entries(addressOf(choice)).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
    );
    expect(choiceIn(address, 2000)).toEqual(choice);
  });
});

describe("how far townships lie apart", () => {
  const cell = (township: string, value: number | null) => ({
    metric: "C1" as const,
    year: 2026,
    township,
    value,
  });
  const cells = [cell("a", 1), cell("b", 3), cell("c", null), cell("d", 10)];

  it("is told of each class by itself and of all, and of those with a figure alone [R89]", () => {
    const townships = [
      { code: "a", class: 1 },
      { code: "b", class: 1 },
      { code: "c", class: 1 },
      { code: "d", class: null },
    ];
    expect(spreadsOf(cells, townships, ["C1"], [2026])).toEqual([
      expect.objectContaining({
        among: 1,
        townships: 3,
        spread: { n: 2, min: 1, lower: null, median: 2, upper: null, max: 3 },
      }),
      expect.objectContaining({
        among: "unclassed",
        townships: 1,
        spread: expect.objectContaining({ n: 1 }) as unknown,
      }),
      expect.objectContaining({
        among: "all",
        townships: 4,
        spread: expect.objectContaining({ n: 3, max: 10 }) as unknown,
      }),
    ]);
  });

  it("has quarters from four townships on: of fewer a quarter is none of them [R89]", () => {
    const places = ["a", "b", "d", "e"].map((code) => ({ code, class: 1 }));
    const four = [cell("a", 1), cell("b", 2), cell("d", 3), cell("e", 4)];
    const [whole] = spreadsOf(four, places, ["C1"], [2026]);
    expect(whole?.spread).toEqual({ n: 4, min: 1, lower: 1.75, median: 2.5, upper: 3.25, max: 4 });
    const [few] = spreadsOf(four.slice(1), places, ["C1"], [2026]);
    expect(few?.spread).toEqual({ n: 3, min: 2, lower: null, median: 3, upper: null, max: 4 });
  });

  it("is said once where there is one class, and is nothing where there is no figure", () => {
    const told = spreadsOf([cell("c", null)], [{ code: "c", class: 2 }], ["C1"], [2026]);
    expect(told).toEqual([{ metric: "C1", year: 2026, among: 2, townships: 1, spread: null }]);
  });
});
