import { describe, expect, it } from "vitest";
import {
  askLateBy,
  askProgress,
  askStateOf,
  type AskFacts,
  mayAnswer,
  mayExempt,
  mayGiveBack,
  mayRecall,
  maySend,
} from "@/domains/data-requests/rules/asks";

const ask = (more: Partial<AskFacts> = {}): AskFacts => ({
  ...{ answeredOn: null, returnedOn: null, recalledOn: null, dueOn: "2026-06-30", ...more },
});
const sending = { dueOn: "2026-06-30", today: "2026-06-01", townships: 2, held: [], over: [] };
const said = (decision: ReturnType<typeof mayAnswer>) => (decision.allowed ? null : decision.reason);

describe("what a township owes of a request [R87]", () => {
  it("follows from what was done, and what was answered stays answered after a recall", () => {
    const states = [
      ask(),
      ask({ answeredOn: "2026-06-10" }),
      ask({ answeredOn: "2026-06-10", returnedOn: "2026-06-12" }),
      ask({ recalledOn: "2026-06-12" }),
      ask({ answeredOn: "2026-06-10", recalledOn: "2026-06-12" }),
      ask({ answeredOn: "2026-06-10", returnedOn: "2026-06-12", recalledOn: "2026-06-13" }),
    ].map(askStateOf);
    expect(states).toEqual(["waiting", "answered", "returned", "recalled", "answered", "recalled"]);
  });

  it("is late by the days after its due day, until it is answered or owed no more", () => {
    expect(askLateBy(ask(), "2026-06-30")).toBeNull();
    expect(askLateBy(ask(), "2026-07-03")).toBe(3);
    expect(askLateBy(ask({ answeredOn: "2026-07-01" }), "2026-08-01")).toBe(1);
    expect(askLateBy(ask({ recalledOn: "2026-06-12" }), "2026-08-01")).toBeNull();
    const asks = [ask(), ask({ answeredOn: "2026-07-01" }), ask({ recalledOn: "2026-06-12" })];
    expect(askProgress(asks, "2026-07-03")).toEqual({ asked: 3, answered: 1, late: 1 });
  });

  it("is answered in words or by naming where the data is, once, and exempted only before", () => {
    const nothing = { answer: null, heldKey: null };
    expect(said(mayAnswer(ask(), nothing))).toContain("请填写报送内容");
    expect(mayAnswer(ask(), { answer: null, heldKey: "record:training" }).allowed).toBe(true);
    const answered = ask({ answeredOn: "2026-06-10" });
    expect(said(mayAnswer(answered, { answer: "再报", heldKey: null }))).toContain("已经报送");
    expect(mayGiveBack(answered).allowed).toBe(true);
    expect(mayGiveBack(ask()).allowed).toBe(false);
    expect(mayExempt(ask()).allowed).toBe(true);
    expect(mayExempt(answered).allowed).toBe(false);
    expect(mayRecall({ recalledOn: "2026-06-12" }).allowed).toBe(false);
  });
});

describe("a request is sent [R87]", () => {
  it("with townships and a day to come", () => {
    expect(maySend(sending, null).allowed).toBe(true);
    expect(said(maySend({ ...sending, townships: 0 }, null))).toContain("还没有选择乡镇");
    expect(said(maySend({ ...sending, dueOn: "2026-06-01" }, null))).toContain("要在今天");
  });

  it("of what the system holds, or beyond the year's cap, only with a reason", () => {
    const held = { ...sending, held: ["D6 培训覆盖"] };
    expect(said(maySend(held, null))).toContain("系统已有D6 培训覆盖");
    expect(maySend(held, "要核对纸质签到").allowed).toBe(true);
    expect(said(maySend({ ...sending, over: ["高亭镇"] }, null))).toContain(
      "高亭镇今年要的表格、报告已到上限",
    );
  });
});
