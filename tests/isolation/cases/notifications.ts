import { type IsolationCases, read } from "./case";

export const cases: IsolationCases = {
  "notifications.township": { input: (at) => read(at) },
  "notifications.county": { input: () => ({}) },
  "notifications.mark": { input: () => ({ keys: ["digest:2026-03-10"], dismiss: true }) },
  "notifications.setQuiet": { input: () => ({ quietFrom: 21, quietUntil: 7, quietDaysOff: false }) },
};
