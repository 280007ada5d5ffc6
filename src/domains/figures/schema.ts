import { z } from "zod";
import { metricCodes } from "./rules/metrics";
import type { Scheme } from "./rules/scheme";
import { type Bundle, bundleFormat } from "./rules/snapshot";

const number = z.number();
const named = { code: z.string(), name: z.string() };
const simpleFormula = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("threshold"), target: number, below: z.enum(["proportional", "zero"]) }),
  z.object({
    kind: z.literal("ratio"),
    response: z.object({ silentPart: z.string(), floor: number }).exactOptional(),
  }),
  z.object({ kind: z.literal("linear"), from: number, to: number }),
  z.object({
    kind: z.literal("step"),
    over: z.enum(["count", "ratio"]),
    bands: z.array(z.object({ atLeast: number, points: number })),
  }),
  z.object({ kind: z.literal("perUnit"), each: number }),
  z.object({ kind: z.literal("deduction"), each: number }),
  z.object({ kind: z.literal("manual"), rubric: z.array(z.string()) }),
]);
const factor = z.object({ part: z.string(), name: z.string(), full: number });
const part = z.object({ part: z.string(), name: z.string(), points: number, formula: simpleFormula });
const formula = z.union([
  simpleFormula,
  z.object({ kind: z.literal("product"), factors: z.array(factor) }),
  z.object({ kind: z.literal("parts"), parts: z.array(part) }),
]);
const indicator = z.object({
  ...named,
  points: number,
  metric: z.string().nullable(),
  formula,
  byClass: z
    .object({ 1: formula.exactOptional(), 2: formula.exactOptional(), 3: formula.exactOptional() })
    .exactOptional(),
  whenNone: z.enum(["notApplicable", "full"]),
  improvesBy: z.enum(["done", "added", "owed"]),
  words: z.object({ unit: z.string(), done: z.string(), more: z.string() }),
  article: z.string(),
});
const extra = z.object({ ...named, each: number });

/** A stored scheme: the columns are JSON, so what comes out is checked before anything is scored by it. */
export const schemeDefinition: z.ZodType<Scheme> = z.object({
  name: z.string(),
  dimensions: z.array(z.object({ ...named, indicators: z.array(indicator) })),
  bonuses: z.array(extra),
  bonusCap: number,
  deductions: z.array(extra),
  deductionCap: number,
  vetoes: z.array(z.object({ ...named, metric: z.string().nullable() })),
  vetoGrade: z.string(),
  grades: z.array(z.object({ name: z.string(), atLeast: number, quotaPercent: number.nullable() })),
});

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const metric = z.enum(metricCodes);
const amounts = { numerator: number, denominator: number, counted: number, leftOut: number };
const evidencePart = z.enum([
  ...(["all", "session", "presidium", "notRated", "carried"] as const),
  ...(["declared", "resolution", "coverage", "turnout", "voided"] as const),
]);
const cell = z.strictObject({
  ...{ metric, state: z.enum(["value", "none", "notEntered"]), value: number.nullable(), ...amounts },
  declared: z.boolean(),
  parts: z.array(z.strictObject({ metric, part: evidencePart, ...amounts, records: number })),
});
const score = z.strictObject({
  code: z.string(),
  state: z.enum(["scored", "notApplicable", "notEntered", "notComputed"]),
  ...{ points: number.nullable(), max: number, steps: z.array(z.string()), sentence: z.string() },
});
const codes = z.array(z.string());
const total = z.strictObject({
  ...{ points: number, max: number, computed: number, whole: number, redistributed: number.nullable() },
  ...{ notEntered: codes, notApplicable: codes, notComputed: codes, note: z.string() },
});
/** part, kind of record, its id, its day, the entry's day, days between, entered closed, numerator, denominator, reason, amount, step */
const evidenceRow = z.tuple([
  ...([evidencePart, z.string(), z.string().nullable(), day.nullable(), day.nullable()] as const),
  ...([
    number.nullable(),
    z.boolean(),
    number,
    number,
    z.string(),
    number.nullable(),
    z.string().nullable(),
  ] as const),
]);
const words = z.strictObject({ done: z.string().exactOptional(), article: z.string().exactOptional() });

/** The published file of a frozen year, as whoever checks it reads it; docs/assessment-bundle.md tells of each part. */
export const bundleSchema: z.ZodType<Bundle> = z.strictObject({
  format: z.literal(bundleFormat),
  county: z.strictObject({ code: z.string(), name: z.string() }),
  ...{ year: z.int(), judgedOn: day, frozenAt: z.string(), note: z.string().nullable() },
  ...{ scheme: schemeDefinition, schemeSince: day.nullable() },
  law: z.strictObject({
    sessionsAsked: number,
    values: z.array(
      z.strictObject({
        ...{ key: z.string(), from: day, to: day, value: number, unit: z.string(), citation: z.string() },
      }),
    ),
    metrics: z.record(metric, z.strictObject({ citation: z.string(), rule: z.string(), words })),
  }),
  townships: z.array(
    z.strictObject({
      ...{ code: z.string(), name: z.string(), shortName: z.string() },
      ...{ class: number.nullable(), mergedOn: day.nullable(), scores: z.array(score), total },
      rank: z.strictObject({ rank: number.nullable(), of: number, unranked: number, tied: z.boolean() }),
    }),
  ),
  evidence: z.array(
    z.strictObject({ township: z.string(), metric, cell, hash: digest, rows: z.array(evidenceRow) }),
  ),
  hash: digest,
});
