import { describe, expect, test } from "vitest";
import { passwordIsNew, presentPasswordIsProven } from "@/domains/accounts/rules";
import { genderFitsNote, seatsFollow } from "@/domains/deputies/rules";
import { dayFitsRoll, onlyExpectedAreMarked, rollNeedsDeputies } from "@/domains/sessions/rules/attendance";
import { numberIsItsOwn, termMayBeVoided, votedItemsStay } from "@/domains/sessions/rules/sessions";
import { meetingIsNotAfter } from "@/domains/suggestions/rules/days";
import { codeIsOfCounty, mayMergeInto } from "@/domains/tenancy/rules/townships";
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

test("a suggestion is handed over on the day of the meeting or after it", () => {
  expect(meetingIsNotAfter(null, "2026-03-01")).toEqual(allow);
  expect(meetingIsNotAfter("2026-03-01", "2026-03-01")).toEqual(allow);
  expect(reason(meetingIsNotAfter("2026-03-02", "2026-03-01"))).toBe("交办会日期不能晚于交办日期，请核对。");
});

test("a note behind the name and the chosen gender agree", () => {
  expect(genderFitsNote(null, "male")).toEqual(allow);
  expect(genderFitsNote("female", null)).toEqual(allow);
  expect(genderFitsNote("female", "female")).toEqual(allow);
  expect(genderFitsNote("female", "male").allowed).toBe(false);
});

test("new seats begin no earlier than those in force [R3]", () => {
  expect(seatsFollow(null, "2026-03-01")).toEqual(allow);
  expect(seatsFollow("2026-03-01", "2026-03-01")).toEqual(allow);
  expect(reason(seatsFollow("2026-03-01", "2026-02-28"))).toContain("2026-03-01 起生效");
});

describe("townships of a county", () => {
  const town = { id: "a", name: "东镇", status: "active" };
  const other = { id: "b", name: "西镇", status: "active" };

  test("a code begins with the county's", () => {
    expect(codeIsOfCounty("330921100", "330921")).toEqual(allow);
    expect(reason(codeIsOfCounty("330922100", "330921"))).toContain("以本县代码 330921 开头");
  });

  test("a township goes once, into another one that stands", () => {
    expect(mayMergeInto(town, other)).toEqual(allow);
    expect(reason(mayMergeInto(town, town))).toContain("不能并入自身");
    expect(reason(mayMergeInto({ ...town, status: "merged" }, other))).toContain("东镇已经并入其他乡镇");
    expect(reason(mayMergeInto(town, { ...other, status: "merged" }))).toContain("西镇已不在用");
  });
});

test("one's own password is proven, and changed to another [S25]", () => {
  expect(presentPasswordIsProven(true)).toEqual(allow);
  expect(presentPasswordIsProven(false).allowed).toBe(false);
  expect(passwordIsNew("a", "b")).toEqual(allow);
  expect(passwordIsNew("a", "a").allowed).toBe(false);
});
