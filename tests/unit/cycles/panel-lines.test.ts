import { describe, expect, it } from "vitest";
import { awardsOf, panelOf } from "@/domains/cycles/rules/panel-lines";

const towns = [
  { code: "1", name: "甲镇" },
  { code: "2", name: "乙镇" },
];

describe("what is pasted from a sheet", () => {
  it("is the panel, a line a member, points in the order of the townships [R86]", () => {
    expect(panelOf("陈某\t县人大代表\t90\t85\n\n李某，村干部，88，80", towns)).toEqual({
      value: [
        {
          name: "陈某",
          role: "县人大代表",
          points: [
            { code: "1", points: 90 },
            { code: "2", points: 85 },
          ],
        },
        {
          name: "李某",
          role: "村干部",
          points: [
            { code: "1", points: 88 },
            { code: "2", points: 80 },
          ],
        },
      ],
    });
    expect(panelOf("", towns)).toEqual({ value: [] });
    expect(panelOf("陈某", towns)).toMatchObject({
      fault: expect.stringContaining("先写姓名和身份") as string,
    });
    expect(panelOf("陈某，代表，90", towns)).toMatchObject({
      fault: expect.stringContaining("应有 2 个评分") as string,
    });
    expect(panelOf("陈某，代表，90，好", towns)).toMatchObject({
      fault: expect.stringContaining("不是数字") as string,
    });
  });

  it("is the awards, a line each [R85]", () => {
    expect(awardsOf("甲镇 先进单位\n乙镇：单项奖", towns)).toEqual({
      value: [
        { code: "1", name: "先进单位" },
        { code: "2", name: "单项奖" },
      ],
    });
    expect(awardsOf("丙乡 先进单位", towns)).toMatchObject({
      fault: expect.stringContaining("看不懂") as string,
    });
  });
});
