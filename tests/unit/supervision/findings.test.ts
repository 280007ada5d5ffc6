import { describe, expect, test } from "vitest";
import {
  type FindingAction,
  findingActions,
  findingActionsIn,
  findingAfter,
  type FindingFacts,
  type FindingState,
  findingStates,
  mayClose,
  mayNotify,
  mayPlan,
  mayRectify,
  mayReopen,
  mayVerify,
  namesUnit,
  findingOverdueDays,
} from "@/domains/supervision/rules/findings";
import type { Verifier } from "@/domains/supervision/rules/verifier";
import { findingDueOn } from "@/domains/supervision/rules/terms";

const today = "2026-08-01";
const facts = (state: FindingState): FindingFacts => ({
  state,
  occurredOn: "2026-05-01",
  unitId: "unit",
  notifiedOn: "2026-05-05",
  dueOn: "2026-07-31",
  plannedOn: "2026-05-10",
  rectifiedOn: "2026-06-20",
  verifiedOn: "2026-06-25",
  verifiedByDeputyId: "deputy",
});
const deputy: Verifier = { deputyId: "deputy", inOffice: true, ofTheUnit: false, away: null };

const attempt: Record<FindingAction, (state: FindingState) => boolean> = {
  notify: (state) =>
    mayNotify(facts(state), { unitId: "unit", notifiedOn: "2026-07-01", dueOn: "2026-09-01" }, today).allowed,
  plan: (state) => mayPlan(facts(state), { plan: "改", plannedOn: "2026-07-01" }, today).allowed,
  rectify: (state) =>
    mayRectify(facts(state), { rectification: "已改", rectifiedOn: "2026-07-01" }, today).allowed,
  verify: (state) => mayVerify(facts(state), { verifier: deputy, verifiedOn: "2026-07-01" }, today).allowed,
  close: (state) => mayClose(facts(state), { closedOn: "2026-07-01" }, today).allowed,
  reopen: (state) => mayReopen(facts(state), { reason: "反弹", dueOn: "2026-09-01" }, today).allowed,
};

describe("a finding's way", () => {
  test("in every state exactly the listed actions are open, all others refused [R31]", () => {
    const legal: Record<FindingState, FindingAction[]> = {
      found: ["notify"],
      notified: ["plan"],
      planned: ["rectify"],
      rectified: ["verify", "reopen"],
      verified: ["close", "reopen"],
      closed: ["reopen"],
      reopened: ["notify"],
    };
    for (const state of findingStates) {
      for (const action of findingActions) {
        expect(attempt[action](state), `${state} ${action}`).toBe(legal[state].includes(action));
      }
      expect(findingActionsIn(state)).toEqual(legal[state]);
    }
  });

  test("the straight way ends closed, and a closed one that comes back starts again with the unit [R31]", () => {
    const way: FindingAction[] = ["notify", "plan", "rectify", "verify", "close", "reopen", "notify"];
    const end = way.reduce<FindingState | null>(
      (state, action) => state && findingAfter(state, action),
      "found",
    );
    expect(end).toBe("notified");
  });

  test("no state but verified leads to closed [R31]", () => {
    for (const state of findingStates) {
      for (const action of findingActions) {
        if (findingAfter(state, action) === "closed") expect(state).toBe("verified");
      }
    }
  });
});

describe("who verifies", () => {
  const verify = (verifier: Verifier | null, verifiedOn = "2026-07-01") =>
    mayVerify(facts("rectified"), { verifier, verifiedOn }, today);

  test("a deputy in office, never nobody, never somebody of the rectifying unit, nor who was on leave that day [R31]", () => {
    expect(verify(deputy).allowed).toBe(true);
    expect(verify(null)).toMatchObject({ allowed: false, article: "地方组织法第19条" });
    expect(verify({ ...deputy, inOffice: false }).allowed).toBe(false);
    expect(verify({ ...deputy, ofTheUnit: true })).toMatchObject({
      reason: "核实的代表是责任单位的人，不能核实本单位的工作，请另选一名代表。",
    });
    expect(verify({ ...deputy, away: { from: "2026-06-25", until: "2026-07-05" } })).toMatchObject({
      reason: expect.stringContaining("2026-06-25 至 2026-07-05 登记了请假") as string,
    });
  });

  test("no earlier than the rectification, no later than today [R31]", () => {
    expect(verify(deputy, "2026-06-19").allowed).toBe(false);
    expect(verify(deputy, "2026-06-20").allowed).toBe(true);
    expect(verify(deputy, today).allowed).toBe(true);
    expect(verify(deputy, "2026-08-02").allowed).toBe(false);
  });

  test("nothing is struck off on a state alone: the verification itself must be there [R31]", () => {
    const unverified = { ...facts("verified"), verifiedByDeputyId: null };
    expect(mayClose(unverified, { closedOn: "2026-07-01" }, today)).toMatchObject({
      reason: "未经代表核实，不能销号。",
    });
  });

  test("an occupation that names the unit gives its person away [R31]", () => {
    const unit = { name: "东沙镇城建办公室", shortName: "城建办" };
    expect(namesUnit("城建办副主任", unit)).toBe(true);
    expect(namesUnit("渔民", unit)).toBe(false);
    expect(namesUnit(null, unit)).toBe(false);
  });
});

test("a notice needs a unit and a due day that is not before it [R31]", () => {
  const notify = (unitId: string | null, dueOn: string | null) =>
    mayNotify(facts("found"), { unitId, notifiedOn: "2026-05-05", dueOn }, today).allowed;
  expect(notify(null, "2026-06-01")).toBe(false);
  expect(notify("unit", null)).toBe(false);
  expect(notify("unit", "2026-05-04")).toBe(false);
  expect(notify("unit", "2026-05-05")).toBe(true);
});

test("plans, rectifications and reopenings need words [R31]", () => {
  expect(mayPlan(facts("notified"), { plan: " ", plannedOn: "2026-07-01" }, today).allowed).toBe(false);
  expect(mayRectify(facts("planned"), { rectification: "", rectifiedOn: "2026-07-01" }, today).allowed).toBe(
    false,
  );
  expect(mayReopen(facts("closed"), { reason: " ", dueOn: "2026-09-01" }, today).allowed).toBe(false);
});

test("the due day is still in time, the day after is one day overdue, closed is never overdue [R31]", () => {
  const overdue = (state: FindingState, on: string) => findingOverdueDays(facts(state), on);
  expect(overdue("notified", "2026-07-31")).toBeNull();
  expect(overdue("notified", "2026-08-01")).toBe(1);
  expect(overdue("verified", "2026-08-03")).toBe(3);
  expect(overdue("closed", "2026-08-03")).toBeNull();
});

test("a unit that was never told must be told within fifteen days of the finding [R31]", () => {
  const untold = { ...facts("found"), notifiedOn: null, dueOn: null };
  expect(findingDueOn(untold)).toBe("2026-05-16");
  expect(findingOverdueDays(untold, "2026-05-16")).toBeNull();
  expect(findingOverdueDays(untold, "2026-05-18")).toBe(2);
});

test("a term reaches a year from the notice and no further; one that was stored longer ends there [R31]", () => {
  const notify = (dueOn: string) =>
    mayNotify(facts("found"), { unitId: "unit", notifiedOn: "2026-05-05", dueOn }, today);
  expect(notify("2027-05-05").allowed).toBe(true);
  expect(notify("2027-05-06")).toMatchObject({ allowed: false, article: "本系统默认" });
  expect(JSON.stringify(notify("2040-01-01"))).toContain("最迟到 2027-05-05");
  expect(findingDueOn({ ...facts("notified"), dueOn: "2040-01-01" })).toBe("2027-05-05");
});
