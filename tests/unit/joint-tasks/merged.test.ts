import { describe, expect, it } from "vitest";
import { type MergedFinding, type MergedPart, mergedFigures } from "@/domains/joint-tasks/rules/merged";
import { sectionsOf, statementsOf } from "@/domains/joint-tasks/rules/statements";
import { lineChanges } from "@/lib/line-changes";

const task = {
  ...{ title: "食品安全检查", lawName: "食品安全法", windowFrom: "2026-06-01", windowUntil: "2026-06-30" },
  points: [{ code: "1", text: "许可", article: "第35条" }],
};
const finding = (id: string, more: Partial<MergedFinding> = {}): MergedFinding => ({
  ...{
    id,
    description: `问题${id}`,
    state: "closed",
    unit: "市监所",
    overdue: false,
    reopened: 0,
    severity: null,
  },
  ...more,
});
const part = (name: string, findings: MergedFinding[], more: Partial<MergedPart> = {}): MergedPart => ({
  ...{
    id: name,
    township: name,
    name,
    state: "done",
    activityId: `a${name}`,
    deputies: 4,
    unnamed: 0,
    visited: 3,
  },
  ...{ findings, answers: [], ...more },
});
const parts = [
  part(
    "甲镇",
    [1, 2, 3, 4, 5].map((id) => finding(`a${id}`)),
  ),
  part("乙镇", [finding("b1", { state: "reopened", reopened: 1, overdue: true }), finding("b2")], {
    answers: [
      { code: "1", answer: "problem", findingId: "b1" },
      { code: "1", answer: "ok", findingId: null },
      { code: "1", answer: "notApplicable", findingId: null },
    ],
  }),
  part("丙镇", [finding("c1")], { state: "returned" }),
];

describe("the results of a joint task brought together [R87]", () => {
  it("counts accepted results alone, by township, unit and point, and names the townships that are left out", () => {
    const figures = mergedFigures(task, parts);
    expect(figures).toMatchObject({ asked: 3, accepted: 2, findings: 7, closed: 6, overdue: 1, reopened: 1 });
    expect(figures.missing).toEqual([{ name: "丙镇", state: "returned" }]);
    expect(figures.units).toMatchObject([{ name: "市监所", townships: ["甲镇", "乙镇"], findings: 7 }]);
    expect(figures.points).toMatchObject([{ n: 2, of: 1, townships: [{ name: "乙镇", n: 2, of: 1 }] }]);
  });

  it("says what it counted with numerators and denominators, small numbers as such, each with its records", () => {
    const statements = statementsOf(task, parts, "2026-07-20");
    const texts = statements.map(({ text }) => text);
    expect(texts).toContain("代表8人次参加，走访6处，发现问题7个。");
    expect(texts).toContain(
      "发现的7个问题中，已销号85.7%（6/7），已过期限还没有销号1个，退回重新整改过1个。",
    );
    expect(texts).toContain(
      "销号率最高的是甲镇（5/5），最低的是乙镇（1/2）。乙镇的问题少于5个，比率只供参考。",
    );
    expect(texts).toContain("检查清单第1条（许可）查了2处，有问题的1/2。");
    expect(statements.find(({ text }) => text.startsWith("1个问题退回"))?.refs).toMatchObject([
      { type: "finding", id: "b1", township: "乙镇" },
    ]);
    expect(sectionsOf(statements).map(({ code }) => code)).toEqual([
      "overview",
      "findings",
      "causes",
      "advice",
    ]);
  });

  it("tells two versions apart line by line", () => {
    expect(lineChanges("一\n二\n三", "一\n二改\n三\n四")).toEqual([
      { kind: "same", text: "一" },
      { kind: "out", text: "二" },
      { kind: "in", text: "二改" },
      { kind: "same", text: "三" },
      { kind: "in", text: "四" },
    ]);
    expect(lineChanges("", "")).toEqual([]);
  });
});
