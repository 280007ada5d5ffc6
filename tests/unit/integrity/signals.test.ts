import { describe, expect, it } from "vitest";
import {
  attendanceChanged,
  type Changed,
  editedLater,
  firstDays,
  sittingsIn,
} from "@/domains/integrity/rules/acts";
import { deductionOf, mayAnswer, mayDecide } from "@/domains/integrity/rules/deciding";
import {
  asFirstTold,
  backdatedSteps,
  burstsIn,
  lateEntries,
  type LateStep,
  struckLater,
} from "@/domains/integrity/rules/entered";
import { neverBegun } from "@/domains/integrity/rules/matters";
import { signals } from "@/domains/integrity/rules/signals";
import {
  allSatisfied,
  fullAttendance,
  nothingFound,
  sameEachQuarter,
} from "@/domains/integrity/rules/uniform";
import { addDays } from "@/lib/dates";

const step = (id: string, day: string, enteredOn: string, more: Partial<LateStep> = {}): LateStep => ({
  ...{ townshipId: "t", recordType: "activity", recordId: id, step: "registered", day, enteredOn },
  ...more,
});

describe("how records were entered", () => {
  it("a late record and a step dated back are told apart, once a record", () => {
    const steps = [
      step("a", "2026-05-03", "2026-06-20"),
      step("a", "2026-05-10", "2026-06-20", { step: "reported" }),
      step("a", "2026-05-20", "2026-06-20", { step: "responded" }),
    ];
    expect(lateEntries(steps).map(({ subject, text }) => [subject, text])).toEqual([
      ["a", "5月3日的监督活动，2026-06-20 才录入，隔了 48 天"],
    ]);
    expect(backdatedSteps(steps).map(({ text }) => text)).toEqual([
      "“活动报告”写的是 2026-05-10，2026-06-20 才录入，隔了 41 天；共 2 个环节是后补的",
    ]);
  });

  it("spring's records entered within two days of December are a burst, known again by its first day", () => {
    const spring = Array.from({ length: 9 }, (_, index) =>
      step(`r${index}`, addDays("2026-03-10", index * 10), index < 5 ? "2026-12-28" : "2026-12-29"),
    );
    const [burst, ...more] = burstsIn(spring);
    expect(more).toEqual([]);
    expect(burst).toMatchObject({ subject: "2026-12-28", signal: "burst" });
    expect(burst?.records).toHaveLength(9);
    expect(burst?.text).toBe("12月28日至12月29日补录 3—5 月的记录 9 条：监督活动 9");
    const later = burstsIn([...spring, step("r9", "2026-04-04", "2026-12-28")]);
    expect(later.map(({ subject }) => subject)).toEqual(["2026-12-28"]);
  });

  it("four old ones, or many of last week, are none; nor are one record's many steps", () => {
    const old = Array.from({ length: 4 }, (_, index) => step(`r${index}`, "2026-03-10", "2026-12-28"));
    expect(burstsIn(old)).toEqual([]);
    const recent = Array.from({ length: 9 }, (_, index) => step(`r${index}`, "2026-12-10", "2026-12-28"));
    expect(burstsIn(recent)).toEqual([]);
    expect(burstsIn(Array.from({ length: 9 }, () => step("a", "2026-03-10", "2026-12-28")))).toEqual([]);
  });
});

describe("what was changed afterwards", () => {
  const change = (before: object, after: object, changedOn = "2026-09-01"): Changed => ({
    ...{ townshipId: "t", recordType: "activity", recordId: "a", action: "supervision.edit", changedOn },
    ...{ before: before as never, after: after as never },
    ...{ day: "2026-05-03", enteredOn: "2026-05-04", rollEnteredOn: null },
  });

  it("days, numbers and people changed long after are told with what stood before", () => {
    const [one] = editedLater([
      change(
        { occurredOn: "2026-05-03", visited: 3, deputyIds: ["a"], topic: "甲" },
        { occurredOn: "2026-04-28", visited: 9, deputyIds: ["a", "b"], topic: "乙" },
      ),
    ]);
    expect(one?.text).toContain("由 2026-05-03 改为 2026-04-28");
    expect(one?.text).toContain("由 3 改为 9");
    expect(one?.text).toContain("由 1 人 改为 2 人");
    expect(one?.text).not.toContain("甲");
  });

  it("a day long past that becomes a later one is told however soon it was changed; a plan put off before its day is not", () => {
    const soon = { enteredOn: "2026-09-01" };
    const moved = { ...change({ occurredOn: "2026-05-03" }, { occurredOn: "2026-08-28" }), ...soon };
    expect(editedLater([moved])[0]?.text).toContain("由 2026-05-03 改为 2026-08-28");
    const back = { ...change({ occurredOn: "2026-08-28" }, { occurredOn: "2026-05-03" }), ...soon };
    expect(editedLater([back])).toEqual([]);
    const plan = { ...change({ occurredOn: "2026-10-03" }, { occurredOn: "2026-11-28" }), ...soon };
    expect(editedLater([plan])).toEqual([]);
    expect([...firstDays([moved, back])]).toEqual([["a", "2026-05-03"]]);
  });

  it("lateness is measured from the first entry for the first day, wherever the record was moved since", () => {
    const own = { ...step("a", "2026-08-28", "2026-09-01"), late: false, struck: false };
    const first = asFirstTold(own, "2026-05-03", "2026-09-01");
    expect(first).toMatchObject({ day: "2026-05-03", enteredOn: "2026-09-01", late: true });
    expect(lateEntries([first])[0]?.text).toBe(
      "5月3日的监督活动，2026-09-01 才录入，隔了 121 天；后来把日期改为 2026-08-28",
    );
    expect(asFirstTold(own, "2026-08-25", "2026-09-01")).toBe(own);
  });

  it("a record struck out within ten days of its day is a slip", () => {
    const own = { ...step("a", "2026-05-03", "2026-05-04"), late: false, struck: true };
    expect(struckLater([{ ...own, struckOn: "2026-05-13" }])).toEqual([]);
    expect(struckLater([{ ...own, struckOn: "2026-05-14" }])).toHaveLength(1);
    expect(struckLater([{ ...own, struckOn: null }])).toEqual([]);
  });

  it("a slip set right within ten days, words, and what was empty are no signal", () => {
    expect(editedLater([change({ visited: 3 }, { visited: 9 }, "2026-05-14")])).toEqual([]);
    expect(editedLater([change({ topic: "甲" }, { topic: "乙" })])).toEqual([]);
    expect(editedLater([change({ visited: null }, { visited: 9 })])).toEqual([]);
  });

  it("a roll told otherwise on a later day; on the day it was called it is a slip", () => {
    const roll = { action: "sessions.recordAttendance", recordType: "session", rollEnteredOn: "2026-05-04" };
    const again = { ...change([1, 2, 3], [1], "2026-05-09"), ...roll };
    expect(attendanceChanged([again])[0]?.text).toContain("未到会由 3 人改为 1 人");
    expect(attendanceChanged([{ ...again, changedOn: "2026-05-04" }])).toEqual([]);
    expect(attendanceChanged([{ ...again, before: [], after: [1] }])).toEqual([]);
  });

  it("steps of one matter within a minute say which days they tell of", () => {
    const [one] = sittingsIn([
      {
        ...{ townshipId: "t", recordType: "suggestion", recordId: "a", steps: 4 },
        ...{ at: "2026-12-28T02:05:07Z", from: "2026-03-01", to: "2026-05-09" },
      },
    ]);
    expect(one?.text).toBe(
      "2026-12-28 10:05 一分钟内连着录入 4 个环节，写的是 2026-03-01 到 2026-05-09，相隔 69 天",
    );
  });
});

describe("too even to be chance", () => {
  const tally = (townshipId: string, good: number, all: number) => ({ townshipId, good, all });

  it("all present is unlikely by the others' own rate, and likely where few were expected", () => {
    const others = [tally("b", 180, 200), tally("c", 190, 200)];
    expect(fullAttendance([tally("a", 150, 150), ...others], 2026)[0]?.text).toBe(
      "本年会议应到 150 人次，全部到会；按其他乡镇 92.5% 的比率，这样整齐的机会不到 1%",
    );
    expect(fullAttendance([tally("a", 36, 36), ...others], 2026)).toEqual([]);
    expect(fullAttendance([tally("a", 149, 150), ...others], 2026)).toEqual([]);
  });

  it("where all townships are as good nobody stands out", () => {
    const all = ["a", "b", "c"].map((id) => tally(id, 100, 100));
    expect(fullAttendance(all, 2026)).toEqual([]);
  });

  it("all satisfied, the same number each quarter, and visits that never find anything", () => {
    const ratings = [tally("a", 30, 30), tally("b", 40, 60)];
    expect(allSatisfied(ratings, 2026).map(({ townshipId }) => townshipId)).toEqual(["a"]);
    expect(allSatisfied([tally("a", 9, 9), tally("b", 4, 60)], 2026)).toEqual([]);
    const four = (sums: number[]) =>
      sums.map((sum, index) => ({ townshipId: "a", field: "f", name: "接待日", quarter: index + 1, sum }));
    expect(sameEachQuarter(four([24, 24, 24, 24]), 2026)).toHaveLength(1);
    expect(sameEachQuarter(four([24, 24, 24, 25]), 2026)).toEqual([]);
    expect(sameEachQuarter(four([24, 24, 24]), 2026)).toEqual([]);
    const visits = (findings: number[]) =>
      findings.map((found, index) => ({ townshipId: "a", recordId: `v${index}`, findings: found }));
    expect(nothingFound(visits([0, 0, 0, 0, 0]), 2026)).toHaveLength(1);
    expect(nothingFound(visits([0, 0, 0, 0]), 2026)).toEqual([]);
    expect(nothingFound(visits([0, 0, 0, 0, 1]), 2026)).toEqual([]);
  });
});

describe("matters nobody began, and what is decided", () => {
  it("waits out the days before it says so", () => {
    const waiting = { townshipId: "t", recordId: "s", day: "2026-03-01", assignDueOn: "2026-03-16" };
    expect(neverBegun([{ ...waiting, assignedOn: null }], "2026-04-15")).toEqual([]);
    expect(neverBegun([{ ...waiting, assignedOn: null }], "2026-04-16")).toHaveLength(1);
    expect(neverBegun([{ ...waiting, assignedOn: "2026-03-10" }], "2026-05-09")).toEqual([]);
    expect(neverBegun([{ ...waiting, assignedOn: "2026-03-10" }], "2026-05-10")).toHaveLength(1);
  });

  it("only a confirmed case leads to a deduction, and none where an indicator counts it already", () => {
    expect(deductionOf("copiedText", "confirmed")).toBe("copiedText");
    expect(deductionOf("copiedText", "verified")).toBeNull();
    expect(deductionOf("lateEntry", "confirmed")).toBeNull();
  });

  it("nothing is explained without an explanation, and nothing is answered after the decision", () => {
    expect(mayDecide("explained", null).allowed).toBe(false);
    expect(mayDecide("verified", null).allowed).toBe(true);
    expect(mayAnswer(true).allowed).toBe(false);
  });

  it("each signal says what it shows, how it is found and what is innocent about it", () => {
    for (const { says, found, innocent } of signals)
      expect([says, found, innocent].every((words) => words.length > 5)).toBe(true);
  });
});
