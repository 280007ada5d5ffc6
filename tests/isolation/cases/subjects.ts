import { type IsolationCases, read } from "./case";

const of = { year: 2026, subject: "group" } as const;

/** Leagues of groups and units; whose rows are opened is one of the place's own groups. */
export const cases: IsolationCases = {
  "subjects.league": { input: () => of },
  "subjects.exportLeague": { input: () => of },
  "subjects.ownLeague": { input: (at) => read(at, of) },
  "subjects.evidence": { input: (at) => ({ ...of, id: at.records["group"], metric: "D1" }) },
  "subjects.ownEvidence": { input: (at) => read(at, { ...of, id: at.records["group"], metric: "D1" }) },
};
