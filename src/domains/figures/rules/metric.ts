/** The columns of the comparison, and what the default scheme is made of. */
export const comparedCodes = [
  "A1",
  "A2",
  "A3",
  "A4",
  "B1",
  "B2",
  "B3",
  "B4",
  "B5",
  "B6",
  "C1",
  "C2",
  "C3",
  "C4",
  "C5",
  "C6",
  "D1",
  "D2",
  "D3",
  "D4",
  "D5",
  "D6",
  "E1",
  "E2",
  "E3",
  "F1",
  "F2",
  "G1",
  "G2",
] as const;

/** What other counties' schemes count: reckoned for a county only where a scheme of its own uses it, or somebody asks. */
const furtherCodes = [
  "M01",
  "M02",
  "M03",
  "M04",
  "M05",
  "M06",
  "M07",
  "M08",
  "M09",
  "M10",
  "M11",
  "M12",
  "M13",
  "M14",
  "M15",
  "M16",
  "M17",
  "M18",
  "M19",
] as const;

export const metricCodes = [...comparedCodes, ...furtherCodes] as const;
export type MetricCode = (typeof metricCodes)[number];
export type ComparedCode = (typeof comparedCodes)[number];
export type FurtherCode = (typeof furtherCodes)[number];

/**
 * A count is a number of records, a ratio numerator ÷ denominator, a tally a ratio read as "3/4". Faults are a number as well,
 * but only of what could be judged: where nothing could, there is no "no fault".
 */
export type MetricKind = "count" | "ratio" | "tally" | "faults";

export type MetricDefinition = {
  code: MetricCode;
  name: string;
  kind: MetricKind;
  /** of a count, printed after the number */
  unit: string;
  /** what is counted, one sentence for the head of the evidence; metric-law.ts says it with the county's own numbers */
  rule: string;
  /** law or source of the rule, where no rule of the county's law has its own citation */
  article: string;
  /** Rows of these metrics show that the township entered this metric's own kind of record in that year. */
  domain: readonly MetricCode[];
  /** the part that the figure shows, where others only weigh its points */
  shows?: "coverage";
  /** it is the county that enters its records: a township without any was asked for nothing, and forgot nothing */
  byCounty?: true;
  /** a count by the head of the township's deputies in office: each record's row stands for its share */
  perDeputy?: true;
  /** What it means that records exist but none was due: nothing was owed, or the necessary part was not entered. */
  whenNothingDue: "none" | "notEntered";
};

export const ratio = { kind: "ratio", unit: "", whenNothingDue: "none" } as const;
