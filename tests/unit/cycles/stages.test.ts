import { describe, expect, it } from "vitest";
import { daysOnBeginning, decisionDue, lasting, mayPlan, proposedDays } from "@/domains/cycles/rules/days";
import { mayBegin, type Progress, stages } from "@/domains/cycles/rules/stages";
import { refusal } from "./refusal";

/** 2026-05-01 is a holiday on a Friday, and the Saturday after the next is worked. */
const calendar = {
  years: new Set([2026]),
  holidays: new Set(["2026-05-01", "2026-05-04", "2026-05-05"]),
  workedWeekends: new Set(["2026-05-09"]),
};
const progress: Progress = {
  ...{ stage: "frozen", today: "2026-01-20", until: null, openAppeals: 0, unknown: null },
  ...{ unsubmitted: [], unassigned: [], unreviewed: [], unsettled: [] },
};

describe("the stages of a cycle", () => {
  it("are taken in their order, each once, and whoever is early is told what comes first [R85]", () => {
    for (const [index, stage] of stages.entries()) {
      if (stage === "frozen") continue;
      const before = stages[index - 1] ?? "frozen";
      expect(mayBegin(stage, { ...progress, stage: before })).toEqual({ allowed: true });
      expect(refusal(mayBegin(stage, { ...progress, stage }))).toContain("已经开始过");
    }
    expect(refusal(mayBegin("appeal", { ...progress, stage: "review" }))).toBe(
      "现在是“评审”，要先完成“初步结果”，才能进入“申诉”。",
    );
    expect(refusal(mayBegin("published", progress))).toContain("要先完成“自评”");
  });

  it("wait for whoever is still to do his part, by name [R85]", () => {
    const self = { ...progress, stage: "selfAssessment", until: "2026-01-25" } as const;
    expect(refusal(mayBegin("review", { ...self, unsubmitted: ["甲镇"] }))).toContain("还没有提交的有：甲镇");
    expect(mayBegin("review", { ...self, unsubmitted: ["甲镇"], today: "2026-01-26" }).allowed).toBe(true);
    expect(mayBegin("review", self).allowed).toBe(true);
    const review = { ...progress, stage: "review" } as const;
    expect(refusal(mayBegin("preliminary", { ...review, unassigned: ["甲镇"] }))).toContain("要有两名评审");
    expect(refusal(mayBegin("preliminary", { ...review, unreviewed: ["乙镇"] }))).toContain("乙镇");
    expect(refusal(mayBegin("preliminary", { ...review, unsettled: ["丙乡"] }))).toContain("由第三人协调");
    const appeal = { ...progress, stage: "appeal", until: "2026-01-25" } as const;
    expect(refusal(mayBegin("decided", appeal))).toContain("申诉到 2026-01-25 截止");
    expect(refusal(mayBegin("decided", { ...appeal, today: "2026-01-26", openAppeals: 2 }))).toContain(
      "还有 2 件申诉没有决定",
    );
  });

  it("a deadline in a year without holidays is refused, and says where to enter them [R85]", () => {
    const { unknown } = lasting("appeal", "2026-12-29", calendar);
    expect(refusal(mayBegin("appeal", { ...progress, stage: "preliminary", unknown }))).toBe(
      "2027 年的放假安排还没有录入，请县人大先在“设置”里的“工作日”页录入（至少录入元旦 1 月 1 日）。",
    );
  });
});

describe("the days of a cycle", () => {
  it("are proposed one after the other, the appeal in working days [R85]", () => {
    const days = proposedDays(
      "2026-04-01",
      { appeal: { from: "2026-04-30", until: "2026-05-12" } },
      calendar,
    );
    expect(days.selfAssessment).toEqual({
      from: "2026-04-02",
      until: "2026-04-12",
      unknown: null,
      set: false,
    });
    expect(days.review.from).toBe("2026-04-13");
    expect(days.appeal).toMatchObject({ until: "2026-05-12", set: true });
    expect(days.decided.from).toBe("2026-05-19");
    // 30 April is a Thursday: 6, 7, 8 May, the worked Saturday, and Monday.
    expect(decisionDue("2026-04-30", calendar)).toEqual({ day: "2026-05-11", unknown: null });
    expect(proposedDays("2026-12-01", {}, calendar).appeal.unknown).toContain("2027 年的放假安排还没有录入");
  });

  it("are the county's to change until the stage begins, with five working days to appeal at least [R85]", () => {
    const earlier = { from: "2026-04-13", until: null };
    const plan = (from: string, until: string | null, now: "review" | "appeal" = "review") =>
      refusal(mayPlan("appeal", now, { from, until }, earlier, calendar));
    expect(plan("2026-04-30", "2026-05-11")).toBeNull();
    expect(plan("2026-04-30", "2026-05-10")).toContain("最早到 2026-05-11 截止");
    expect(plan("2026-04-30", null)).toContain("到哪一天截止");
    expect(plan("2026-04-30", "2062-05-11")).toContain("最晚到 2026-06-29 截止");
    expect(plan("2026-04-01", "2026-05-11")).toContain("不能早于上一阶段");
    expect(plan("2026-04-30", "2026-05-11", "appeal")).toContain("已经开始");
  });

  it("that were set hold when the stage begins, unless they have become too short [R85]", () => {
    const planned = { from: "2026-04-28", until: "2026-05-15", unknown: null, set: true };
    expect(daysOnBeginning("appeal", "2026-04-30", planned, calendar).until).toBe("2026-05-15");
    expect(daysOnBeginning("appeal", "2026-05-14", planned, calendar).until).toBe("2026-05-21");
    expect(daysOnBeginning("preliminary", "2026-04-30", planned, calendar).until).toBeNull();
  });
});
