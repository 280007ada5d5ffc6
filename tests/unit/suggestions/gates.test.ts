import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { deferralLimit } from "@/domains/suggestions/rules/deadlines";
import type { SuggestionFacts } from "@/domains/suggestions/rules/facts";
import * as gates from "@/domains/suggestions/rules/gates";
import * as promises from "@/domains/suggestions/rules/promises";
import { type SuggestionState, suggestionStates } from "@/domains/suggestions/rules/states";
import { confirmInput, rateInput } from "@/domains/suggestions/schema";
import type { Decision } from "@/lib/decision";
import { consultation, rating, reply, suggestion, today, zhejiang } from "./facts";

const both = [consultation(1), consultation(2)];
const whole = { consultations: both, replies: [reply()] };

/** Every gate with all its own conditions met: what is left to decide is the state alone. */
const openIn: Record<
  string,
  { states: readonly SuggestionState[]; ask: (facts: SuggestionFacts) => Decision }
> = {
  edit: { states: ["draft", "returned"], ask: gates.editNeedsDraft },
  submit: { states: ["draft", "returned"], ask: (facts) => gates.submitNeedsDraft(facts, zhejiang) },
  check: { states: ["submitted"], ask: gates.checkNeedsSubmission },
  assign: { states: ["checked"], ask: gates.assignNeedsCheck },
  requestReturn: {
    states: ["assigned"],
    ask: (facts) => gates.returnNeedsHaste(facts, zhejiang, "2026-03-16"),
  },
  reassign: { states: ["returnRequested"], ask: gates.reassignNeedsReturnRequest },
  accept: { states: ["assigned"], ask: gates.acceptNeedsAssignment },
  consultFirst: { states: ["accepted", "consulted", "redo"], ask: gates.firstConsultationNeedsWork },
  reply: { states: ["accepted", "consulted", "redo"], ask: gates.replyNeedsFirstConsultation },
  rate: { states: ["replied"], ask: (facts) => gates.ratingNeedsReply(facts, today) },
  markNotRated: { states: ["replied"], ask: (facts) => gates.notRatedNeedsWindowPast(facts, "2026-06-09") },
  consultSecond: { states: ["rated", "notRated"], ask: gates.secondConsultationNeedsRating },
  close: { states: ["rated", "notRated"], ask: gates.closingNeedsSecondConsultation },
  promise: { states: ["replied", "rated", "notRated", "tracking"], ask: gates.promiseNeedsReply },
  callBack: { states: ["closed", "tracking"], ask: gates.callbackNeedsClosing },
};

test("in every state each step is open exactly where the order of the procedure allows it [R68]", () => {
  for (const state of suggestionStates) {
    for (const [step, { states, ask }] of Object.entries(openIn)) {
      const decision = ask(suggestion(state, whole));
      expect(decision.allowed, `${step} in ${state}`).toBe(states.includes(state));
      if (!decision.allowed) expect(decision.reason).toMatch(/[。]$/);
    }
  }
});

describe("the three checks and the signers", () => {
  test("only law, content and form together pass [R69]", () => {
    for (const law of [true, false]) {
      for (const content of [true, false]) {
        for (const form of [true, false]) {
          expect(gates.passNeedsThreeChecks({ law, content, form }).allowed).toBe(law && content && form);
        }
      }
    }
  });

  test("a bill needs five deputies, a suggestion one, by article [R69]", () => {
    const ask = (kind: "bill" | "suggestion", signers: number) =>
      gates.submitNeedsSigners({ kind, receivedOn: "2026-03-05", signers }, zhejiang);
    expect(ask("bill", 4)).toMatchObject({ allowed: false, article: "地方组织法第22条" });
    expect(ask("bill", 5).allowed).toBe(true);
    expect(ask("suggestion", 1).allowed).toBe(true);
    expect(ask("suggestion", 0).allowed).toBe(false);
  });

  test("a duplicate merges into a living one, never into itself, a draft, a merged or a closed one [R69]", () => {
    const into = (state: SuggestionState, isSelf = false) =>
      gates.mergeNeedsLivingTarget({ state, isSelf }, suggestion("submitted")).allowed;
    expect(into("assigned")).toBe(true);
    expect([into("assigned", true), into("draft"), into("returned"), into("merged")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(into("closed")).toBe(false);
  });
});

describe("assignment", () => {
  test("has one lead unit that is no co-unit, and co-units once each [R70]", () => {
    expect(gates.assignNeedsOneLead("a", ["b", "c"]).allowed).toBe(true);
    expect(gates.assignNeedsOneLead("a", ["a"]).allowed).toBe(false);
    expect(gates.assignNeedsOneLead("a", ["b", "b"]).allowed).toBe(false);
  });

  test("can be declined up to the tenth day, not on the eleventh [R70]", () => {
    const ask = (on: string) => gates.returnNeedsHaste(suggestion("assigned"), zhejiang, on);
    expect(ask("2026-03-25").allowed).toBe(true);
    expect(ask("2026-03-26")).toMatchObject({ allowed: false, article: "浙江省代表建议办理规定第14条" });
  });

  test("becomes work only when the lead unit's leader and officer are named [R71]", () => {
    const ask = (lines: string[]) =>
      gates.threeAssignmentsNeedPeople(
        suggestion("assigned"),
        lines.map((lineId) => ({ lineId, leader: "甲", caseOfficer: "乙" })),
      ).allowed;
    expect(ask(["line"])).toBe(true);
    expect(ask([])).toBe(false);
    expect(ask(["line", "foreign"])).toBe(false);
    expect(gates.firstConsultationNeedsWork(suggestion("assigned")).allowed).toBe(false);
  });
});

describe("two consultations", () => {
  const mayReply = (changes: Partial<SuggestionFacts>, state: SuggestionState = "accepted") =>
    gates.replyNeedsFirstConsultation(suggestion(state, changes)).allowed;
  const mayClose = (changes: Partial<SuggestionFacts>) =>
    gates.closingNeedsSecondConsultation(suggestion("rated", { replies: [reply()], ...changes })).allowed;

  test("no reply without the first, and none before the deputy confirmed it [R72]", () => {
    expect(mayReply({ consultations: [] })).toBe(false);
    expect(mayReply({ consultations: [consultation(1, 1, null)] })).toBe(false);
    expect(mayReply({ consultations: [consultation(2)] })).toBe(false);
    expect(mayReply({ consultations: [consultation(1)] })).toBe(true);
  });

  test("no closing without the second, and none before the deputy confirmed it [R72]", () => {
    expect(mayClose({ consultations: [consultation(1)] })).toBe(false);
    expect(mayClose({ consultations: [consultation(1), consultation(2, 1, null)] })).toBe(false);
    expect(mayClose({ consultations: both })).toBe(true);
  });

  test("the consultations of the first reply do not serve a redo [R72][R73]", () => {
    const redone = { redoCount: 1, ratings: [rating("unsatisfied")] };
    expect(mayReply({ ...redone, consultations: both }, "redo")).toBe(false);
    expect(mayReply({ ...redone, consultations: [...both, consultation(1, 2)] }, "redo")).toBe(true);
    expect(mayClose({ ...redone, consultations: both })).toBe(false);
    expect(mayClose({ ...redone, consultations: [...both, consultation(2, 2)] })).toBe(true);
  });
});

describe("rating and redo", () => {
  const ask = (on: string) => gates.ratingNeedsReply(suggestion("replied"), on).allowed;
  const silent = (on: string) => gates.notRatedNeedsWindowPast(suggestion("replied"), on).allowed;

  test("the last day of the window belongs to the deputy, the day after to nobody [R73]", () => {
    expect([ask("2026-06-08"), silent("2026-06-08")]).toEqual([true, false]);
    expect([ask("2026-06-09"), silent("2026-06-09")]).toEqual([false, true]);
  });

  test("what was left unrated is never turned into satisfied afterwards [R73][R80]", () => {
    expect(gates.ratingNeedsReply(suggestion("notRated"), today).allowed).toBe(false);
  });

  test("after a failed redo nothing goes on before the presidium met both sides [R73]", () => {
    const failed = {
      redoCount: 2,
      ratings: [rating("unsatisfied", 1), rating("unsatisfied", 2, "2026-05-28")],
    };
    const consulted = { ...failed, consultations: [consultation(1, 3)] };
    const at = (presidiumMeetingOn: string | null) =>
      suggestion("redo", { ...consulted, presidiumMeetingOn });
    expect(gates.presidiumNeedsFailedRedo(at(null)).allowed).toBe(true);
    expect(gates.replyNeedsFirstConsultation(at(null)).allowed).toBe(false);
    expect(gates.replyNeedsFirstConsultation(at("2026-05-27")).allowed).toBe(false);
    expect(gates.replyNeedsFirstConsultation(at("2026-05-28")).allowed).toBe(true);
    expect(gates.presidiumNeedsFailedRedo(at("2026-05-28")).allowed).toBe(false);
    expect(gates.presidiumNeedsFailedRedo(suggestion("redo", { redoCount: 1 })).allowed).toBe(false);
  });

  test("only deputies who signed may confirm and rate, on paper before another one [R73]", () => {
    expect(gates.deputyMustBeSigner(suggestion("replied"), "deputy").allowed).toBe(true);
    expect(gates.deputyMustBeSigner(suggestion("replied"), "other").allowed).toBe(false);
    const paper = (witnessDeputyId: string | null) =>
      gates.paperRatingNeedsWitness({ method: "paper", deputyId: "deputy", witnessDeputyId }).allowed;
    expect([paper(null), paper("deputy"), paper("other")]).toEqual([false, false, true]);
  });
});

describe("deferral", () => {
  const ask = (facts: SuggestionFacts, dueOn: string, asked: string) =>
    gates.deferralNeedsRoom(facts, dueOn, deferralLimit(facts, zhejiang), asked);

  test("reaches to the limit for complex matters and no further, by the rule that binds [R75]", () => {
    const facts = suggestion("accepted");
    expect(ask(facts, "2026-06-15", "2026-09-15").allowed).toBe(true);
    expect(ask(facts, "2026-06-15", "2026-09-16")).toMatchObject({ allowed: false, article: "代表法第51条" });
    expect(ask(facts, "2026-06-15", "2026-06-15").allowed).toBe(false);
    expect(ask(facts, "2026-09-15", "2026-09-20").allowed).toBe(false);
  });

  test("of a redo reaches one more term and no further [R73][R75]", () => {
    const facts = suggestion("redo", { redoCount: 1, ratings: [rating("unsatisfied")] });
    expect(ask(facts, "2026-06-20", "2026-07-20").allowed).toBe(true);
    expect(ask(facts, "2026-06-20", "2026-07-21")).toMatchObject({
      allowed: false,
      article: "浙江省实施代表法办法第43条",
    });
  });

  test("is decided before another is asked for [R75]", () => {
    const open = { id: "d", requestedOn: today, newDueOn: "2026-07-01", decidedOn: null, approved: null };
    expect(ask(suggestion("accepted", { deferrals: [open] }), "2026-06-15", "2026-07-01").allowed).toBe(
      false,
    );
    expect(gates.decisionNeedsDeferral(suggestion("accepted", { deferrals: [open] })).allowed).toBe(true);
    expect(gates.decisionNeedsDeferral(suggestion("accepted")).allowed).toBe(false);
  });
});

describe("outcomes and promises", () => {
  test("B and C need a dated promise, D the explanation, E the body it was reported to, A nothing more [R75]", () => {
    const ask = (outcome: string, promises: number, note: string | null) =>
      gates.outcomeNeedsGrounds(outcome, { promises, note }).allowed;
    expect(ask("A", 0, null)).toBe(true);
    for (const outcome of ["B", "C"])
      expect([ask(outcome, 0, "说明"), ask(outcome, 1, null)]).toEqual([false, true]);
    for (const outcome of ["D", "E"])
      expect([ask(outcome, 1, null), ask(outcome, 0, "说明")]).toEqual([false, true]);
  });

  test("a promise is kept once, and only when a deputy verified what the unit entered [R75]", () => {
    const promise = { fulfilledOn: null, verifiedOn: null };
    expect(promises.fulfilmentNeedsPromise(promise).allowed).toBe(true);
    expect(promises.verificationNeedsFulfilment(promise).allowed).toBe(false);
    expect(promises.verificationNeedsFulfilment({ ...promise, fulfilledOn: today }).allowed).toBe(true);
    expect(promises.fulfilmentNeedsPromise({ fulfilledOn: today }).allowed).toBe(false);
    expect(promises.verificationNeedsFulfilment({ fulfilledOn: today, verifiedOn: today }).allowed).toBe(
      false,
    );
    expect(promises.verificationNeedsFulfilment(undefined).allowed).toBe(false);
  });
});

describe("what only a deputy can do by a one-time link", () => {
  const step = {
    township: "330482101",
    idempotencyKey: randomUUID(),
    id: randomUUID(),
    version: 1,
    occurredOn: "2026-03-01",
  };

  test("the office can neither rate nor confirm that way for them [R72]", () => {
    const ballot = { ...step, rating: "satisfied", deputyId: randomUUID() };
    expect(rateInput.safeParse({ ...ballot, method: "phone" }).success).toBe(true);
    expect(rateInput.safeParse({ ...ballot, method: "link" }).success).toBe(false);
    const confirmation = { ...step, consultationId: randomUUID(), deputyId: randomUUID() };
    expect(confirmInput.safeParse({ ...confirmation, confirmMethod: "signature" }).success).toBe(true);
    expect(confirmInput.safeParse({ ...confirmation, confirmMethod: "link" }).success).toBe(false);
  });
});
