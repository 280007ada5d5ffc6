import { randomUUID } from "node:crypto";
import type { Procedure } from "@/server/trpc/registry";
import { allCases } from "../isolation/cases/all";
import type { Place } from "../isolation/cases/case";
import type { Random } from "./random";
import { sample } from "./schemas";

/** What no form sends, whatever the field. */
const strange: readonly unknown[] = [
  null,
  undefined,
  "",
  " ",
  "0",
  "' OR 1=1 --",
  "a\u0000b",
  "\u202e倒\u202c",
  "a\ud800b",
  "👩‍👩‍👧‍👦",
  "长".repeat(5_000),
  "2026-02-30",
  "0000-01-01",
  "9999-12-31",
  "00000000-0000-0000-0000-000000000000",
  "%_\\",
  -1,
  0,
  0.1,
  2_147_483_647,
  2_147_483_648,
  9_007_199_254_740_993,
  -9_007_199_254_740_993,
  1e308,
  Number.NaN,
  Infinity,
  true,
  false,
  [],
  {},
  [[]],
  { toString: "x" },
  { $gt: 0 },
  new Date(0),
  10n,
];

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** One change somewhere inside: another value, one left out, one too many, one doubled. */
function mutated(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.7)) {
    const list = [...(value as unknown[])];
    const at = random.below(list.length);
    if (random.chance(0.2)) return [...list, list[at]];
    if (random.chance(0.1)) return Array.from({ length: 2_000 }, () => list[at]);
    list[at] = mutated(list[at], random);
    return list;
  }
  if (!isFields(value) || Object.keys(value).length === 0 || random.chance(0.05)) return random.pick(strange);
  const key = random.pick(Object.keys(value));
  if (random.chance(0.1))
    return { ...value, [random.pick(["countyId", "id", "__proto__", "x"])]: randomUUID() };
  if (random.chance(0.1)) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: mutated(value[key], random) };
}

const idsOf = (place: Place): string[] => [...Object.values(place.records), place.township.id];

/** A new key for a change, else the same submission would only be answered again. */
const withKey = (input: unknown): unknown =>
  isFields(input) && "idempotencyKey" in input ? { ...input, idempotencyKey: randomUUID() } : input;

/** The township of the place, so that most calls come further than the gate. */
const inPlace = (input: unknown, place: Place): unknown =>
  isFields(input) && "township" in input ? { ...input, township: place.township.code } : input;

/** An input as a form sends it, or nearly, or not at all. */
export function inputFor({ path, inputSchema }: Procedure, place: Place, random: Random): unknown {
  if (inputSchema === null) return random.chance(0.8) ? undefined : random.pick(strange);
  const made = random.chance(0.5)
    ? allCases[path]?.input(place)
    : inPlace(sample(inputSchema, random, idsOf(place)), place);
  let input: unknown = withKey(made);
  const times = random.pick([0, 0, 1, 1, 2, 3]);
  for (let time = 0; time < times; time += 1) input = mutated(input, random);
  return input;
}
