import { describe, expect, it } from "vitest";
import {
  mayAnswerRaised,
  mayRaise,
  mayReceive,
  mayTakeBack,
  notWaitingAbove,
  raisedDueOn,
  type RaisedFacts,
  raisedLateBy,
  raisedStateOf,
} from "@/domains/supervision/rules/raised";

const raised = (more: Partial<RaisedFacts> = {}): RaisedFacts => ({
  ...{ raisedOn: "2026-06-01", receivedOn: null, dueOn: null, answeredOn: null, ...more },
});
const received = raised({ receivedOn: "2026-06-03", dueOn: "2026-07-03" });
const said = (decision: ReturnType<typeof mayRaise>) => (decision.allowed ? null : decision.reason);

describe("a finding beyond the township's power goes up and comes back [R31]", () => {
  it("once at a time, while it is still to be mended; it is not struck off behind the county's back", () => {
    expect(mayRaise({ state: "notified" }, false).allowed).toBe(true);
    expect(said(mayRaise({ state: "closed" }, false))).toContain("已经销号");
    expect(said(mayRaise({ state: "found" }, true))).toContain("已经上报");
    expect(said(notWaitingAbove(true))).toContain("还没有答复");
    expect(notWaitingAbove(false).allowed).toBe(true);
  });

  it("waits a week to be taken note of, then until the day the county said", () => {
    expect(raisedStateOf(raised())).toBe("waiting");
    expect(raisedDueOn(raised())).toBe("2026-06-08");
    expect(raisedLateBy(raised(), "2026-06-10")).toBe(2);
    expect(raisedDueOn(received)).toBe("2026-07-03");
    expect(raisedLateBy(received, "2026-06-10")).toBeNull();
    const answered = raised({ ...received, answeredOn: "2026-07-05" });
    expect([raisedStateOf(answered), raisedDueOn(answered), raisedLateBy(answered, "2027-01-01")]).toEqual([
      ...["answered", null, 2],
    ]);
    expect(mayTakeBack(answered).allowed).toBe(false);
    expect(mayTakeBack(received).allowed).toBe(true);
  });

  it("is answered once it was received, with the department named that it was handed to", () => {
    const settled = { outcome: "settled", handledBy: null } as const;
    expect(said(mayReceive(raised(), "2026-06-01", "2026-06-02"))).toContain("已经过去");
    expect(mayReceive(raised(), "2026-07-02", "2026-06-02").allowed).toBe(true);
    expect(said(mayReceive(received, "2026-07-02", "2026-06-02"))).toContain("已经接收");
    expect(said(mayAnswerRaised(raised(), settled))).toContain("请先接收");
    expect(mayAnswerRaised(received, settled).allowed).toBe(true);
    expect(said(mayAnswerRaised(received, { outcome: "transferred", handledBy: null }))).toContain(
      "哪个部门",
    );
    expect(said(mayAnswerRaised(raised({ ...received, answeredOn: "2026-07-01" }), settled))).toContain(
      "已经答复",
    );
  });
});
