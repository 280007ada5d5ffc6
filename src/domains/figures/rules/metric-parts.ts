import type { EvidencePart } from "./cells";
import { metricOf, type MetricCode } from "./metrics";
import type { Formula, Subject } from "./scheme";

/** Parts of which a metric's rows are made, where a formula may speak of them apart. */
export const partLabels: Partial<Record<MetricCode, Partial<Record<EvidencePart, string>>>> = {
  A4: { presidium: "主席团", session: "人代会" },
  B5: { coverage: "评议面", turnout: "参评率" },
};

const partWords: ReadonlyMap<string, string> = new Map([
  ["notRated", "未测评"],
  ...Object.values(partLabels).flatMap((labels) => Object.entries(labels)),
]);
/** Which part is meant, where its name in a formula is the county's own. */
export const partWord = (part: string): string => `（${partWords.get(part) ?? part}）`;

/** The part that holds who was asked and did not answer. */
export const silentParts: Partial<Record<MetricCode, EvidencePart>> = { C5: "notRated", E3: "notRated" };

export const partsOfMetric = (metric: MetricCode): readonly string[] => Object.keys(partLabels[metric] ?? {});

/**
 * Whom a metric can be asked of: its rows tell the group, or the unit that had the matter in hand. A row that is a share of
 * the township's heads, or a month of its year, is nobody's part of it.
 */
const groups: readonly MetricCode[] = [
  "D1",
  "D2",
  "D6",
  "M03",
  "M04",
  "M05",
  "M21",
  "M22",
  "M26",
  "M27",
  "M28",
];
const units: readonly MetricCode[] = ["B4", "C2", "C3", "C4", "C5", "C6", "M08", "M09", "M10", "M20"];
/** How well a unit does is no deed of its township's congress. */
const notTownships: readonly MetricCode[] = ["M20"];

export const subjectsOfMetric = (metric: MetricCode): readonly Subject[] => [
  ...(notTownships.includes(metric) ? [] : (["township"] as const)),
  ...(groups.includes(metric) ? (["group"] as const) : []),
  ...(units.includes(metric) ? (["unit"] as const) : []),
];

export const subjectLabels: Record<Subject, string> = {
  township: "乡镇",
  group: "代表小组",
  unit: "承办单位",
};

/** By place also where fewer are better; in proportion to the best only where more are. */
const placeKinds = ["places", "descending", "lastPlaces"] as const;
const ratioKinds: readonly Formula["kind"][] = [
  ...(["ratio", "linear", "step", "quota", "missing"] as const),
  ...(["product", "parts", "manual", "relative"] as const),
  ...placeKinds,
];
const countKinds: readonly Formula["kind"][] = [
  ...(["threshold", "step", "perUnit", "quota", "manual", "relative"] as const),
  ...placeKinds,
];
const tallyKinds: readonly Formula["kind"][] = [...countKinds, "ratio", "linear", "missing"];
const faultKinds: readonly Formula["kind"][] = ["deduction", "step", "manual", ...placeKinds];

/** The kinds of formula that make sense of a metric's values. */
export function kindsFor(metric: MetricCode | null): readonly Formula["kind"][] {
  if (metric === null) return ["manual", ...ratioKinds.slice(0, 5), "threshold", "perUnit", "deduction"];
  const { kind } = metricOf(metric);
  if (kind === "count") return [...countKinds, "deduction"];
  if (kind === "tally") return tallyKinds;
  if (kind === "faults") return faultKinds;
  return ratioKinds.filter(
    (one) => (one !== "parts" && one !== "product") || partsOfMetric(metric).length > 0,
  );
}
