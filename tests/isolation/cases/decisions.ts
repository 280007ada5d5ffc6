import { change, type IsolationCases, read } from "./case";

export const cases: IsolationCases = {
  "resolutions.setTasks": {
    input: (at) =>
      change(at, {
        id: at.records["resolution"],
        version: 1,
        tasks: [{ content: "任务", doneOn: "2026-03-06" }],
      }),
  },
  "fiscal.year": { input: (at) => read(at, { year: 2026 }) },
};
