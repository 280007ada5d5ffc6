import { describe, expect, it } from "vitest";
import { lineOf, medianOf, type OpenAnswer, yearsOf } from "@/domains/requests/rules/ledger";
import {
  lateBy,
  mayAnswer,
  mayAskAgain,
  mayBeTerms,
  mayConfirm,
  mayPostpone,
  mayWithdraw,
  nextDue,
  receivedLateBy,
  type RequestFacts,
  stateOf,
} from "@/domains/requests/rules/requests";

const sent: RequestFacts = {
  ...{ sentOn: "2026-06-01", receiveDueOn: "2026-06-04", answerDueOn: "2026-06-22", receivedOn: null },
  ...{ postponedUntil: null, answeredOn: null, confirmedOn: null, askedAgain: false },
};
const received = { ...sent, receivedOn: "2026-06-03" };
const answered = { ...received, answeredOn: "2026-06-20" };
const reasonOf = (decision: { allowed: boolean; reason?: string }) => decision.reason ?? "";

describe("a request goes its way [R92]", () => {
  it("from sent over received and answered to confirmed, or is asked again", () => {
    expect(stateOf(sent)).toBe("sent");
    expect(stateOf(received)).toBe("received");
    expect(stateOf(answered)).toBe("answered");
    expect(stateOf({ ...answered, confirmedOn: "2026-06-21" })).toBe("confirmed");
    expect(stateOf({ ...answered, askedAgain: true })).toBe("again");
  });

  it("the county owes first to take it in, then to answer it", () => {
    expect(nextDue(sent)).toBe("2026-06-04");
    expect(nextDue(received)).toBe("2026-06-22");
    expect(nextDue({ ...received, postponedUntil: "2026-07-10" })).toBe("2026-07-10");
    expect(nextDue(answered)).toBeNull();
  });

  it("is answered after it was taken in, once, and handed on to somebody named", () => {
    const solved = { result: "solved" as const, passedTo: null };
    expect(reasonOf(mayAnswer(sent, solved))).toContain("请先收件");
    expect(mayAnswer(received, solved).allowed).toBe(true);
    expect(reasonOf(mayAnswer(answered, solved))).toContain("已经答复");
    expect(reasonOf(mayAnswer(received, { result: "passedOn", passedTo: null }))).toContain("写明转给");
    expect(reasonOf(mayAnswer(received, { result: "solved", passedTo: "财政局" }))).toContain("才填单位");
  });

  it("is put off once, in time, to a later day", () => {
    expect(mayPostpone(received, "2026-07-10", "2026-06-22").allowed).toBe(true);
    expect(reasonOf(mayPostpone(received, "2026-07-10", "2026-06-23"))).toContain("已过");
    expect(reasonOf(mayPostpone(received, "2026-06-22", "2026-06-20"))).toContain("应晚于原期限");
    // Three weeks were given, three more may be asked for.
    expect(mayPostpone(received, "2026-07-13", "2026-06-22").allowed).toBe(true);
    expect(reasonOf(mayPostpone(received, "2026-07-14", "2026-06-22"))).toContain("最多延到 2026-07-13");
    const once = { ...received, postponedUntil: "2026-07-10" };
    expect(reasonOf(mayPostpone(once, "2026-08-10", "2026-06-20"))).toContain("只能延期一次");
  });

  it("is confirmed or asked again once it was answered, and withdrawn before it was taken in", () => {
    expect(mayConfirm(answered).allowed).toBe(true);
    expect(reasonOf(mayConfirm(received))).toContain("还没有答复");
    expect(reasonOf(mayAskAgain({ ...answered, confirmedOn: "2026-06-21" }))).toContain("已经确认");
    expect(mayWithdraw(sent).allowed).toBe(true);
    expect(reasonOf(mayWithdraw(received))).toContain("不能撤回");
  });

  it("the answer's term is not shorter than that of taking it in", () => {
    expect(mayBeTerms({ receiveDays: 3, answerDays: 15 }).allowed).toBe(true);
    expect(reasonOf(mayBeTerms({ receiveDays: 10, answerDays: 5 }))).toContain("不能短于");
  });
});

describe("whether the county was in time [R92]", () => {
  it("by the day it was due, or the later one it had asked for", () => {
    expect(lateBy(answered, "2026-09-01")).toBe(0);
    expect(lateBy({ ...received, answeredOn: "2026-06-25" }, "2026-09-01")).toBe(3);
    expect(lateBy(received, "2026-06-30")).toBe(8);
    expect(lateBy({ ...received, postponedUntil: "2026-07-10" }, "2026-06-30")).toBe(0);
    expect(receivedLateBy(sent, "2026-06-06")).toBe(2);
  });
});

describe("the open ledger [R92]", () => {
  const open: OpenAnswer = {
    ...{ kind: "funding", sentOn: "2026-06-01", receiveDueOn: "2026-06-04", receivedOn: "2026-06-03" },
    ...{ answerDueOn: "2026-06-22", postponedUntil: null, answeredOn: "2026-06-11", result: "solved" },
    withdrawnOn: null,
  };

  it("tells days, results and lateness, and nothing of what was asked", () => {
    expect(lineOf(open, "2026-09-01")).toEqual({
      ...{ kind: "funding", sentOn: "2026-06-01", dueOn: "2026-06-22", answeredOn: "2026-06-11", days: 10 },
      ...{ late: 0, receivedLate: false, postponed: false, result: "solved", withdrawnOn: null },
      parts: ["answered", "solved"],
    });
  });

  it("what was taken back after the county's day stays, late by that day and no later", () => {
    const back = { ...open, receivedOn: null, answeredOn: null, result: null, withdrawnOn: "2026-06-10" };
    expect(lineOf(back, "2026-09-01")).toMatchObject({
      ...{ late: 0, receivedLate: true, days: null, parts: ["receivedLate", "withdrawn"] },
    });
    expect(lineOf({ ...back, withdrawnOn: "2026-06-24" }, "2026-09-01")).toMatchObject({ late: 2 });
    expect(yearsOf([back], "2026-09-01")).toMatchObject([
      { sent: 1, open: 0, receivedLate: 1, withdrawn: 1, medianDays: null },
    ]);
  });

  it("each number of a year is the number of the lines that say so", () => {
    const late = { ...open, answeredOn: "2026-06-29", postponedUntil: "2026-06-25" };
    const waiting = { ...open, answeredOn: null, result: null };
    const answers = [open, late, waiting];
    const [year] = yearsOf(answers, "2026-06-10");
    const lines = answers.map((one) => lineOf(one, "2026-06-10"));
    for (const part of [
      "answered",
      "open",
      "late",
      "receivedLate",
      "postponed",
      "withdrawn",
      "solved",
    ] as const)
      expect(year?.[part], part).toBe(lines.filter(({ parts }) => parts.includes(part)).length);
  });

  it("sums a year up, what is late and unanswered with it", () => {
    const late = { ...open, answeredOn: "2026-06-29", result: "explained" as const };
    const waiting = { ...open, answeredOn: null, result: null, receivedOn: null };
    const before = { ...open, sentOn: "2025-06-01", answeredOn: "2025-06-05" };
    const [year, last] = yearsOf([open, late, waiting, before], "2026-09-01");
    expect(year).toEqual({
      ...{ year: 2026, sent: 3, answered: 2, open: 1, late: 2, receivedLate: 1, postponed: 0 },
      ...{ medianDays: 19, solved: 1, withdrawn: 0 },
    });
    expect(last).toMatchObject({ year: 2025, sent: 1, medianDays: 4, late: 0 });
  });

  it("the median of none is none, of an even number lies between the two", () => {
    expect(medianOf([])).toBeNull();
    expect(medianOf([9, 3, 5])).toBe(5);
    expect(medianOf([3, 4])).toBe(3.5);
  });
});
