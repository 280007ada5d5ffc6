import { defaultScheme } from "./default-scheme";
import { comparedCodes, type FurtherCode, type MetricCode } from "./metric";

/** What is looked at together: the dimensions of the default scheme. */
export const metricGroups: readonly { code: string; name: string }[] = defaultScheme.dimensions.map(
  ({ code, name }) => ({ code, name }),
);

const further: Readonly<Record<FurtherCode, string>> = {
  ...{ M01: "A", M02: "G", M03: "D", M04: "D", M05: "D", M06: "D", M07: "C", M08: "C", M09: "C", M10: "C" },
  ...{ M11: "E", M12: "G", M13: "G", M14: "D", M15: "D", M16: "G", M17: "B", M18: "B", M19: "G" },
  ...{ M20: "B", M21: "D", M22: "D", M23: "G" },
  ...{ M24: "A", M25: "B", M26: "C", M27: "A", M28: "A", M29: "D" },
};

/** A column's letter is its group: C4 belongs to C 建议办理; the others say theirs. */
export const groupOfMetric: Readonly<Record<MetricCode, string>> = {
  ...(Object.fromEntries(comparedCodes.map((code) => [code, code.slice(0, 1)])) as Record<
    MetricCode,
    string
  >),
  ...further,
};
