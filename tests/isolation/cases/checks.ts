import { newKey } from "../../support/tenants";
import { type IsolationCases, read } from "./case";

const year = 2026;

export const cases: IsolationCases = {
  "checks.overview": { input: () => ({ year }) },
  "checks.lines": { input: (at) => ({ year, of: at.township.code }) },
  "checks.own": { input: (at) => read(at, { year }) },
  "checks.announce": {
    input: () => ({ idempotencyKey: newKey(), year, source: "双色球", opensOn: "2031-01-10", per: 2 }),
  },
  "checks.draw": { input: () => ({ idempotencyKey: newKey(), year, text: "08 12" }) },
  "checks.record": {
    // A year cannot be frozen in the world under test: any record's id is as foreign to a draw as another county's.
    input: (at) => ({
      ...{ idempotencyKey: newKey(), year, of: at.township.code, id: at.records["contact"] },
      ...{ result: "asRecorded", reason: "看过材料", seen: 0 },
    }),
  },
};
