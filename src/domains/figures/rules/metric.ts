import type { comparedCodes, furtherCodes, MetricCode } from "@/lib/metric-codes";

export { comparedCodes, type MetricCode, metricCodes } from "@/lib/metric-codes";

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
