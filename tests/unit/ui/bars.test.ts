import { expect, it } from "vitest";
import { prepareBars } from "@/ui/charts/bars";

it("bars stand by the first series, the highest first; 未录 and 无 have none and come last", () => {
  const places = ["甲", "乙", "丙", "丁"].map((name) => ({ id: name, name }));
  const series = [
    {
      name: "2026年",
      figures: new Map<string, number | "none" | "missing">([
        ["甲", "missing"],
        ["乙", 2],
        ["丙", 5],
      ]),
    },
    {
      name: "2025年",
      figures: new Map<string, number | "none" | "missing">([
        ["甲", 9],
        ["乙", "none"],
      ]),
    },
  ];
  expect(prepareBars(places, series).rows).toEqual([
    { name: "丙", "2026年": 5, "2025年": null },
    { name: "乙", "2026年": 2, "2025年": null },
    { name: "甲", "2026年": null, "2025年": 9 },
    { name: "丁（未录）", "2026年": null, "2025年": null },
  ]);
});
