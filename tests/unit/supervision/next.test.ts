import { describe, expect, test } from "vitest";
import type { ActivityFacts } from "@/domains/supervision/rules/activities";
import { type FindingFacts, findingStates } from "@/domains/supervision/rules/findings";
import {
  activityChanges,
  activityNext,
  findingChanges,
  findingNext,
} from "@/domains/supervision/rules/next-actions";
import { findingSteps } from "@/domains/supervision/rules/progress";

const visit: ActivityFacts = {
  kind: "inspectionVisit",
  state: "planned",
  occurredOn: "2026-05-10",
  lawName: null,
  report: null,
  findings: 0,
  noFindings: false,
  signers: [],
  participants: 5,
};
const keys = (facts: Partial<ActivityFacts>, today = "2026-05-10") => {
  const next = activityNext({ ...visit, ...facts }, today);
  return next === null ? null : [next.main?.key ?? null, ...next.others.map(({ key }) => key)];
};

describe("what comes next for an activity", () => {
  test("a planned one waits for its report, and says why while its day has not come [R30]", () => {
    expect(keys({})).toEqual(["complete", "addFinding"]);
    const early = activityNext(visit, "2026-05-09");
    expect(early?.main?.decision).toEqual({
      allowed: false,
      reason: "活动定于 2026-05-10，开展后才能办结。",
    });
    expect(early?.others[0]?.decision.allowed).toBe(false);
    const alone = activityNext({ ...visit, participants: 0 }, "2026-05-10");
    expect(alone?.main?.decision).toMatchObject({
      reason: "请先登记参加活动的代表；没有留下名单的，填写未录姓名人数。",
    });
  });

  test("what deputies signed asks for no problems; an earlier year's may bring in what was struck off [R30][R31]", () => {
    expect(keys({ state: "done" })).toEqual([null, "addFinding"]);
    expect(keys({ state: "done", noFindings: true })).toEqual([null]);
    expect(keys({ state: "done" }, "2027-01-01")).toEqual([null, "addFinding", "addClosed"]);
    expect(keys({ state: "cancelled" })).toBeNull();
  });

  test("only an open plan without problems is cancelled, only a done one is taken back [R30]", () => {
    expect(activityChanges(visit)).toEqual(["edit", "cancel", "void"]);
    expect(activityChanges({ ...visit, findings: 1 })).toEqual(["edit", "void"]);
    expect(activityChanges({ ...visit, state: "done" })).toEqual(["edit", "reopen", "void"]);
    expect(activityChanges({ ...visit, state: "done", noFindings: true })).toEqual(["reopen", "void"]);
    expect(activityChanges({ ...visit, state: "cancelled" })).toEqual(["void"]);
  });
});

const finding: FindingFacts & { closedOn: string | null } = {
  state: "planned",
  occurredOn: "2026-05-01",
  unitId: "unit",
  notifiedOn: "2026-05-05",
  dueOn: "2026-07-31",
  plannedOn: "2026-05-10",
  rectifiedOn: null,
  verifiedOn: null,
  verifiedByDeputyId: null,
  closedOn: null,
};
const states = (facts: Partial<typeof finding>, today = "2026-07-31") =>
  findingSteps({ ...finding, ...facts }, today).map(({ state }) => state);

describe("where a finding stands", () => {
  test("every state has its main step; one struck off asks for nothing, but may come back [R31]", () => {
    for (const state of findingStates) {
      expect(findingNext(state).main === null).toBe(state === "closed");
      expect(findingChanges({ state })).toEqual(state === "closed" ? ["void"] : ["edit", "void"]);
    }
    expect(findingNext("closed").others).toEqual(["reopen"]);
  });

  test("the first step that is not done is the one waited for, late after its day [R31]", () => {
    expect(states({})).toEqual(["done", "done", "done", "now", "todo", "todo"]);
    expect(findingSteps(finding, "2026-07-31")[3]).toMatchObject({ day: "2026-07-31", overdue: false });
    expect(findingSteps(finding, "2026-08-01")[3]).toMatchObject({ overdue: true });
  });

  test("one opened again waits for a new notice [R31]", () => {
    const again = { state: "reopened", plannedOn: null } as const;
    expect(states(again)).toEqual(["done", "now", "todo", "todo", "todo", "todo"]);
  });

  test("of one struck off on paper what its papers do not tell is skipped, not waited for [R31]", () => {
    const paper = { state: "closed", notifiedOn: null, plannedOn: null, closedOn: "2025-12-01" } as const;
    expect(states(paper)).toEqual(["done", "skipped", "skipped", "skipped", "skipped", "done"]);
  });
});
