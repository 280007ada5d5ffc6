import { describe, expect, it } from "vitest";
import type { MetricValue } from "@/domains/figures/rules/formulas";
import { weighedText } from "@/domains/figures/rules/weighed";

const of = (numerator: number, denominator: number, reported = 0): MetricValue => ({
  state: "value",
  numerator,
  denominator,
  parts: [{ part: "reported", numerator, denominator: reported, records: reported }],
});

describe("a weighed figure is told by what was weighed", () => {
  it("D5 names the reports that its list has, and what the passed part of the terms asks for", () => {
    expect(weighedText("D5", of(183.52, 220, 179))).toBe(
      "按任期进度应述 214.6 人次（220 名代表 × 任期已过 97.5%），已述 179 人次",
    );
    expect(weighedText("D5", of(220, 220, 50))).toBe("220 名代表按任期进度应述职的都已述职，已述 50 人次");
  });

  it("C5 and E3 say that they reckon basic satisfaction in", () => {
    expect(weighedText("C5", of(8.2, 9))).toBe("9 件建议已测评，折合满意 8.2 件（满意计 1、基本满意计 0.6）");
    expect(weighedText("E3", of(250.4, 300))).toContain("折合满意 250.4 票");
  });

  it("says nothing of figures that are not weighed", () => {
    expect(weighedText("C1", of(1, 2))).toBeNull();
    expect(weighedText(null, of(1, 2))).toBeNull();
  });
});
