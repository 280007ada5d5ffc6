import { noon } from "../../support/suggestions";
import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const day = noon("2026-03-10");

const said = ({ township, canary }: Place) => ({
  ...{ title: `${canary}通知`, body: canary, documentNumber: canary, importance: "important" as const },
  ...{ asked: canary, dueOn: "2026-04-30", townships: [township.id] },
});

/** A notice that was sent to the place's township alone, and a draft with a file's place. */
export const seed: Seed = async (at) => {
  const { notices } = callerAs("countyStaff", at.county, undefined, day);
  const { id } = await notices.draft({ ...said(at), idempotencyKey: newKey() });
  await notices.send({ idempotencyKey: newKey(), id, version: 1 });
  const { rows } = await notices.notice({ id });
  return { notice: id, receipt: rows[0]?.id ?? "" };
};

const ofNotice = (at: Place, rest: object = {}) => ({
  ...{ idempotencyKey: newKey(), id: at.records["notice"], version: 2, ...rest },
});
const ofReceipt = (at: Place, rest: object = {}) =>
  change(at, { id: at.records["receipt"], version: 1, ...rest });

export const cases: IsolationCases = {
  "notices.year": { input: () => ({ year: 2026 }) },
  "notices.notice": { input: (at) => ({ id: at.records["notice"] }) },
  "notices.setUp": { input: () => ({}) },
  "notices.draft": { input: (at) => ({ ...said(at), idempotencyKey: newKey() }) },
  "notices.edit": { input: (at) => ofNotice(at, said(at)) },
  "notices.discard": { input: (at) => ofNotice(at, { reason: "重复" }) },
  "notices.send": { input: (at) => ofNotice(at) },
  "notices.correct": {
    input: (at) => {
      const { townships: _, ...text } = said(at);
      return ofNotice(at, { ...text, title: "更正后的通知", note: "改了标题" });
    },
  },
  "notices.recall": { input: (at) => ofNotice(at, { reason: "不再开会" }) },
  "notices.remind": { input: (at) => ofNotice(at) },
  "notices.removeFile": {
    input: (at) => ({ idempotencyKey: newKey(), id: at.records["notice"], reason: "传错" }),
  },
  "notices.own": { input: (at) => read(at, { year: 2026 }) },
  "notices.received": { input: (at) => read(at, { id: at.records["receipt"] }) },
  "notices.open": { input: (at) => ofReceipt(at) },
  "notices.sign": { input: (at) => ofReceipt(at) },
  "notices.done": { input: (at) => ofReceipt(at, { doneOn: "2026-04-01", doneText: at.canary }) },
};
