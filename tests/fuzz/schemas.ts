import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Random } from "./random";

/** What zod keeps of a schema; the fields differ by `type`. */
type Definition = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  in?: z.ZodType;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  valueType?: z.ZodType;
};
export const definitionOf = (schema: z.ZodType): Definition => schema._zod.def;

const numbers = [1, 2, 3, 0, 5, 10, 50, 300, 1990, 2025, 2026, 0.5, 100_000];

const texts = (ids: readonly string[]) => [
  "关于更换排水管道的内容",
  "2026-03-05",
  "2026-11-20",
  "2025-06-30",
  "330921100",
  "330921",
  "13912345678",
  "zhangsan88",
  "canary",
  "A",
  ...ids,
];

const fits = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

type Sampler = (definition: Definition, random: Random, ids: readonly string[], schema: z.ZodType) => unknown;

const fittingOr = (schema: z.ZodType, candidates: readonly unknown[], random: Random, otherwise: unknown) => {
  const fitting = candidates.filter((value) => fits(schema, value));
  return fitting.length === 0 ? otherwise : random.pick(fitting);
};

const oneOf = (schema: z.ZodType | undefined, random: Random, ids: readonly string[]): unknown =>
  schema === undefined ? null : sample(schema, random, ids);

const maybe =
  (share: number, nothing: null | undefined): Sampler =>
  ({ innerType }, random, ids) =>
    random.chance(share) ? nothing : oneOf(innerType, random, ids);

const samplers: Record<string, Sampler> = {
  object: ({ shape }, random, ids) => {
    const fields = Object.entries(shape ?? {}).map(([key, one]) => [key, sample(one, random, ids)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  },
  string: (_, random, ids, schema) => fittingOr(schema, texts(ids), random, randomUUID()),
  number: (_, random, __, schema) => fittingOr(schema, numbers, random, 1),
  array: ({ element }, random, ids) =>
    Array.from({ length: random.below(4) }, () => oneOf(element, random, ids)),
  record: () => ({}),
  boolean: (_, random) => random.chance(0.5),
  enum: ({ entries }, random) => random.pick(Object.values(entries ?? {})),
  literal: ({ values }, random) => random.pick(values ?? [null]),
  union: ({ options }, random, ids) => oneOf(random.pick(options ?? []), random, ids),
  pipe: ({ in: source }, random, ids) => oneOf(source, random, ids),
  nullable: maybe(0.3, null),
  optional: maybe(0.4, undefined),
  default: maybe(0.4, undefined),
};

/** A value this schema takes, or nearly: what depends on other fields is left to chance. */
export function sample(schema: z.ZodType, random: Random, ids: readonly string[]): unknown {
  const definition = definitionOf(schema);
  const sampler = samplers[definition.type];
  return sampler === undefined
    ? oneOf(definition.innerType, random, ids)
    : sampler(definition, random, ids, schema);
}

type Path = readonly (string | number)[];
export type Leaf = { path: Path; kind: "string" | "number" | "array" | "day" };

/** A day and nothing that merely looks like numbers with hyphens, such as a telephone number. */
const dayLike = (schema: z.ZodType): boolean =>
  fits(schema, "2026-03-05") && !fits(schema, "0580-4406666") && !fits(schema, "abc");

/** What a schema is made of, with the key each part has in a value; none for parts that are the value itself. */
function partsOf({ type, shape, element, innerType, in: source, options }: Definition): [Path, z.ZodType][] {
  if (type === "object") return Object.entries(shape ?? {}).map(([key, one]) => [[key], one]);
  const inside = type === "union" ? (options ?? []) : [source ?? innerType];
  const parts = inside.flatMap((one): [Path, z.ZodType][] => (one === undefined ? [] : [[[], one]]));
  return element === undefined ? parts : [...parts, [[0], element]];
}

/** Every place of an input that holds a text, a number, a day or a list. */
export function leavesOf(schema: z.ZodType, path: Path = []): Leaf[] {
  const definition = definitionOf(schema);
  const { type } = definition;
  if (type === "string") return [{ path, kind: dayLike(schema) ? "day" : "string" }];
  if (type === "number") return [{ path, kind: "number" }];
  const within = partsOf(definition).flatMap(([key, part]) => leavesOf(part, [...path, ...key]));
  return type === "array" ? [{ path, kind: "array" }, ...within] : within;
}

/** The schema at a place, through whatever wraps it. */
function partAt(schema: z.ZodType, path: Path): z.ZodType | null {
  if (path.length === 0) return schema;
  for (const [key, part] of partsOf(definitionOf(schema))) {
    const leads = key.length === 0 || key[0] === path[0];
    const found = leads ? partAt(part, path.slice(key.length)) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The input with another value at one place; what is missing on the way is made up. */
export function withAt(
  schema: z.ZodType,
  input: unknown,
  path: Path,
  value: unknown,
  random: Random,
): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const made = input ?? sample(schema, random, []);
  const inner = partAt(schema, [key]);
  if (typeof key === "number") {
    const list = Array.isArray(made) ? [...(made as unknown[])] : [];
    list[key] = inner === null ? value : withAt(inner, list[key], rest, value, random);
    return list;
  }
  const fields = (typeof made === "object" && made !== null ? made : {}) as Record<string, unknown>;
  return { ...fields, [key]: inner === null ? value : withAt(inner, fields[key], rest, value, random) };
}
