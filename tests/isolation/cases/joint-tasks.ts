import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const day = noon("2026-03-10");

const task = ({ township, canary }: Place) => ({
  ...{ title: `${canary}联动`, kind: "investigation", lawName: null, basis: canary, committee: "office" },
  ...{ windowFrom: "2026-04-01", windowUntil: "2026-04-30", resultDueOn: "2026-05-31", ask: canary },
  ...{ members: [{ id: null, name: canary, role: null }], checklist: null, planItem: canary },
  parts: [{ townshipId: township.id, from: "2026-04-08", until: "2026-04-09", units: [canary] }],
});

/** Two tasks of which the place's township knows, a list of points and days marked by the county. */
export const seed: Seed = async (at) => {
  const { jointTasks } = callerAs("countyStaff", at.county, undefined, day);
  const issued = async () => {
    const { id } = await jointTasks.draft({ ...task(at), idempotencyKey: newKey() } as never);
    await jointTasks.issue({ idempotencyKey: newKey(), id, version: 1, acceptWhy: "已与乡镇商定" });
    const { parts } = await jointTasks.task({ id });
    return { id, part: parts[0]?.id ?? "" };
  };
  const [first, second] = [await issued(), await issued()];
  const list = await jointTasks.saveChecklist({
    ...{ idempotencyKey: newKey(), name: at.canary, items: [{ code: "1", text: at.canary }] },
  });
  const mark = await jointTasks.saveMark({
    ...{ idempotencyKey: newKey(), name: at.canary, from: "2026-07-01", until: "2026-07-31" },
  });
  return {
    ...{ jointTask: first.id, jointPart: first.part, jointOther: second.part },
    ...{ jointChecklist: list.id, countyMark: mark.id },
  };
};

const ofTask = (at: Place, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records["jointTask"], version: 2, ...rest },
});
const ofPart = (at: Place, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records["jointPart"], version: 2, ...rest },
});
const span = { from: "2026-04-15", until: "2026-04-16", why: "改期" };

export const cases: IsolationCases = {
  "jointTasks.year": { input: () => ({ year: 2026 }) },
  "jointTasks.task": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.setUp": { input: () => ({}) },
  "jointTasks.conflicts": { input: () => ({ year: 2026 }) },
  "jointTasks.taskConflicts": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.remedies": { input: (at) => ({ id: at.records["jointPart"] }) },
  "jointTasks.companions": { input: (at) => ({ id: at.records["jointPart"] }) },
  "jointTasks.publicPlan": { input: () => ({ year: 2026 }) },
  "jointTasks.exportPlan": { input: () => ({ year: 2026 }) },
  "jointTasks.solved": { input: () => ({ year: 2026 }) },
  "jointTasks.arrange": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), why: "避开冲突" },
      changes: [{ kind: "drop", id: at.records["jointPart"], version: 2 }],
    }),
  },
  "jointTasks.draft": { input: (at) => ({ ...task(at), idempotencyKey: newKey() }) },
  "jointTasks.edit": { input: (at) => ofTask(at, task(at)) },
  "jointTasks.discard": { input: (at) => ofTask(at, { reason: "重复" }) },
  "jointTasks.issue": { input: (at) => ofTask(at, { acceptWhy: "已商定" }) },
  "jointTasks.recall": { input: (at) => ofTask(at, { reason: "改到明年" }) },
  "jointTasks.report": { input: (at) => ofTask(at) },
  "jointTasks.close": { input: (at) => ofTask(at) },
  "jointTasks.start": { input: (at) => ofPart(at) },
  "jointTasks.answerProposal": { input: (at) => ofPart(at, { agreed: true, why: null }) },
  "jointTasks.movePart": { input: (at) => ofPart(at, span) },
  "jointTasks.mergeParts": { input: (at) => ofPart(at, { ...span, into: at.records["jointOther"] }) },
  "jointTasks.dropPart": { input: (at) => ofPart(at, { why: "免去" }) },
  "jointTasks.draws": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.announceDraw": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["jointTask"], seen: 0, source: "双色球第 2026031 期" },
      ...{ opensOn: "2099-04-02", per: 1, reason: null },
      pools: [{ townshipId: at.township.id, units: [at.canary, "水厂"] }],
    }),
  },
  "jointTasks.draw": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["jointTask"], number: 1, text: "08 12" }),
  },
  "jointTasks.judge": { input: (at) => ofPart(at, { verdict: "accepted", why: null }) },
  "jointTasks.saveChecklist": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["jointChecklist"], version: 1 },
      ...{ name: "消防安全", lawName: null, items: [{ code: "1", text: "通道", article: null }] },
    }),
  },
  "jointTasks.saveMark": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), name: "农忙", from: "2026-05-20", until: "2026-06-10" },
      townships: [at.township.id],
    }),
  },
  "jointTasks.strikeMark": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["countyMark"], version: 1 }),
  },
  "jointTasks.setLimits": {
    input: () => ({
      idempotencyKey: newKey(),
      version: null,
      townshipPerYear: 10,
      gapDays: 14,
      unitPerYear: 2,
    }),
  },
  "jointTasks.merged": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.exportReport": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.saveReport": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["jointTask"], version: 0 },
      sections: ["overview", "findings", "causes", "advice"].map((code) => ({ code, text: at.canary })),
    }),
  },
  "jointTasks.issueReport": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["jointTask"], version: 1 }),
  },
  "jointTasks.ratings": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.exportRatings": { input: (at) => ({ id: at.records["jointTask"] }) },
  "jointTasks.nameBureaus": { input: (at) => ofTask(at, { bureaus: ["教育局"] }) },
  "jointTasks.own": { input: (at) => read(at, { year: 2026 }) },
  "jointTasks.part": { input: (at) => read(at, { id: at.records["jointPart"] }) },
  "jointTasks.accept": { input: (at) => change(at, { id: at.records["jointPart"], version: 2 }) },
  "jointTasks.propose": { input: (at) => change(at, { id: at.records["jointPart"], version: 2, ...span }) },
  "jointTasks.requestMerge": {
    input: (at) =>
      change(at, { id: at.records["jointPart"], version: 2, with: at.records["jointOther"], why: "一次来" }),
  },
  "jointTasks.team": {
    input: (at) => read(at, { id: at.records["jointPart"], from: "2026-04-08", need: 2 }),
  },
  "jointTasks.carryOut": {
    input: (at) => change(at, { id: at.records["jointPart"], version: 2, occurredOn: "2026-04-08" }),
  },
  "jointTasks.submit": {
    input: (at) => change(at, { id: at.records["jointPart"], version: 2, resultText: at.canary }),
  },
  "jointTasks.ownRatings": { input: (at) => read(at, { id: at.records["jointPart"] }) },
  "jointTasks.rate": {
    input: (at) =>
      change(at, {
        ...{ id: at.records["jointPart"], version: 2, level: "township", ratedOn: "2026-03-09" },
        lines: [
          {
            ...{ bureau: at.canary, issued: 1, returned: 1, satisfied: 1 },
            ...{ basic: 0, dissatisfied: 0, abstained: 0 },
          },
        ],
      }),
  },
  "jointTasks.check": { input: (at) => read(at, { id: at.records["jointPart"] }) },
  "jointTasks.answerPoint": {
    input: (at) =>
      change(at, {
        ...{ id: at.records["jointPart"], code: "1", unit: at.canary, version: null },
        ...{ answer: "ok", note: at.canary, seenOn: "2026-04-08" },
      }),
  },
};
