import { describe, expect, test } from "vitest";
import { dayFitsRoll, onlyExpectedAreMarked, rollNeedsDeputies } from "@/domains/sessions/rules/attendance";
import { numberIsItsOwn, termMayBeVoided, votedItemsStay } from "@/domains/sessions/rules/sessions";
import { allow, type Decision } from "@/lib/decision";

const reason = (decision: Decision): string => (decision.allowed ? "" : decision.reason);

describe("a roll is called of deputies in office", () => {
  test("without mandates there is nobody to call; totals may be entered instead", () => {
    expect(rollNeedsDeputies(1, "2026-03-01")).toEqual(allow);
    expect(reason(rollNeedsDeputies(0, "2026-03-01"))).toMatch(
      /^2026-03-01 没有在任的本级代表。.*应到、实到。$/,
    );
  });

  test("nobody outside the mandate is marked [R18]", () => {
    expect(onlyExpectedAreMarked([], "2026-03-01")).toEqual(allow);
    expect(reason(onlyExpectedAreMarked(["甲", "乙"], "2026-03-01"))).toMatch(
      /^甲、乙在 2026-03-01 不是本级代表/,
    );
  });

  test("a session does not move to a day on which those marked were no deputies; five are named", () => {
    expect(dayFitsRoll([], "2026-03-01")).toEqual(allow);
    const names = ["甲", "乙", "丙", "丁", "戊", "己"];
    expect(reason(dayFitsRoll(names, "2026-03-01"))).toContain("甲、乙、丙、丁、戊等 6 人");
  });
});

describe("sessions and terms", () => {
  test("a term with sessions stays", () => {
    expect(termMayBeVoided("第十九届", 0)).toEqual(allow);
    expect(reason(termMayBeVoided("第十九届", 2))).toBe("第十九届下还有 2 次会议，请先作废或改到别的届。");
  });

  test("a number is given once in a term", () => {
    expect(numberIsItsOwn("第十九届第二次会议", null)).toEqual(allow);
    expect(reason(numberIsItsOwn("第十九届第二次会议", "2026-03-01"))).toContain("已经登记（2026-03-01）");
  });

  test("an item that was voted on is not taken off the agenda", () => {
    expect(votedItemsStay([])).toEqual(allow);
    expect(reason(votedItemsStay([{ title: "审议报告" }]))).toContain("「审议报告」下有表决记录");
  });
});
