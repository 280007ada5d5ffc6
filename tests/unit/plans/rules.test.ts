import { describe, expect, it } from "vitest";
import { recordedWorks } from "@/domains/plans/data/fulfilled";
import { workLabels } from "@/domains/plans/labels";
import { planItem } from "@/domains/plans/record";
import { mattersIn } from "@/lib/text";
import { isPoint, mayBePoints } from "@/domains/plans/rules/guidance";
import * as rules from "@/domains/plans/rules/items";
import { mayApprove, planOfYear } from "@/domains/plans/rules/year";
import { kinds } from "@/domains/registry";
import type { Face } from "@/lib/records/kind";

const facts = {
  ...{ topic: "视察污水管网", kind: "visit" as const, year: 2026, month: 3, owner: null },
  ...{ origin: null, reason: null, guidance: null },
};
const held: rules.HeldItem = { facts, state: "planned", approved: false, enteredLate: false };
const record = { work: "visit" as const, occurredOn: "2026-03-12", usedBy: null };
const refused = (reason: string) => ({ allowed: false, reason: expect.stringContaining(reason) as string });

describe("an item of the year's plan", () => {
  it("kinds of record name works that the plan knows, and what has no record is told by hand [R6]", () => {
    const named = (kinds as readonly Face[]).flatMap(({ planned }) =>
      planned === undefined
        ? []
        : typeof planned.work === "string"
          ? [planned.work]
          : Object.values(planned.work),
    );
    expect(named.filter((work) => !(work in workLabels))).toEqual([]);
    expect(recordedWorks).toEqual(
      expect.arrayContaining(["session", "presidiumMeeting", "lawInspection", "visit", "training"]),
    );
    expect(recordedWorks).not.toContain("other");
    expect(rules.mayFinish(held, "2026-03-12", "2026-04-01", ["visit"])).toMatchObject(
      refused("请先登记那次工作"),
    );
    expect(rules.mayFinish(held, "2026-03-12", "2026-04-01", []).allowed).toBe(true);
    expect(rules.mayFinish(held, "2026-04-12", "2026-04-01", [])).toMatchObject({ field: "doneOn" });
  });

  it("belongs to its month, whose first day places it [R6]", () => {
    expect(planItem.dayOf(facts, "2026-11-20")).toBe("2026-03-01");
    expect(planItem.titleOf(facts)).toBe("3月计划「视察污水管网」");
  });

  it("is fulfilled by a record of its sort and year that took place, and that fulfils no other [R6]", () => {
    expect(rules.mayLink(held, record, "2026-03-12").allowed).toBe(true);
    expect(rules.mayLink(held, record, "2026-03-11")).toMatchObject(refused("开展以后再关联"));
    expect(rules.mayLink(held, { ...record, work: "lawInspection" }, "2026-03-12")).toMatchObject(
      refused("请选同类的记录"),
    );
    expect(rules.mayLink(held, { ...record, occurredOn: "2025-03-12" }, "2026-03-12")).toMatchObject(
      refused("请选当年的记录"),
    );
    expect(rules.mayLink(held, { ...record, usedBy: "视察学校" }, "2026-03-12")).toMatchObject(
      refused("一条记录只完成一项计划"),
    );
    const other = { ...held, facts: { ...facts, kind: "other" as const } };
    expect(rules.mayLink(other, record, "2026-03-12").allowed).toBe(true);
    expect(rules.mayLink({ ...held, state: "cancelled" }, record, "2026-03-12")).toMatchObject(
      refused("请先「撤回」"),
    );
  });

  it("once approved is changed and called off only with a reason; what says nothing of the plan is corrected [R6][R7]", () => {
    const approved = { ...held, approved: true };
    expect(rules.mayCorrect(approved, { ...facts, month: 5 })).toMatchObject(refused("请用「调整」"));
    expect(rules.mayCorrect(approved, { ...facts, owner: "张主席" }).allowed).toBe(true);
    expect(rules.mayCorrect(held, { ...facts, month: 5 }).allowed).toBe(true);
    expect(rules.mayStrike(approved)).toMatchObject(refused("请用「取消」"));
    expect(rules.mayStrike(held).allowed).toBe(true);
  });

  it("whose month is over is neither moved nor struck out in silence, unless it was entered afterwards [R6]", () => {
    const late = { ...held, state: "overdue" as const };
    expect(rules.mayCorrect(late, { ...facts, month: 12 })).toMatchObject(refused("请用「调整」"));
    expect(rules.mayCorrect(late, { ...facts, topic: "视察污水管网建设" }).allowed).toBe(true);
    expect(rules.mayStrike(late)).toMatchObject(refused("请用「取消」"));
    expect(rules.mayStrike({ ...late, enteredLate: true }).allowed).toBe(true);
  });

  it("what was called off or done is neither struck out nor moved before that is taken back [R6]", () => {
    for (const state of ["cancelled", "done"] as const) {
      expect(rules.mayStrike({ ...held, state })).toMatchObject(refused("请先「撤回」"));
      expect(rules.mayCorrect({ ...held, state }, { ...facts, year: 2027 })).toMatchObject(
        refused("请先「撤回」"),
      );
      expect(rules.mayCorrect({ ...held, state }, { ...facts, owner: "张主席" }).allowed).toBe(true);
    }
  });
});

describe("topics of supervision", () => {
  const many = Array.from({ length: 8 }, (_, index) => ({ ...facts, topic: `议题${index}` }));

  it("beyond the cap are refused nowhere, but need a reason, and the plan says why few and deep [R37]", () => {
    expect(rules.mayBeTopic(facts, many, 8)).toMatchObject({ field: "reason", ...refused("宜少而精") });
    expect(rules.mayBeTopic({ ...facts, reason: "群众反映集中" }, many, 8).allowed).toBe(true);
    expect(rules.mayBeTopic(facts, many.slice(1), 8).allowed).toBe(true);
    expect(rules.mayBeTopic({ ...facts, kind: "training" }, many, 8).allowed).toBe(true);
    expect(rules.topicsWarning(8, 8)).toBeNull();
    expect(rules.topicsWarning(9, 8)).toContain("监督议题 9 个，超过控制数 8 个");
  });
});

describe("a year", () => {
  it("is approved once, with its items, and issued afterwards [R7]", () => {
    const approval = {
      year: 2026,
      documentNumber: "高党〔2026〕8号",
      occurredOn: "2026-02-10",
      issuedOn: null,
    };
    expect(mayApprove(approval, 3, []).allowed).toBe(true);
    expect(mayApprove(approval, 0, [])).toMatchObject(refused("请先登记或复制计划事项"));
    expect(mayApprove(approval, 3, [approval])).toMatchObject(refused("已经登记"));
    expect(mayApprove({ ...approval, issuedOn: "2026-02-09" }, 3, [])).toMatchObject({ field: "issuedOn" });
  });

  it("never planned, not approved and late are three things [R6][R7]", () => {
    expect(planOfYear(null, 2026)).toEqual({ text: "未录", gap: "2026年的工作计划还没有登记" });
    const figures = { items: 9, done: 4, overdue: 0, cancelled: 1, approved: true };
    expect(planOfYear(figures, 2026)).toEqual({ text: "计划 9 项，已完成 4 项，取消 1 项", gap: null });
    expect(planOfYear({ ...figures, overdue: 2, approved: false }, 2026).gap).toBe(
      "2026年计划还没有党委批准文号；2 项逾期，没有完成也没有说明",
    );
  });
});

describe("the county's guidance", () => {
  it("takes one point a line, without the numbers of the paper it was pasted from [R8]", () => {
    expect(mattersIn("一、开好人代会\n\n2. 规范主席团会议\n（三）建好代表联络站\n12345活动全覆盖")).toEqual([
      "开好人代会",
      "规范主席团会议",
      "建好代表联络站",
      "12345活动全覆盖",
    ]);
  });

  it("loses no point once townships go by its numbers, and an item names one that there is [R8]", () => {
    const published = { year: 2026, points: ["一", "二"], publishedOn: "2026-02-01" };
    expect(mayBePoints(["一"], published)).toMatchObject(refused("不能减少"));
    expect(mayBePoints(["一"], { ...published, publishedOn: null }).allowed).toBe(true);
    expect(mayBePoints([], null)).toMatchObject(refused("请至少写一条"));
    expect(isPoint(published, 3)).toMatchObject({ field: "guidance", ...refused("没有第 3 条") });
    expect(isPoint(published, 2).allowed).toBe(true);
    expect(isPoint(null, 3).allowed).toBe(true);
  });
});
