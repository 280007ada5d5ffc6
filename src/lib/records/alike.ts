import { type Day, daysBetween, yearOf } from "../dates";
import { plain, runsOf } from "../likeness";
import type { Field } from "./fields";
import type { AnyKind } from "./kind";

/** How many days apart two records of one topic are taken for the same event, entered twice. */
export const nearDays = 14;
/** Long texts are compared by how they begin; what is shorter says too little to be called copied. */
export const openingLength = 200;
export const shortestOpening = 40;
const sameShare = 0.9;

type Entry = [key: string, field: Field];
const entriesOf = (kind: AnyKind, ...kinds: Field["kind"][]): Entry[] =>
  Object.entries(kind.fields).filter(([, field]) => kinds.includes(field.kind));

/** The line that says what a record is about; null for kinds that go by whom or when. */
export const topicIn = (kind: AnyKind): string | null =>
  entriesOf(kind, "text").find(([, { required }]) => required)?.[0] ?? null;
export const notesIn = (kind: AnyKind): string[] => entriesOf(kind, "note").map(([key]) => key);
/** Where it took place or who was met: units, or a record of another kind, such as a station or a group. */
export const placesIn = (kind: AnyKind): string[] =>
  entriesOf(kind, "unit", "units", "record").map(([key]) => key);

/** As much of a text as is compared; whole characters. */
export const openingOf = (text: string): string => Array.from(text).slice(0, openingLength).join("");

/** What two records are compared by. */
export type Compared = {
  day: Day;
  topic: string | null;
  texts: readonly string[];
  places: readonly string[];
};

/** What is compared of the facts a form holds; null while too little is said. */
export function comparedOf(
  kind: AnyKind,
  facts: Readonly<Record<string, unknown>>,
  day: Day | null,
): Compared | null {
  const words = (key: string | null): string => {
    const said = key === null ? null : facts[key];
    return typeof said === "string" ? said.trim() : "";
  };
  const topic = words(topicIn(kind)) || null;
  const texts = notesIn(kind)
    .map((key) => openingOf(words(key)))
    .filter((text) => text.length >= shortestOpening);
  if (day === null || (topic === null && texts.length === 0)) return null;
  const places = placesIn(kind).flatMap((key) => facts[key] ?? []) as string[];
  return { day, topic, texts, places };
}

/** A topic without the year that is written into it. */
const timeless = (text: string): string => plain(text).replaceAll(/\d{4}年度?/g, "");

const sizeOf = (pairs: Map<string, number>): number => [...pairs.values()].reduce((sum, one) => sum + one, 0);

/** Whether nine tenths of two texts are the same, by the pairs of characters that stand beside each other. */
export function sameText(one: string, other: string): boolean {
  const [these, those] = [runsOf(one, 2), runsOf(other, 2)];
  const shared = [...these].reduce((sum, [pair, times]) => sum + Math.min(times, those.get(pair) ?? 0), 0);
  const all = sizeOf(these) + sizeOf(those);
  return all > 0 && (2 * shared) / all >= sameShare;
}

const sameTopic = (one: string | null, other: string | null, as: (text: string) => string): boolean =>
  one !== null && other !== null && as(one) !== "" && as(one) === as(other);

/** Somewhere else is another visit; where one of the two does not say, it may be the same. */
const samePlace = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === 0 || other.length === 0 || one.some((place) => other.includes(place));

export type Likeness = "near" | "copied";

/** What a record that is about to be entered has in common with one that stands: the same event, or last year's text. */
export function likenessOf(entered: Compared, stands: Compared): Likeness | null {
  if (
    Math.abs(daysBetween(stands.day, entered.day)) <= nearDays &&
    sameTopic(entered.topic, stands.topic, plain) &&
    samePlace(entered.places, stands.places)
  )
    return "near";
  if (yearOf(stands.day) !== yearOf(entered.day) - 1) return null;
  const text = entered.texts.some((one) =>
    stands.texts.some((other) => other.length >= shortestOpening && sameText(one, other)),
  );
  return text || sameTopic(entered.topic, stands.topic, timeless) ? "copied" : null;
}
