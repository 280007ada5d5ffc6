import { describe, expect, it } from "vitest";
import { petition } from "@/domains/petitions/record";
import { petitionsOfYear, targetsOf } from "@/domains/petitions/rules/figures";
import { handedState, mayHandOver, mayTakeOver, mayWithdraw } from "@/domains/petitions/rules/handed";
import {
  dueOnOf,
  mayExtend,
  mayReport,
  type PetitionDays,
  stateOf,
  termsOf,
} from "@/domains/petitions/rules/terms";

const law = { province: "zhejiang", overrides: [] };
const days = (facts: Partial<PetitionDays> = {}): PetitionDays => ({
  ...{ occurredOn: "2026-03-02", assignedOn: null, extendedOn: null, finishedOn: null },
  ...{ concludedOn: null, calledOn: null, reportedOn: null, ...facts },
});
const handled = { assignedOn: "2026-03-10" };

describe("the terms of a petition", () => {
  it("it is passed on within 15 days and finished within 60 of that, by the articles of the regulation [R60]", () => {
    expect(termsOf(days(), law)).toEqual({
      forward: { dueOn: "2026-03-17", citation: "信访工作条例第22条" },
      finish: null,
    });
    expect(termsOf(days(handled), law).finish).toEqual({
      dueOn: "2026-05-09",
      citation: "信访工作条例第34条",
    });
  });

  it("an extension, with its reason, makes it 30 days longer, and is granted while the term runs [R60]", () => {
    const extended = days({ ...handled, extendedOn: "2026-05-01" });
    expect(dueOnOf(extended, law)).toBe("2026-06-08");
    expect(mayExtend(extended, law).allowed).toBe(true);
    expect(mayExtend(days({ ...handled, extendedOn: "2026-05-10" }), law)).toMatchObject({
      reason: "延期应在办结期限 2026-05-09 前批准，请核对延期日期。",
    });
    const late = days({ ...handled, finishedOn: "2026-04-01", extendedOn: "2026-04-02" });
    expect(mayExtend(late, law)).toMatchObject({ allowed: false, field: "extendedOn" });
  });

  it("its state follows from its days, and none of them is that the congress handles it [R60]", () => {
    const finished = { ...handled, finishedOn: "2026-04-01" };
    expect(stateOf(days())).toBe("received");
    expect(stateOf(days(handled))).toBe("handling");
    expect(stateOf(days(finished))).toBe("finished");
    expect(stateOf(days({ ...finished, concludedOn: "2026-04-02" }))).toBe("finished");
    expect(stateOf(days({ ...finished, concludedOn: "2026-04-02", calledOn: "2026-04-03" }))).toBe("closed");
    expect(dueOnOf(days(finished), law)).toBeNull();
  });
});

describe("what the county hands over", () => {
  it("has a term that lies ahead of its day, and is taken over once [R65]", () => {
    expect(mayHandOver("2026-04-01", "2026-05-01", "2026-04-01").allowed).toBe(true);
    expect(mayHandOver("2026-04-02", "2026-05-01", "2026-04-01")).toMatchObject({ field: "handedOn" });
    expect(mayHandOver("2026-04-01", "2026-03-01", "2026-04-01")).toMatchObject({ field: "dueOn" });
    expect(mayTakeOver(true).allowed).toBe(false);
    expect(mayWithdraw(null).allowed).toBe(true);
    expect(mayWithdraw("2026-04-03").allowed).toBe(false);
  });

  it("is late when nothing was reported by the term, whether it was taken over or not [R65]", () => {
    const handed = { dueOn: "2026-05-01", takenOn: null, reportedOn: null };
    expect(handedState(handed, "2026-05-01")).toBe("untaken");
    expect(handedState({ ...handed, takenOn: "2026-04-02" }, "2026-05-01")).toBe("working");
    expect(handedState({ ...handed, takenOn: "2026-04-02" }, "2026-05-02")).toBe("late");
    expect(handedState({ ...handed, reportedOn: "2026-05-01" }, "2026-06-01")).toBe("reported");
    expect(handedState({ ...handed, reportedOn: "2026-05-02" }, "2026-06-01")).toBe("reportedLate");
  });

  it("alone is reported back [R65]", () => {
    const reported = days({ ...handled, finishedOn: "2026-04-01", reportedOn: "2026-04-02" });
    expect(mayReport(reported, { handedOn: "1980-01-01" }).allowed).toBe(true);
    expect(mayReport(reported, null)).toMatchObject({ allowed: false, field: "reportedOn" });
  });
});

describe("the four targets", () => {
  const figures = { received: 8, accepted: 8, assigned: 7, finished: 0, called: 0 };

  it("are parts of what was received, and of what was finished where people are called back [R61]", () => {
    expect(targetsOf(figures).map(({ label, done, due, percent }) => [label, done, due, percent])).toEqual([
      ["受理率", 8, 8, 100],
      ["交办率", 7, 8, 87],
      ["办结率", 0, 8, 0],
      ["回访率", 0, 0, null],
    ]);
  });

  it("a township's standing tells counts alone [R61]", () => {
    expect(petitionsOfYear(null, 2026)).toEqual({ text: "2026年没有登记信访件", gap: null });
    expect(petitionsOfYear(figures, 2026)).toEqual({
      text: "收到 8 件，转交办 7 件，办结 0 件，回访 0 件",
      gap: "1 件还没有转办、交办",
    });
  });
});

describe("what is asked of a petition", () => {
  it("its channel, the leader who read it, the unit it went to, and at the callback whether the petitioner is content [R64]", () => {
    const { fields, steps } = petition;
    expect(Object.values(fields.channel.choices ?? {})).toEqual([
      ...["来访", "来信", "电话", "网上", "接待日", "县人大交办", "其他"],
    ]);
    expect(steps.note.asks).toEqual(["notedBy", "leaderNote"]);
    expect(steps.assign.asks).toEqual(["way", "unitId"]);
    expect(steps.callBack).toMatchObject({ asks: ["satisfaction"], after: "finish" });
  });
});
