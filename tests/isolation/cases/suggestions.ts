import { newKey } from "../../support/tenants";
import type { IsolationCases, Place } from "./case";

const at = (place: Place) => ({ township: place.township.code });
const change = (place: Place) => ({ ...at(place), idempotencyKey: newKey() });
const step = (place: Place) => ({
  ...change(place),
  id: place.records["suggestion"],
  version: 1,
  occurredOn: "2026-02-03",
});
const content = (place: Place) => ({
  kind: "suggestion",
  title: "关于排水的建议",
  content: "内容",
  category: "construction",
  origin: "intersession",
  leadDeputyId: place.records["deputy"],
  occurredOn: "2026-02-01",
});
const ballot = (place: Place) => ({
  rating: "satisfied",
  method: "phone",
  deputyId: place.records["deputy"],
});

export const cases: IsolationCases = {
  "units.options": { input: (place) => at(place) },

  "suggestions.list": { input: (place) => at(place) },
  "suggestions.exportRows": { input: (place) => at(place) },
  "suggestions.people": { input: (place) => at(place) },
  "suggestions.mergeTargets": { input: (place) => ({ ...at(place), id: place.records["suggestion"] }) },
  "suggestions.byId": { input: (place) => ({ ...at(place), id: place.records["suggestion"] }) },
  "suggestions.create": { input: (place) => ({ ...change(place), ...content(place) }) },
  "suggestions.createClosed": {
    input: (place) => ({
      ...change(place),
      ...content(place),
      occurredOn: "2025-02-01",
      leadUnitId: place.records["handlingUnit"],
      outcome: "A",
    }),
  },
  "suggestions.edit": { input: (place) => ({ ...step(place), ...content(place) }) },
  "suggestions.submit": {
    input: (place) => ({ ...change(place), id: place.records["suggestion"], version: 1 }),
  },
  "suggestions.void": {
    input: (place) => ({ ...change(place), id: place.records["suggestion"], version: 1, reason: "误录" }),
  },
  "suggestions.importRows": {
    input: (place) => ({
      ...change(place),
      rows: [{ line: 2, cells: { title: "无此代表", leadDeputy: "无" } }],
    }),
  },
  "suggestions.pass": { input: (place) => ({ ...step(place), lawOk: true, contentOk: true, formOk: true }) },
  "suggestions.return": { input: (place) => ({ ...step(place), reason: "请分开提出" }) },
  "suggestions.merge": { input: (place) => ({ ...step(place), targetId: place.records["suggestion"] }) },
  "suggestions.assign": { input: (place) => ({ ...step(place), leadUnitId: place.records["handlingUnit"] }) },
  "suggestions.requestReturn": { input: (place) => ({ ...step(place), reason: "不属职责" }) },
  "suggestions.reassign": {
    input: (place) => ({ ...step(place), leadUnitId: place.records["handlingUnit"] }),
  },
  "suggestions.keepAssignment": { input: (place) => ({ ...step(place), note: "职责明确" }) },
  "suggestions.accept": {
    input: (place) => ({
      ...step(place),
      people: [{ lineId: place.records["suggestion"], leader: "副镇长", caseOfficer: "干事" }],
    }),
  },
  "suggestions.consult": { input: (place) => ({ ...step(place), method: "phone" }) },
  "suggestions.confirm": {
    input: (place) => ({
      ...step(place),
      consultationId: place.records["suggestion"],
      deputyId: place.records["deputy"],
      confirmMethod: "phone",
    }),
  },
  "suggestions.reply": { input: (place) => ({ ...step(place), content: "答复" }) },
  "suggestions.requestDeferral": {
    input: (place) => ({ ...step(place), reason: "资金", measures: "分期", newDueOn: "2026-07-01" }),
  },
  "suggestions.decideDeferral": { input: (place) => ({ ...step(place), approved: true }) },
  "suggestions.holdPresidium": { input: (place) => ({ ...step(place), note: "协商" }) },
  "suggestions.rate": { input: (place) => ({ ...step(place), ...ballot(place) }) },
  "suggestions.markNotRated": {
    input: (place) => ({ ...change(place), id: place.records["suggestion"], version: 1 }),
  },
  "suggestions.judgeReason": {
    input: (place) => ({ ...step(place), ratingId: place.records["suggestion"], valid: true, note: "台风" }),
  },
  "suggestions.close": { input: (place) => ({ ...step(place), outcome: "A" }) },
  "suggestions.addPromise": { input: (place) => ({ ...step(place), content: "改管", dueOn: "2026-06-30" }) },
  "suggestions.fulfilPromise": {
    input: (place) => ({ ...step(place), promiseId: place.records["suggestion"], note: "已改管" }),
  },
  "suggestions.verifyPromise": {
    input: (place) => ({ ...step(place), promiseId: place.records["suggestion"], ...ballot(place) }),
  },
  "suggestions.callBack": { input: (place) => ({ ...step(place), note: "回访" }) },
};
