import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, read, type Seed } from "./case";

let asked = 0;

/** Every place says of a year before its records that it had no session. */
export const seed: Seed = async ({ county, township }) => {
  const chair = callerAs("townshipChair", county, township).declarations;
  const said = { township: township.code, idempotencyKey: newKey(), year: 2001, subject: "session" as const };
  return { declaration: (await chair.declareNone(said)).id };
};

export const cases: IsolationCases = {
  "declarations.ofYear": { input: (at) => read(at, { year: 2001 }) },
  // Each call takes a year of its own: a year is declared once.
  "declarations.declareNone": {
    input: (at) => change(at, { year: 2010 - (asked++ % 20), subject: "supervision" }),
  },
  "declarations.revokeNone": {
    input: (at) => change(at, { id: at.records["declaration"], version: 1, reason: "测试" }),
  },
};
