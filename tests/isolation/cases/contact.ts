import { change, type IsolationCases, read } from "./case";

const opinion = { version: 1 } as const;

/** Beside what the kit's kinds have in common: the year's months, and what becomes of an opinion. */
export const cases: IsolationCases = {
  "receptions.year": { input: (at) => read(at, { year: 2026 }) },
  "opinions.behind": { input: (at) => read(at, { id: at.records["suggestion"] }) },
  "opinions.answer": {
    input: (at) =>
      change(at, {
        ...{ ...opinion, id: at.records["voterOpinion"], answeredOn: "2026-03-20" },
        ...{ answer: "已修好", satisfaction: "satisfied" },
      }),
  },
  "opinions.rate": {
    input: (at) =>
      change(at, {
        ...{ ...opinion, id: at.records["voterOpinion"], ratedOn: "2026-03-25", satisfaction: "basic" },
      }),
  },
  "opinions.toSuggestion": {
    input: (at) =>
      change(at, { ...opinion, id: at.records["voterOpinion"], leadDeputyId: at.records["deputy"] }),
  },
  "opinions.revealPhone": {
    input: (at) => change(at, { id: at.records["voterOpinion"], reason: "回电话" }),
  },
  "dutyReports.coverage": { input: (at) => read(at) },
};
