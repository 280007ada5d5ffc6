import { newKey } from "../../support/tenants";
import { type IsolationCases, read } from "./case";

export const cases: IsolationCases = {
  "standards.county": { input: () => ({}) },
  "standards.set": { input: () => ({ idempotencyKey: newKey(), fromYear: 2026, preset: "sixOnes" }) },
  "standards.ofTownship": { input: (at) => read(at) },
  "standards.ofDeputy": { input: (at) => read(at, { id: at.records["deputy"] }) },
};
