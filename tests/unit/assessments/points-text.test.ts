import { expect, it } from "vitest";
import { pointsText } from "@/domains/figures/labels";

it("three numbers of one total are told apart, to the cent; what is folded says on which scale", () => {
  const total = { points: 10.7, max: 93, computed: 100, redistributed: 11.51 };
  expect(pointsText(total)).toBe("得分 10.70 分，适用分值 93 分，折合百分制 11.51 分");
  expect(pointsText({ ...total, computed: 95 })).toContain("折合（满分 95 分）11.51 分");
  expect(pointsText({ ...total, redistributed: null })).toContain("折合百分制 未录");
});
