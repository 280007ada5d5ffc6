import { describe, expect, test } from "vitest";
import { activityKindLabels, findingStateLabels } from "@/domains/supervision/labels";
import {
  type ActivityFacts,
  activityKinds,
  mayCancel,
  mayComplete,
} from "@/domains/supervision/rules/activities";
import { findingStates } from "@/domains/supervision/rules/findings";

const visit: ActivityFacts = {
  kind: "inspectionVisit",
  state: "planned",
  occurredOn: "2026-05-10",
  lawName: null,
  report: "视察了三处排水口……",
  findings: 1,
  noFindings: false,
  signers: [],
  participants: 5,
};
const complete = (changes: Partial<ActivityFacts>, today = "2026-05-10") =>
  mayComplete({ ...visit, ...changes }, today).allowed;

describe("an activity is complete", () => {
  test("with a report and at least one finding [R30][R37]", () => {
    expect(complete({})).toBe(true);
    expect(complete({ report: null })).toBe(false);
    expect(complete({ report: "  " })).toBe(false);
    expect(complete({ findings: 0 })).toBe(false);
  });

  test("or when two different deputies sign that there was none [R30][R37]", () => {
    const nothing = { findings: 0, noFindings: true };
    expect(complete({ ...nothing, signers: [] })).toBe(false);
    expect(complete({ ...nothing, signers: ["a"] })).toBe(false);
    expect(complete({ ...nothing, signers: ["a", "a"] })).toBe(false);
    expect(complete({ ...nothing, signers: ["a", "b"] })).toBe(true);
  });

  test("never with findings and the word that there were none [R30]", () => {
    expect(complete({ noFindings: true, signers: ["a", "b"] })).toBe(false);
  });

  test("not before its day and not without deputies [R30]", () => {
    expect(complete({}, "2026-05-09")).toBe(false);
    expect(complete({ participants: 0 })).toBe(false);
  });

  test("once only, and not after it was cancelled [R30]", () => {
    expect(complete({ state: "done" })).toBe(false);
    expect(complete({ state: "cancelled" })).toBe(false);
  });

  test("as a law inspection only when it names the law [R30]", () => {
    expect(complete({ kind: "lawInspection" })).toBe(false);
    expect(complete({ kind: "lawInspection", lawName: "水污染防治法" })).toBe(true);
  });
});

test("only an activity without results can be cancelled, with a reason [R30]", () => {
  expect(mayCancel({ state: "planned", findings: 0 }, "台风").allowed).toBe(true);
  expect(mayCancel({ state: "planned", findings: 0 }, "").allowed).toBe(false);
  expect(mayCancel({ state: "planned", findings: 1 }, "台风").allowed).toBe(false);
  expect(mayCancel({ state: "done", findings: 0 }, "台风").allowed).toBe(false);
});

test("every kind and state has its own Chinese word [R30][R31]", () => {
  expect(new Set(activityKinds.map((kind) => activityKindLabels[kind])).size).toBe(activityKinds.length);
  expect(new Set(findingStates.map((state) => findingStateLabels[state])).size).toBe(findingStates.length);
});
