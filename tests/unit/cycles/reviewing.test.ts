import { describe, expect, it } from "vitest";
import { type Deciding, mayAppeal, mayDecide } from "@/domains/cycles/rules/appealing";
import { apartOf, decisionOf, settledOf } from "@/domains/cycles/rules/deciding";
import { itemsOf } from "@/domains/cycles/rules/items";
import { mayDecideYear } from "@/domains/cycles/rules/meeting";
import {
  type Assignment,
  mayOpine,
  mayReview,
  maySeat,
  openSeats,
  settle,
  threshold,
} from "@/domains/cycles/rules/reviewing";
import { maySay, mayReopen, noteFault, selfSaid } from "@/domains/cycles/rules/self-assessing";
import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { refusal } from "./refusal";

const items = itemsOf(defaultScheme);
const c4 = { kind: "indicator", most: 6 } as const;
const opinion = (value: number, reason = "看过材料") => ({ value, reason });

describe("two reviewers", () => {
  it("are of one mind within half a point or a tenth of the indicator, whichever is more [R85]", () => {
    expect(threshold(2)).toBe(0.5);
    expect(threshold(6)).toBeCloseTo(0.6);
    expect(settle(c4, 4, { first: opinion(4.6) })).toMatchObject({ state: "settled", value: 4.3 });
    expect(settle(c4, 4, { first: opinion(4.61) })).toEqual({ state: "apart", first: 4.61, second: 4 });
    expect(settle({ ...c4, most: 2 }, 1, { second: opinion(1.5) })).toMatchObject({ value: 1.25 });
  });

  it("who change nothing leave the system's points, and their mean says how it came about [R85]", () => {
    expect(settle(c4, 4, {})).toEqual({ state: "settled", value: 4, reason: null, by: "system" });
    expect(settle(c4, 4, { first: opinion(3), second: opinion(3.4, "漏计一件") })).toEqual({
      ...{ state: "settled", value: 3.2, by: "reviewers" },
      reason: "两名评审分别评 3.00、3.40，取平均；评审甲：看过材料；评审乙：漏计一件",
    });
  });

  it("who differ in a case, or of whom one gives points where the system has none, are moderated [R85]", () => {
    const bonus = { kind: "bonus", most: 50 } as const;
    expect(settle(bonus, 0, { first: opinion(1) }).state).toBe("apart");
    expect(settle(bonus, 0, { first: opinion(1), second: opinion(1) })).toMatchObject({ value: 1 });
    expect(settle(c4, null, { first: opinion(4) }).state).toBe("apart");
    expect(settle(bonus, 0, { first: opinion(2), moderator: opinion(1, "另一件属上年") })).toEqual({
      ...{ state: "settled", value: 1, by: "moderator" },
      reason: "两名评审分别为 2 次、0 次，协调定为 1 次，另一件属上年",
    });
  });

  it("judge nobody whose contact person they are, and no township twice [R85]", () => {
    const seat: Assignment = {
      ...{ seat: "second", township: "甲镇", stage: "review", submitted: false },
      ...{ candidate: { accountId: "a", name: "张三", isContact: false }, seated: { first: "b" } },
    };
    expect(maySeat(seat).allowed).toBe(true);
    expect(refusal(maySeat({ ...seat, candidate: { ...seat.candidate, isContact: true } }))).toContain(
      "张三是甲镇的联系人，按规定回避",
    );
    expect(refusal(maySeat({ ...seat, seated: { first: "a" } }))).toContain("已经是甲镇的评审甲");
    expect(refusal(maySeat({ ...seat, submitted: true }))).toContain("已经提交评审");
    expect(refusal(maySeat({ ...seat, stage: "appeal" }))).toContain("评审已经结束");
  });

  it("are seated where nobody has handed in, and a moderator where two lie apart [R85]", () => {
    const handedIn = (["first", "second"] as const).map((seat) => ({ seat, submittedOn: "2026-01-20" }));
    expect(openSeats([], null)).toEqual(["first", "second", "moderator"]);
    expect(openSeats(handedIn.slice(0, 1), null)).toEqual(["second", "moderator"]);
    expect(openSeats(handedIn, ["A1"])).toEqual(["moderator"]);
    expect(openSeats(handedIn, [])).toEqual([]);
  });

  it("score while it is their turn, and within what the item can be [R85]", () => {
    expect(
      refusal(mayReview("appeal", { seat: "first", submitted: false, isContact: false }, true)),
    ).toContain("评审阶段才能打分");
    expect(refusal(mayReview("review", null, true))).toContain("不是这个乡镇的评审人");
    const contact = { seat: "first", submitted: false, isContact: true } as const;
    expect(refusal(mayReview("review", contact, true))).toContain("是这个乡镇的联系人，按规定回避");
    expect(
      refusal(mayReview("review", { seat: "first", submitted: true, isContact: false }, true)),
    ).toContain("已经提交");
    expect(
      refusal(mayReview("review", { seat: "moderator", submitted: false, isContact: false }, false)),
    ).toContain("两名评审都");
    const [a1] = items;
    const bonus = items.find(({ kind }) => kind === "bonus");
    if (a1 === undefined || bonus === undefined) throw new Error("the scheme has both");
    expect(refusal(mayOpine(a1, a1.most + 0.01))).toContain("之间");
    expect(refusal(mayOpine(a1, 1.234))).toContain("两位小数");
    expect(refusal(mayOpine(bonus, 0.5))).toContain("应为整数");
    expect(mayOpine(a1, 1.25).allowed).toBe(true);
  });
});

describe("what was decided of a township", () => {
  const system = new Map<string, number | null>(items.map(({ code }) => [code, 1]));
  const give = (seat: "first" | "second", kind: "indicator" | "deduction", code: string, value: number) => ({
    ...{ seat, kind, code, value, reason: "核对原件" },
  });

  it("names only what people changed; an appeal that was upheld has the last word [R85]", () => {
    const opinions = [
      ...[give("first", "indicator", "A1", 1.2), give("second", "indicator", "A1", 1.4)],
      ...[give("first", "deduction", "falseRecord", 1), give("second", "deduction", "falseRecord", 1)],
    ];
    const township = { code: "330900100", system, opinions, upheld: [] };
    const decided = decisionOf(items, township);
    expect(decided.points).toEqual([
      { code: "A1", points: 1.3, reason: expect.stringContaining("取平均") as string },
    ]);
    expect(decided.deductions).toMatchObject([{ code: "falseRecord", cases: 1 }]);
    expect([decided.bonuses, decided.vetoes]).toEqual([[], []]);
    const upheld = [{ code: "A1", points: 2, reason: "会议纪要可证" }];
    expect(decisionOf(items, { ...township, upheld }).points).toEqual([
      { code: "A1", points: 2, reason: "申诉成立，会议纪要可证" },
    ]);
    expect(
      apartOf(settledOf(items, { system, opinions: [give("first", "deduction", "falseRecord", 1)] })),
    ).toHaveLength(1);
  });
});

describe("self-assessment", () => {
  const time = { stage: "selfAssessment", today: "2026-01-20", until: "2026-01-25" } as const;
  const own = { submittedOn: null, reopenedUntil: null };

  it("is open until its day, handed in once, and silence counts as consent and says so [R85]", () => {
    expect(maySay(time, own).allowed).toBe(true);
    expect(refusal(maySay({ ...time, stage: "frozen" }, own))).toContain("还没有开始");
    expect(refusal(maySay(time, { ...own, submittedOn: "2026-01-21" }))).toContain("由县人大写明原因后退回");
    expect(refusal(maySay({ ...time, today: "2026-01-26" }, own))).toContain("没有提交的按确认处理");
    expect(refusal(maySay({ ...time, stage: "review" }, own))).toContain("自评已经结束");
    expect(selfSaid({ ...time, stage: "review" }, own)).toBe("逾期未提交，按确认处理");
    expect(selfSaid(time, own)).toBe("未提交，到 2026-01-25 截止");
  });

  it("is opened again by the county alone, before a reviewer has handed in [R85]", () => {
    const review = { ...time, stage: "review", today: "2026-01-28" } as const;
    expect(mayReopen(review, own, "2026-01-30", false).allowed).toBe(true);
    expect(maySay(review, { ...own, reopenedUntil: "2026-01-30" }).allowed).toBe(true);
    expect(refusal(mayReopen(review, own, "2026-01-30", true))).toContain("已经有评审人提交");
    expect(refusal(mayReopen(review, own, "2026-01-27", false))).toContain("不能早于今天");
    expect(refusal(mayReopen({ ...review, stage: "appeal" }, own, "2026-01-30", false))).toContain(
      "在申诉中提出",
    );
    expect(refusal(mayReopen(time, own, "2026-01-30", false))).toContain("可以直接修改");
  });

  it("asks for words where there is something to read [R85]", () => {
    expect(noteFault("confirm", null, false).allowed).toBe(true);
    expect(noteFault("explain", null, true).allowed).toBe(false);
    expect(noteFault("evidence", null, true).allowed).toBe(true);
    expect(noteFault("evidence", null, false).allowed).toBe(false);
  });
});

describe("an appeal", () => {
  const deciding: Deciding = {
    ...{
      stage: "appeal",
      decided: false,
      deciders: [{ accountId: "c", name: "李四" }],
      reviewers: ["a", "b"],
      contacts: ["d"],
    },
    ...{ upheld: true, points: 3, most: 5, before: 2 },
  };

  it("has its window, and is told when that is closed [R85]", () => {
    const at = (today: string) => mayAppeal({ stage: "appeal", today, until: "2026-02-06" });
    expect(at("2026-02-06").allowed).toBe(true);
    expect(refusal(at("2026-02-07"))).toBe("申诉已于 2026-02-06 截止，不能再提出。");
    expect(refusal(mayAppeal({ stage: "review", today: "2026-02-06", until: null }))).toContain("还没有开始");
  });

  it("is decided by people who did not review, and changes points only where it is upheld [R85]", () => {
    expect(mayDecide(deciding).allowed).toBe(true);
    const judge = [{ accountId: "a", name: "张三" }];
    expect(refusal(mayDecide({ ...deciding, deciders: judge }))).toContain("张三评审过这个乡镇");
    const contact = [...deciding.deciders, { accountId: "d", name: "王五" }];
    expect(refusal(mayDecide({ ...deciding, deciders: contact }))).toContain(
      "王五在考核年度以来是这个乡镇的联系人",
    );
    expect(refusal(mayDecide({ ...deciding, points: null }))).toContain("请填写改正后的得分");
    expect(refusal(mayDecide({ ...deciding, points: 2 }))).toContain("没有变动的请定为不成立");
    expect(refusal(mayDecide({ ...deciding, points: 6 }))).toContain("0 到 5 分之间");
    expect(refusal(mayDecide({ ...deciding, upheld: false }))).toContain("不改得分");
    expect(refusal(mayDecide({ ...deciding, decided: true }))).toContain("已经决定");
    expect(refusal(mayDecide({ ...deciding, stage: "decided" }))).toContain("申诉阶段才能作决定");
  });
});

describe("the directors' meeting", () => {
  const towns = [{ code: "1", name: "甲镇" }];
  const meeting = {
    ...{ meetingOn: "2026-03-02", today: "2026-03-03", appealsUntil: "2026-02-06", percent: 20 },
    ...{
      townships: towns,
      panel: [{ name: "王五", role: "县人大代表", points: [{ code: "1", points: 88 }] }],
    },
  };

  it("is held after the appeals, and each of the panel judges every township [R86]", () => {
    expect(mayDecideYear(meeting).allowed).toBe(true);
    expect(refusal(mayDecideYear({ ...meeting, meetingOn: "2026-03-04" }))).toContain("不能晚于今天");
    expect(refusal(mayDecideYear({ ...meeting, meetingOn: "2026-02-06" }))).toContain("应在这之后");
    expect(refusal(mayDecideYear({ ...meeting, percent: 31 }))).toContain("最多占 30%");
    expect(refusal(mayDecideYear({ ...meeting, panel: [] }))).toContain("没有评议团成员的评分");
    expect(mayDecideYear({ ...meeting, percent: 0, panel: [] }).allowed).toBe(true);
    const more = [...towns, { code: "2", name: "乙镇" }];
    expect(refusal(mayDecideYear({ ...meeting, townships: more }))).toContain("王五没有给乙镇评分");
  });
});
