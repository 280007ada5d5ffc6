import { describe, expect, test } from "vitest";
import { actionLabels, stateLabels } from "@/domains/suggestions/labels";
import { assignDeadline, currentDue } from "@/domains/suggestions/rules/deadlines";
import { type Dissatisfaction, unitStanding } from "@/domains/suggestions/rules/disqualification";
import { nextActions } from "@/domains/suggestions/rules/next-actions";
import { suggestionStates } from "@/domains/suggestions/rules/states";
import { calendarOf } from "@/domains/workdays/rules";
import { publishedDays } from "@/server/calendar/state-council";
import { redoLane, stepsOf } from "@/domains/suggestions/rules/steps";
import { consultation, rating, reply, suggestion, today, zhejiang } from "./facts";

const stateCouncilCalendar = calendarOf(publishedDays, []);

describe("what can be done now", () => {
  test("every open state offers something, with a Chinese word, and refusals say why [R68]", () => {
    for (const state of suggestionStates) {
      const actions = nextActions(suggestion(state), zhejiang, today);
      if (state !== "merged") expect(stateLabels[state]).not.toBe("");
      if (!["merged", "closed", "tracking"].includes(state)) expect(actions.length, state).toBeGreaterThan(0);
      for (const { key, decision } of actions) {
        expect(actionLabels[key]).not.toBe("");
        if (!decision.allowed) expect(decision.reason.length).toBeGreaterThan(5);
      }
    }
  });

  test("the main action is consult, then confirm, then reply [R72]", () => {
    const main = (consultations: ReturnType<typeof consultation>[]) =>
      nextActions(suggestion("accepted", { consultations }), zhejiang, today)[0]?.key;
    expect([main([]), main([consultation(1, 1, null)]), main([consultation(1)])]).toEqual([
      "consult",
      "confirm",
      "reply",
    ]);
  });

  test("an unrated reply offers the mark only when the window is over [R73]", () => {
    const main = (on: string) => nextActions(suggestion("replied"), zhejiang, on)[0]?.key;
    expect([main("2026-06-08"), main("2026-06-09")]).toEqual(["rate", "markNotRated"]);
  });
});

describe("the step bar", () => {
  const stateOfSteps = (facts: ReturnType<typeof suggestion>) =>
    stepsOf(facts, today).map((step) => step.state);

  test("has nine steps of which exactly one is now while the suggestion is open [R68]", () => {
    const steps = stepsOf(suggestion("accepted"), today);
    expect(steps.map((step) => step.label)).toEqual([
      "提出",
      "三关审核",
      "交办",
      "三落实",
      "首次面商",
      "答复",
      "代表测评",
      "再次面商",
      "办结",
    ]);
    expect(steps.filter((step) => step.state === "now").map((step) => step.key)).toEqual(["consult1"]);
    expect(steps.find((step) => step.key === "reply")).toMatchObject({ day: "2026-06-15", overdue: false });
  });

  test("a redo steps back to the consultation and tells why in the second lane [R73]", () => {
    const redone = suggestion("redo", {
      redoCount: 1,
      redoDueOn: "2026-06-20",
      consultations: [consultation(1)],
      replies: [reply()],
      ratings: [rating("unsatisfied")],
    });
    expect(stateOfSteps(redone)).toEqual([
      "done",
      "done",
      "done",
      "done",
      "now",
      "todo",
      "todo",
      "todo",
      "todo",
    ]);
    const labels = stepsOf(redone, today).map((step) => step.label);
    expect(labels.slice(4, 6)).toEqual(["重办面商", "重新答复"]);
    expect(redoLane(redone, zhejiang, "只疏通未改管。")).toContain("（代表：只疏通未改管）");
    expect(redoLane(redone, zhejiang, null)).toContain("浙江省实施代表法办法第43条");
    expect(redoLane(suggestion("accepted"), zhejiang, null)).toBeNull();
  });

  test("overdue begins the day after the due day [R70]", () => {
    const late = (on: string) =>
      stepsOf(suggestion("accepted"), on).find((step) => step.key === "reply")?.overdue;
    expect([late("2026-06-15"), late("2026-06-16")]).toEqual([false, true]);
  });
});

describe("days", () => {
  test("assignment counts from the session's close, or from receipt when that was later [R70]", () => {
    const due = (receivedOn: string, sessionClosedOn: string | null) =>
      assignDeadline({ receivedOn, sessionClosedOn }, zhejiang, stateCouncilCalendar).dueOn;
    expect(due("2026-03-05", "2026-03-06")).toBe("2026-03-21");
    expect(due("2026-05-05", "2026-03-06")).toBe("2026-05-20");
    expect(due("2026-05-05", null)).toBe("2026-05-20");
  });

  test("what is due follows the state, and a redo has its own day [R70][R73]", () => {
    expect(currentDue(suggestion("checked"))).toBe("2026-03-21");
    expect(currentDue(suggestion("accepted"))).toBe("2026-06-15");
    expect(currentDue(suggestion("redo", { redoCount: 1, redoDueOn: "2026-06-20" }))).toBe("2026-06-20");
    expect(currentDue(suggestion("replied"))).toBe("2026-06-08");
    expect(currentDue(suggestion("closed"))).toBeNull();
  });
});

describe("a unit's standing", () => {
  const item = (suggestionId: string, validReason: boolean | null): Dissatisfaction => ({
    suggestionId,
    validReason,
  });

  test("falls with the third unsatisfactory suggestion of the year, not with the second [R74]", () => {
    expect(unitStanding([item("a", false), item("b", null)])).toMatchObject({
      counted: 2,
      disqualified: false,
    });
    expect(unitStanding([item("a", false), item("b", null), item("c", false)])).toMatchObject({
      counted: 3,
      undecided: 1,
      disqualified: true,
    });
  });

  test("is spared what the presidium found to have a valid reason, and counts a suggestion once [R74]", () => {
    const items = [item("a", true), item("b", false), item("b", false), item("c", false)];
    expect(unitStanding(items)).toMatchObject({ counted: 2, disqualified: false });
  });
});
