import { defaultScheme } from "@/domains/figures/rules/default-scheme";
import { type MetricCode, metricCodes, metricOf } from "@/domains/figures/rules/metrics";
import type { Scheme } from "@/domains/figures/rules/scheme";
import {
  type Bundle,
  bundleFormat,
  type FrozenRow,
  manifestOf,
  resultOf,
  sumsOf,
} from "@/domains/figures/rules/snapshot";
import { standingsFrom } from "@/domains/figures/rules/standing";
import { jsonDigest } from "@/lib/json-digest";
import { readBundle, reportOf } from "../../../scripts/lib/read-bundle";

const id = (digit: string) => `${digit.repeat(8)}-0000-7000-8000-000000000000`;
export const row = (record: string, numerator: number, reason: string): FrozenRow => [
  ...([
    "all",
    "suggestion",
    id(record),
    "2026-03-10",
    "2026-03-12",
    2,
    false,
    numerator,
    1,
    reason,
    null,
    null,
  ] as const),
];
/** Of four replies of the first township three were in time, of two of the second one. */
const replies: Record<string, FrozenRow[]> = {
  "330900100": [row("1", 0, "late"), row("2", 1, "inTime"), row("3", 1, "inTime"), row("4", 1, "inTime")],
  "330900101": [row("5", 0, "late"), row("6", 1, "inTime")],
};

export function goodBundle(
  scheme: Scheme = defaultScheme,
  all = replies,
  counted: MetricCode = "C3",
): Bundle {
  const codes = Object.keys(all);
  const rowsOf = (code: string, metric: MetricCode): FrozenRow[] =>
    metric === counted ? (all[code] ?? []) : [];
  const metrics = Object.fromEntries(
    metricCodes.map((code) => [
      code,
      { citation: metricOf(code).article, rule: metricOf(code).rule, words: {} },
    ]),
  ) as Bundle["law"]["metrics"];
  const words = Object.fromEntries(metricCodes.map((code) => [code, {}])) as Record<MetricCode, object>;
  const standings = standingsFrom(
    { year: 2026, today: "2027-01-05", scheme, words },
    codes.map((code) => ({
      ...{ id: code, class: 1 },
      sums: metricCodes.flatMap((metric) => sumsOf(metric, rowsOf(code, metric))),
    })),
  );
  const bundle: Bundle = {
    format: bundleFormat,
    county: { code: "330900", name: "测试县" },
    ...{ year: 2026, judgedOn: "2027-01-05", frozenAt: "2027-01-05T04:00:00.000Z", note: null },
    ...{ schemeEdition: 1, schemeHash: jsonDigest(scheme) },
    ...{ scheme, schemeSince: "2026-03-01", law: { sessionsAsked: 2, values: [], metrics } },
    townships: standings.map((one) => ({
      ...{ code: one.id, name: `${one.id.slice(-1)}镇`, shortName: one.id.slice(-1) },
      ...{ class: 1, mergedOn: null, ...resultOf(one) },
    })),
    evidence: standings.flatMap(({ cells }, index) =>
      cells.map((cell) => {
        const rows = rowsOf(codes[index] ?? "", cell.metric);
        return { township: codes[index] ?? "", metric: cell.metric, cell, hash: jsonDigest(rows), rows };
      }),
    ),
    hash: "",
  };
  return sealed(bundle);
}

export const sealed = (bundle: Bundle): Bundle => ({ ...bundle, hash: jsonDigest(manifestOf(bundle)) });
/** As somebody with an editor has it: nothing is read-only. */
export type Loose<Value> = Value extends readonly (infer Part)[]
  ? Loose<Part>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Loose<Value[Key]> }
    : Value;

/** There is one; a test that finds none is wrong. */
export function there<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("the file has no such part");
  return value;
}

/** What the check of a file says, line by line. */
export const faults = (text: string): string => reportOf(readBundle(text)).lines.join("\n");
