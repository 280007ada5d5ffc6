import { z } from "zod";
import type { Scheme } from "./rules/scheme";

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
const smallNumber = z.object({ under: number, then: z.enum(["shrink", "notApplicable"]) });
const indicator = z.object({
  ...named,
  points: number,
  metric: z.string().nullable(),
  formula,
  byClass: z
    .object({ 1: formula.exactOptional(), 2: formula.exactOptional(), 3: formula.exactOptional() })
    .exactOptional(),
  whenNone: z.enum(["notApplicable", "full"]),
  smallNumber: smallNumber.nullable().exactOptional(),
  improvesBy: z.enum(["done", "added", "owed"]),
  words: z.object({ unit: z.string(), done: z.string(), more: z.string() }),
  article: z.string(),
});
const extra = z.object({ ...named, each: number });

/** A stored scheme: the columns are JSON, so what comes out is checked before anything is scored by it. */
export const schemeDefinition: z.ZodType<Scheme> = z.object({
  name: z.string(),
  subject: z.enum(["township", "group", "unit"]).exactOptional(),
  total: number.exactOptional(),
  smallNumber: smallNumber.exactOptional(),
  dimensions: z.array(z.object({ ...named, indicators: z.array(indicator) })),
  bonuses: z.array(extra),
  bonusCap: number,
  deductions: z.array(extra),
  deductionCap: number,
  vetoes: z.array(z.object({ ...named, metric: z.string().nullable() })),
  vetoGrade: z.string(),
  grades: z.array(z.object({ name: z.string(), atLeast: number, quotaPercent: number.nullable() })),
  quotaWithin: z.enum(["county", "class"]).exactOptional(),
});
