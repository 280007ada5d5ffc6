import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const request = ({ township, canary }: Place) => ({
  ...{ title: `${canary}统计表`, kind: "form", ask: canary, basis: canary, committee: "office" },
  ...{ dueOn: "2026-12-20", townships: [township.id], despite: canary },
});

/** One request that waits for the place's township. */
export const seed: Seed = async (at) => {
  const { dataRequests } = callerAs("countyStaff", at.county, undefined, noon("2026-03-10"));
  const { id } = await dataRequests.send({ ...request(at), idempotencyKey: newKey() } as never);
  const { rows } = await dataRequests.request({ id });
  return { dataRequest: id, dataAsk: rows[0]?.id ?? "" };
};

const ofAsk = (at: Place, rest: object) => ({
  ...{ idempotencyKey: newKey(), id: at.records["dataAsk"], version: 1, ...rest },
});

export const cases: IsolationCases = {
  "dataRequests.year": { input: () => ({ year: 2026 }) },
  "dataRequests.request": { input: (at) => ({ id: at.records["dataRequest"] }) },
  "dataRequests.held": {
    input: (at) => ({ title: "代表培训情况", ask: "人次", townships: [at.township.id] }),
  },
  "dataRequests.burden": { input: () => ({ year: 2026 }) },
  "dataRequests.exportBurden": { input: () => ({ year: 2026 }) },
  "dataRequests.send": { input: (at) => ({ ...request(at), idempotencyKey: newKey() }) },
  "dataRequests.recall": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), id: at.records["dataRequest"], version: 1, reason: "不用了" },
    }),
  },
  "dataRequests.giveBack": { input: (at) => ofAsk(at, { why: "缺一项" }) },
  "dataRequests.exempt": { input: (at) => ofAsk(at, { why: "已在系统" }) },
  "dataRequests.own": { input: (at) => read(at, { year: 2026 }) },
  "dataRequests.ownBurden": { input: (at) => read(at, { year: 2026 }) },
  "dataRequests.ask": { input: (at) => read(at, { id: at.records["dataAsk"] }) },
  "dataRequests.answer": {
    input: (at) =>
      change(at, { id: at.records["dataAsk"], version: 1, answer: at.canary, heldKey: "record:training" }),
  },
};
