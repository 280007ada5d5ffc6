import { describe, expect, it } from "vitest";
import { callsOf, type Open, type Stakes, weightOf } from "@/domains/integrity/rules/calls";
import { keyOf } from "@/domains/integrity/rules/raised";
import { type SignalCode, signalCodes } from "@/domains/integrity/rules/signals";

let made = 0;
const open = (signal: SignalCode, townshipId: string, records: readonly string[], answered = false): Open => {
  made += 1;
  return {
    raised: {
      ...{ signal, townshipId, subject: `${signal} ${made}`, day: "2026-05-01", beside: null },
      ...{ records: records.map((id) => ({ type: "activity", id })), text: `提示 ${made}` },
    },
    answered,
  };
};

/** Three points a case up to ten; a record carries half a point, of township 甲 two. */
const stakes: Stakes = {
  takenOff: (_, cases) => Math.min(10, cases * 3),
  restsOn: (townshipId, ids) => ({
    ...{ points: ids.length * (townshipId === "甲" ? 2 : 0.5), indicators: ids.length > 0 ? ["A3"] : [] },
  }),
};
const named = (all: readonly Open[]) =>
  callsOf(all, stakes).map(({ townshipId, signal, signals }) => [townshipId, signal, signals]);

describe("which few of many signals deserve a call [R97]", () => {
  it("those of one kind in one township are one call, however many lines they are", () => {
    const lines = ["a", "b", "c"].map((id) => open("editedLater", "乙", [id]));
    const [call, ...more] = callsOf(lines, stakes);
    expect(more).toEqual([]);
    expect(call).toMatchObject({ signals: 3, recordIds: ["a", "b", "c"], takenOff: 9, answered: 0 });
    expect(call?.rests).toEqual({ points: 1.5, indicators: ["A3"] });
  });

  it("what moves the score most comes first: what a conclusion takes off and what the records carry", () => {
    const all = [
      open("lateEntry", "乙", ["x"]),
      open("attendanceChanged", "乙", ["y"]),
      open("lateEntry", "甲", ["p", "q", "r"]),
      open("neverBegun", "丙", []),
    ];
    // Late entries take nothing off by a conclusion: 3 × 2 carried; 3 + 0.5; 0.5; nothing.
    expect(named(all).map(([of, signal]) => `${of} ${signal}`)).toEqual([
      "甲 lateEntry",
      "乙 attendanceChanged",
      "乙 lateEntry",
      "丙 neverBegun",
    ]);
  });

  it("a kind about records that are asked about anyway goes along with the weightier call of its township", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const all = [open("burst", "乙", ids), ...ids.map((id) => open("lateEntry", "乙", [id]))];
    const [call, ...more] = callsOf(all, stakes);
    expect(more).toEqual([]);
    expect(call).toMatchObject({ signal: "burst", along: [{ signal: "lateEntry", signals: 5 }] });
    // One record more is one that nobody asked about, and the same of another township is another's.
    expect(named([...all, open("lateEntry", "乙", ["f"])])).toHaveLength(2);
    expect(named([...all, open("lateEntry", "丙", ["a"])])).toHaveLength(2);
    // What names no record is a question of its own.
    expect(named([...all, open("uniform", "乙", [])])).toHaveLength(2);
  });

  it("leaves no signal out, and says the same in whatever order they come", () => {
    const many = Array.from({ length: 120 }, (_, at) =>
      open(
        signalCodes[at % signalCodes.length] ?? "burst",
        ["甲", "乙", "丙"][at % 3] ?? "甲",
        at % 4 === 0 ? [] : [`r${at % 17}`, `r${at % 5}`],
        at % 6 === 0,
      ),
    );
    const calls = callsOf(many, stakes);
    const told = calls.flatMap(({ signals, along }) => [signals, ...along.map((one) => one.signals)]);
    expect(told.reduce((all, one) => all + one, 0)).toBe(120);
    const plain = (all: readonly Open[]) =>
      callsOf(all, stakes).map(({ recordIds, ...call }) => ({ ...call, recordIds: recordIds.toSorted() }));
    for (const shift of [1, 40, 77])
      expect(plain([...many.slice(shift), ...many.slice(0, shift)])).toEqual(plain(many));
    const weights = calls.map(weightOf);
    expect(weights).toEqual(weights.toSorted((one, other) => other - one));
    expect(new Set(calls.map(({ first }) => keyOf(first))).size).toBe(calls.length);
  });
});
