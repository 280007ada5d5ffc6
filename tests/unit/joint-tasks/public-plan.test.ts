import { describe, expect, it } from "vitest";
import { committeeLabels } from "@/domains/joint-tasks/labels";
import { isPublic, type PlannedTask, planText, publicPlanOf } from "@/domains/joint-tasks/rules/public-plan";
import { mayClose, mayMoveDespite } from "@/domains/joint-tasks/rules/tasks";

const task = (more: Partial<PlannedTask>): PlannedTask => ({
  ...{ title: "食品安全法实施情况", kind: "lawInspection", lawName: "中华人民共和国食品安全法" },
  ...{ basis: null, committee: "culture", windowFrom: "2026-06-01", windowUntil: "2026-07-10", townships: 7 },
  ...more,
});
const plan = (tasks: PlannedTask[]) => publicPlanOf({ county: "岱山县", year: 2026, tasks }, committeeLabels);
const visit = { kind: "inspectionVisit", title: "视察渔港", lawName: null } as const;
const safety = { title: "安全生产法实施情况", lawName: "中华人民共和国安全生产法", windowFrom: "2026-03-01" };

describe("the year's plan is published as text [R87]", () => {
  it("by kind of supervision and in the order of the year, with months and committees", () => {
    const text = planText(
      plan([
        task({ ...visit, windowFrom: "2026-09-01", windowUntil: "2026-09-20" }),
        task(safety),
        task({ basis: "常委会年度工作要点" }),
      ]),
    );
    expect(text.split("\n")).toEqual([
      "岱山县人大常委会2026年度监督工作计划",
      "",
      "根据《中华人民共和国各级人民代表大会常务委员会监督法》，结合本县实际，制定2026年度监督工作计划，现向社会公布。",
      "一、开展执法检查",
      "1. 安全生产法实施情况，检查《中华人民共和国安全生产法》的实施情况，上下联动 7 个乡镇（街道）人大同步开展。时间：3月至7月。牵头：教科文卫工委。",
      "2. 食品安全法实施情况，检查《中华人民共和国食品安全法》的实施情况，上下联动 7 个乡镇（街道）人大同步开展。时间：6月至7月。牵头：教科文卫工委。依据：常委会年度工作要点。",
      "二、组织视察",
      "1. 视察渔港，上下联动 7 个乡镇（街道）人大同步开展。时间：9月。牵头：教科文卫工委。",
      "计划执行中需要调整的，由常委会主任会议决定，并向社会公布。",
    ]);
  });

  it("without the visits that nobody is to know of", () => {
    expect(isPublic("unannouncedVisit")).toBe(false);
    expect(planText(plan([task({ kind: "unannouncedVisit", title: "暗访餐饮" })]))).not.toContain("暗访餐饮");
  });
});

describe("a task is closed, and a visit moved, with nothing left unsaid [R87]", () => {
  const said = (decision: ReturnType<typeof mayClose>) => (decision.allowed ? null : decision.reason);
  const closing = { states: ["done", "waiting"], rating: false, reported: false, why: null } as const;

  it("with an issued report or a reason why there is none; ratings have no report", () => {
    expect(said(mayClose("reporting", closing))).toContain("还没有印发");
    const waiting = mayClose("reporting", { ...closing, states: ["submitted"], reported: true });
    expect(said(waiting)).toContain("没有认定");
    for (const more of [{ rating: true }, { reported: true }, { why: "成果直接送财经工委" }])
      expect(mayClose("reporting", { ...closing, ...more }).allowed).toBe(true);
  });

  it("into other days' conflicts only with a reason of its own", () => {
    const against = ["6月9日去高亭镇，撞上另一项。"];
    expect(said(mayMoveDespite(against, null))).toContain("有 1 处冲突");
    expect(mayMoveDespite(against, "乡镇要求").allowed).toBe(true);
    expect(mayMoveDespite([], null).allowed).toBe(true);
  });
});
