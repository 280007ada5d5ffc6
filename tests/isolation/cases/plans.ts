import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const reason = "测试";
const item = (at: Place) => ({ id: at.records["planItem"], version: 1 });
const guidance = { year: 2026, title: "指导意见", points: "一条" };

/** One guidance of the county, a draft: its townships read none of it. */
export const seed: Seed = async ({ county }) => {
  const staff = callerAs("countyStaff", county);
  const { guidance: known } = await staff.plans.coverage({ year: 2026 });
  const made = known ?? (await staff.plans.saveGuidance({ idempotencyKey: newKey(), ...guidance }));
  return { guidance: made.id };
};

export const cases: IsolationCases = {
  "plans.year": { input: (at) => read(at, { year: 2026 }) },
  "plans.candidates": { input: (at) => read(at, { id: at.records["planItem"] }) },
  "plans.ofRecord": { input: (at) => read(at, { recordType: "activity", id: at.records["activity"] }) },
  "plans.link": {
    input: (at) => change(at, { ...item(at), recordType: "activity", recordId: at.records["activity"] }),
  },
  "plans.finish": { input: (at) => change(at, { ...item(at), doneOn: "2026-03-05", note: "办完" }) },
  "plans.adjust": { input: (at) => change(at, { ...item(at), reason, topic: "另一件", month: 11 }) },
  "plans.cancel": { input: (at) => change(at, { ...item(at), reason }) },
  "plans.reopen": { input: (at) => change(at, { ...item(at), reason }) },
  "plans.copyYear": { input: (at) => change(at, { year: 2027 }) },
  "plans.coverage": { input: () => ({ year: 2026 }) },
  "plans.saveGuidance": {
    input: (at) => ({ idempotencyKey: newKey(), ...guidance, id: at.records["guidance"], version: 1 }),
  },
  "plans.publishGuidance": {
    input: (at) => ({
      idempotencyKey: newKey(),
      ...{ id: at.records["guidance"], version: 1, publishedOn: "2026-02-01" },
    }),
  },
};
