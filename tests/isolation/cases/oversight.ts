import { newKey } from "../../support/tenants";
import { type IsolationCases, read } from "./case";

const year = 2026;

export const cases: IsolationCases = {
  "oversight.home": { input: () => ({ year }) },
  "oversight.comparison": { input: () => ({ year }) },
  "oversight.league": { input: () => ({ year }) },
  "oversight.evidence": { input: (at) => read(at, { metric: "A1", year }) },
  "oversight.trend": { input: (at) => read(at, { metric: "A1", year }) },
  "oversight.exportRows": { input: () => ({ year }) },
  "oversight.ownPosition": { input: (at) => read(at, { year }) },
  "oversight.ownEvidence": { input: (at) => read(at, { metric: "A1", year }) },
  "assessments.scores": { input: () => ({ year }) },
  "assessments.ownScore": { input: (at) => read(at, { year }) },
  // Each call takes a year of its own: a county adopts a scheme for a year once.
  "assessments.adoptDefaultScheme": {
    input: () => ({ year: 2000 + Math.floor(Math.random() * 100), idempotencyKey: newKey() }),
  },
  "assessments.freeze": { input: () => ({ year }) },
  "assessments.ownFreeze": { input: (at) => read(at, { year }) },
  "assessments.changesAfterFreeze": { input: () => ({ year }) },
  "assessments.exportBundle": { input: () => ({ year }) },
  "assessments.freezeYear": { input: () => ({ year, idempotencyKey: newKey() }) },
};
