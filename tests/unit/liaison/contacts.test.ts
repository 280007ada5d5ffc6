import { describe, expect, it } from "vitest";
import { mayEnter, mayStrike } from "@/domains/liaison/rules/log";
import { latestOf, silenceOf } from "@/domains/liaison/rules/silence";

const call = { occurredOn: "2026-06-05", way: "call" as const, subject: "代表小组活动经费" };
const today = { today: "2026-06-08", sure: false };
const reasonOf = (decision: { allowed: boolean; reason?: string }) => decision.reason ?? "";

describe("a contact is written down once, by whichever side [R95]", () => {
  const standing = [{ ...call, side: "county" as const }];

  it("the other side's entry of the same is found again, however it is typed", () => {
    expect(mayEnter(call, [], today).allowed).toBe(true);
    expect(reasonOf(mayEnter({ ...call, subject: "代表小组 活动经费。" }, standing, today))).toContain(
      "县人大已经登记了 2026-06-05 的这次电话",
    );
  });

  it("another one on the same day is asked about, and taken when it is said to be another", () => {
    const other = { ...call, subject: "选民接待日安排" };
    expect(reasonOf(mayEnter(other, standing, today))).toContain("不是同一次");
    expect(mayEnter(other, standing, { ...today, sure: true }).allowed).toBe(true);
    expect(mayEnter({ ...other, way: "visit" }, standing, today).allowed).toBe(true);
  });

  it("lies behind", () => {
    expect(reasonOf(mayEnter({ ...call, occurredOn: "2026-06-09" }, [], today))).toContain("还没有到");
  });

  it("is struck out by whoever wrote it down", () => {
    expect(mayStrike("county", "county").allowed).toBe(true);
    expect(reasonOf(mayStrike("county", "township"))).toContain("请对方作废");
  });
});

describe("a silent township [R95]", () => {
  const entry = { source: "entry" as const, day: "2026-05-01" };
  const notice = { source: "notice" as const, day: "2026-06-01" };

  it("is one without any contact for more than so many days, whatever the contact was", () => {
    expect(silenceOf([entry], 60, "2026-06-30")).toEqual({ last: entry, days: 60, silent: false });
    expect(silenceOf([entry], 60, "2026-07-01")).toMatchObject({ days: 61, silent: true });
    expect(silenceOf([entry, notice], 60, "2026-07-01")).toEqual({ last: notice, days: 30, silent: false });
  });

  it("never heard of is silent", () => {
    expect(silenceOf([], 60, "2026-07-01")).toEqual({ last: null, days: null, silent: true });
  });

  it("of two on one day the one named first counts", () => {
    expect(latestOf([entry, { ...notice, day: "2026-05-01" }])).toEqual(entry);
  });
});
