import { isMetricCode, type MetricCode, metricOf, metrics } from "@/domains/figures/rules/metrics";
import { faceOf, pagedTypes, type PagedType } from "@/domains/registry";
import { plain } from "@/lib/likeness";
import { topics } from "./topics";

/** Where in the system something is kept: a metric of the comparison, or a kind of record with a list of its own. */
export type HeldKey = `metric:${MetricCode}` | `record:${PagedType}`;
export type HeldLabel = { key: HeldKey; label: string };

/** What is kept of a township's people in confidence is offered to nobody. */
const confidential: readonly string[] = ["petition"];
/** Names of fewer signs stand in too many other words. */
const shortestName = 3;

const metricKey = (code: MetricCode): HeldKey => `metric:${code}`;
const recordKey = (type: PagedType): HeldKey => `record:${type}`;
const offered = pagedTypes.filter((type) => !confidential.includes(type));

const named = [
  ...metrics.map(({ code, name }) => ({ name, key: metricKey(code) })),
  ...offered.map((type) => ({ name: faceOf(type)?.name ?? "", key: recordKey(type) })),
].filter(({ name }) => name.length >= shortestName);

export function labelOf(key: HeldKey): string {
  const [sort, code = ""] = key.split(":");
  if (sort === "metric" && isMetricCode(code)) return `${code} ${metricOf(code).name}`;
  return `${faceOf(code)?.name ?? code}台账`;
}

/** Every place a township may point to when it says that the data is in the system. */
export const places: readonly HeldLabel[] = offered.map((type) => ({
  key: recordKey(type),
  label: labelOf(recordKey(type)),
}));

export const isHeldKey = (text: string): text is HeldKey => {
  const [sort, code = ""] = text.split(":");
  return sort === "metric" ? isMetricCode(code) : sort === "record" && offered.some((type) => type === code);
};

/** A place's own page, below a township's address. */
export function pageOfKey(key: HeldKey): string {
  const [sort, code = ""] = key.split(":");
  return sort === "metric" ? `assessment#${code}` : (faceOf(code)?.path ?? "");
}

/**
 * What the system holds of what is asked, by the words of the asking: the field's own words for each matter, and the names of
 * all metrics and kinds of record.
 */
export function heldIn(asked: string): HeldLabel[] {
  const text = plain(asked);
  const spoken = (words: readonly string[]) => words.some((word) => text.includes(plain(word)));
  const keys = [
    ...topics
      .filter(({ words }) => spoken(words))
      .flatMap(({ metrics: codes, records }) => [...codes.map(metricKey), ...records.map(recordKey)]),
    ...named.filter(({ name }) => spoken([name])).map(({ key }) => key),
  ];
  return [...new Set(keys)].map((key) => ({ key, label: labelOf(key) }));
}
