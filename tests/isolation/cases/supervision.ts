import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const visit = { kind: "inspectionVisit", topic: "视察排水", occurredOn: "2026-05-10" } as const;
const reason = "测试";
const activity = (at: Place) => ({ id: at.records["activity"], version: 1 });
const finding = (at: Place) => ({ id: at.records["finding"], version: 1 });

export const seed: Seed = async ({ county, township, canary, records }) => {
  const chair = callerAs("townshipChair", county, township);
  const key = () => ({ township: township.code, idempotencyKey: newKey() });
  const unit = await chair.units.create({ ...key(), name: `${canary}办`, kind: "government" });
  const held = await chair.supervision.create({
    ...key(),
    ...visit,
    topic: canary,
    unitIds: [unit.id],
    deputyIds: [records["deputy"] ?? ""],
  });
  const found = await chair.supervision.addFinding({
    ...key(),
    activityId: held.id,
    description: canary,
    occurredOn: "2026-05-10",
  });
  const above = await chair.supervision.addFinding({
    ...{ ...key(), activityId: held.id, description: `${canary}需要县里解决`, occurredOn: "2026-05-10" },
  });
  const raised = await chair.supervision.raise({ ...key(), id: above.id, why: canary, ask: canary });
  const suggestion = await chair.suggestions.create({
    ...key(),
    kind: "suggestion",
    title: canary,
    content: canary,
    category: "construction",
    origin: "intersession",
    leadDeputyId: records["deputy"] ?? "",
    occurredOn: "2026-02-01",
  });
  return {
    ...{ handlingUnit: unit.id, activity: held.id, finding: found.id, raised: raised.id },
    suggestion: suggestion.id,
  };
};

export const cases: IsolationCases = {
  "supervision.options": { input: (at) => read(at, { on: "2026-05-10" }) },
  "supervision.complete": {
    input: (at) => change(at, { ...activity(at), report: "报告", reportedOn: "2026-05-20" }),
  },
  "supervision.reopen": { input: (at) => change(at, { ...activity(at), reason }) },
  "supervision.cancel": { input: (at) => change(at, { ...activity(at), reason }) },
  "supervision.findings": { input: (at) => read(at) },
  "supervision.finding": { input: (at) => read(at, { id: at.records["finding"] }) },
  "supervision.exportFindings": { input: (at) => read(at) },
  "supervision.addFinding": {
    input: (at) =>
      change(at, { activityId: at.records["activity"], description: "问题", occurredOn: "2026-05-10" }),
  },
  "supervision.addClosedFinding": {
    input: (at) =>
      change(at, {
        activityId: at.records["activity"],
        description: "问题",
        occurredOn: "2025-05-10",
        unitId: at.records["handlingUnit"],
        closedOn: "2025-06-10",
      }),
  },
  "supervision.editFinding": { input: (at) => change(at, { ...finding(at), description: "改写" }) },
  "supervision.notifyFinding": {
    input: (at) =>
      change(at, {
        ...finding(at),
        unitId: at.records["handlingUnit"],
        notifiedOn: "2026-05-12",
        dueOn: "2026-06-12",
      }),
  },
  "supervision.planFinding": {
    input: (at) => change(at, { ...finding(at), plan: "方案", plannedOn: "2026-05-15" }),
  },
  "supervision.rectifyFinding": {
    input: (at) => change(at, { ...finding(at), rectification: "已改", rectifiedOn: "2026-06-01" }),
  },
  "supervision.verifyFinding": {
    input: (at) =>
      change(at, { ...finding(at), deputyId: at.records["deputy"], verifiedOn: "2026-06-02", note: "属实" }),
  },
  "supervision.closeFinding": { input: (at) => change(at, { ...finding(at), closedOn: "2026-06-03" }) },
  "supervision.reopenFinding": { input: (at) => change(at, { ...finding(at), reason, dueOn: "2027-06-30" }) },
  "supervision.receiveRaised": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["raised"], version: 1, dueOn: "2027-06-30" }),
  },
  "supervision.answerRaised": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["raised"], version: 1 },
      ...{ outcome: "settled", handledBy: null, answer: at.canary },
    }),
  },
  "supervision.takeBackRaised": {
    input: (at) => change(at, { id: at.records["raised"], version: 1, reason }),
  },
  "supervision.raise": {
    input: (at) => change(at, { id: at.records["finding"], why: at.canary, ask: at.canary }),
  },
  "supervision.raised": { input: () => ({}) },
  "supervision.raisedFinding": { input: (at) => ({ id: at.records["raised"] }) },
  "supervision.voidFinding": { input: (at) => change(at, { ...finding(at), reason }) },
};
