import { newKey } from "../../support/tenants";
import { change, type IsolationCases, read } from "./case";

const year = 2026;
const about = { year, signal: "burst", subject: "2026-12-28" } as const;

export const cases: IsolationCases = {
  "integrity.map": { input: () => ({ year }) },
  "integrity.signals": { input: () => ({ year }) },
  "integrity.decide": {
    input: (at) => ({
      ...{ idempotencyKey: newKey(), ...about, of: at.township.code },
      ...{ decision: "verified", reason: "看过签到表" },
    }),
  },
  "integrity.own": { input: (at) => read(at, { year }) },
  "integrity.answer": { input: (at) => change(at, { ...about, records: [], text: at.canary }) },
};
