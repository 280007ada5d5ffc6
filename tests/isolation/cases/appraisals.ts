import { callerAs, newKey } from "../../support/tenants";
import { change, type IsolationCases, type Place, read, type Seed } from "./case";

const counts = { mode: "visit", issued: 2, returned: 2 } as const;
const third = { year: 2026, quarter: "q3", occurredOn: "2026-09-10", ...counts } as const;
const last = { year: 2026, quarter: "q4", occurredOn: "2026-10-10", ...counts } as const;
const plaque = { year: 2026, kind: "plaque", occurredOn: "2026-10-20", documentNumber: "9号" } as const;

/** Two rounds of one unit, and what came of them. */
export const seed: Seed = async ({ county, township, canary, records }) => {
  const chair = callerAs("townshipChair", county, township);
  const key = () => ({ township: township.code, idempotencyKey: newKey() });
  const unitId = records["handlingUnit"] ?? "";
  const said = {
    opinion: canary,
    deputyIds: [records["deputy"] ?? ""],
    lines: [{ unitId, score: 90, handlingPoints: 1, reason: canary, opinion: canary }],
  };
  const { id: appraisal } = await chair.appraisals.create({ ...key(), ...third, ...said });
  await chair.appraisals.create({ ...key(), ...last, ...said });
  const outcome = { ...plaque, content: canary, unitIds: [unitId] };
  const { id: appraisalOutcome } = await chair.appraisalOutcomes.create({ ...key(), ...outcome });
  return { appraisal, appraisalOutcome };
};

const lines = (at: Place) => ({ lines: [{ unitId: at.records["handlingUnit"], score: 88 }] });
const outcome = (at: Place) => ({ ...plaque, unitIds: [at.records["handlingUnit"]] });
const seeded = (at: Place, kind: string) => ({ id: at.records[kind], version: 1 });

export const cases: IsolationCases = {
  "appraisals.units": { input: (at) => read(at) },
  "appraisals.year": { input: (at) => read(at, { year: 2026 }) },
  "appraisals.create": {
    input: (at) => change(at, { ...third, quarter: "q2", ...lines(at) }),
  },
  "appraisals.edit": {
    input: (at) => change(at, { ...seeded(at, "appraisal"), ...third, ...lines(at) }),
  },
  "appraisalOutcomes.create": {
    input: (at) => change(at, { ...outcome(at), kind: "commendation" }),
  },
  "appraisalOutcomes.edit": {
    input: (at) => change(at, { ...seeded(at, "appraisalOutcome"), ...outcome(at) }),
  },
  "appraisalOutcomes.step": {
    input: (at) =>
      change(at, {
        ...seeded(at, "appraisalOutcome"),
        step: "send",
        sentOn: "2026-10-21",
        sentTo: "县水利局",
      }),
  },
};
