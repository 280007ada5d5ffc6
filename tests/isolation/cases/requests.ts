import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const day = noon("2026-03-10");

const said = ({ canary }: Place) => ({ kind: "funding" as const, title: `${canary}经费`, content: canary });

/** A request that waits, and one that was answered. */
export const seed: Seed = async (at) => {
  const { requests } = callerAs("townshipChair", at.county, at.township, day);
  const send = () => requests.send(change(at, said(at)) as never);
  const [waiting, answered] = [await send(), await send()];
  const staff = callerAs("countyStaff", at.county, undefined, day).requests;
  await staff.receive({ idempotencyKey: newKey(), id: answered.id, version: 1 });
  await staff.answer({
    ...{ idempotencyKey: newKey(), id: answered.id, version: 2, result: "solved" },
    answerText: at.canary,
  });
  return { request: waiting.id, answeredRequest: answered.id };
};

const ofRequest = (at: Place, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records["request"], version: 1, ...rest },
});

export const cases: IsolationCases = {
  "requests.year": { input: () => ({ year: 2026 }) },
  "requests.request": { input: (at) => ({ id: at.records["request"] }) },
  "requests.ledger": { input: () => ({ year: 2026 }) },
  "requests.terms": { input: () => ({}) },
  "requests.receive": { input: (at) => ofRequest(at) },
  "requests.postpone": { input: (at) => ofRequest(at, { until: "2026-06-30", reason: "等财政" }) },
  "requests.answer": { input: (at) => ofRequest(at, { result: "explained", answerText: at.canary }) },
  "requests.setTerms": {
    input: () => ({ idempotencyKey: newKey(), version: null, receiveDays: 5, answerDays: 20 }),
  },
  "requests.own": { input: (at) => read(at, { year: 2026 }) },
  "requests.byId": { input: (at) => read(at, { id: at.records["answeredRequest"] }) },
  "requests.ownLedger": { input: (at) => read(at, { year: 2026 }) },
  "requests.send": { input: (at) => change(at, said(at)) },
  "requests.confirm": { input: (at) => change(at, { id: at.records["answeredRequest"], version: 3 }) },
  "requests.askAgain": {
    input: (at) => change(at, { id: at.records["answeredRequest"], version: 3, content: at.canary }),
  },
  "requests.withdraw": {
    input: (at) => change(at, { id: at.records["request"], version: 1, reason: "不用了" }),
  },
};
