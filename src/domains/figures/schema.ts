import { z } from "zod";
import { draftText } from "@/server/trpc/inputs";
import type { Scheme } from "./rules/scheme";

const said = (label: string) => draftText(200, label);
/** Far from every number of a scheme, and well within what any column or sum holds. */
const number = z.number().min(-1_000_000, "数太小了，请核对").max(1_000_000, "数太大了，请核对");
const named = { code: draftText(20, "编号"), name: draftText(60, "名称") };
const partCode = draftText(20, "分项");
const simpleFormula = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("threshold"), target: number, below: z.enum(["proportional", "zero"]) }),
  z.strictObject({
    kind: z.literal("ratio"),
    response: z.strictObject({ silentPart: partCode, floor: number }).exactOptional(),
  }),
  z.strictObject({ kind: z.literal("linear"), from: number, to: number }),
  z.strictObject({
    kind: z.literal("step"),
    over: z.enum(["count", "ratio"]),
    bands: z.array(z.strictObject({ atLeast: number, points: number })).max(20),
  }),
  z.strictObject({ kind: z.literal("perUnit"), each: number }),
  z.strictObject({ kind: z.literal("deduction"), each: number }),
  z.strictObject({ kind: z.literal("missing"), each: number }),
  z.strictObject({
    ...{ kind: z.literal("quota"), over: z.enum(["count", "ratio"]) },
    ...{ target: number, base: number, more: number, less: number },
  }),
  z.strictObject({ kind: z.literal("manual"), rubric: z.array(said("评分要点")).max(20) }),
]);
const comparing = { over: z.enum(["count", "ratio", "faults"]), among: z.enum(["county", "class"]) };
const comparedFormula = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("relative"), ...comparing, to: z.enum(["best", "average"]) }),
  z.strictObject({
    ...{ kind: z.literal("places"), ...comparing },
    ...{ points: z.array(number).max(60), others: number },
  }),
  z.strictObject({ kind: z.literal("descending"), ...comparing, first: number, each: number, floor: number }),
  z.strictObject({ kind: z.literal("lastPlaces"), ...comparing, places: number, each: number }),
]);
const factor = z.strictObject({ part: partCode, name: named.name, full: number });
const part = z.strictObject({ part: partCode, name: named.name, points: number, formula: simpleFormula });
const formula = z.union([
  simpleFormula,
  comparedFormula,
  z.strictObject({ kind: z.literal("product"), factors: z.array(factor).max(10) }),
  z.strictObject({ kind: z.literal("parts"), parts: z.array(part).max(10) }),
]);
const smallNumber = z.strictObject({ under: number, then: z.enum(["shrink", "notApplicable"]) });
const metric = draftText(20, "口径").nullable();
const indicator = z.strictObject({
  ...named,
  points: number,
  metric,
  formula,
  byClass: z
    .strictObject({ 1: formula.exactOptional(), 2: formula.exactOptional(), 3: formula.exactOptional() })
    .exactOptional(),
  whenNone: z.enum(["notApplicable", "full"]),
  smallNumber: smallNumber.nullable().exactOptional(),
  improvesBy: z.enum(["done", "added", "owed"]),
  words: z.strictObject({
    unit: draftText(20, "计量单位"),
    done: draftText(60, "怎样算完成"),
    more: draftText(60, "提分建议"),
  }),
  article: draftText(100, "依据"),
});
const extras = z.array(z.strictObject({ ...named, each: number, atMost: number.exactOptional() })).max(50);

export const subject = z.enum(["township", "group", "unit"]);

/** A scheme as it is stored and sent: what comes out of JSON is checked before anything is scored by it. */
export const schemeDefinition: z.ZodType<Scheme, Scheme> = z.strictObject({
  name: draftText(100, "方案名称"),
  subject: subject.exactOptional(),
  total: number.exactOptional(),
  smallNumber: smallNumber.exactOptional(),
  dimensions: z.array(z.strictObject({ ...named, indicators: z.array(indicator).max(60) })).max(20),
  bonuses: extras,
  bonusCap: number,
  deductions: extras,
  deductionCap: number,
  vetoes: z.array(z.strictObject({ ...named, metric })).max(20),
  vetoGrade: draftText(20, "否决后的等次"),
  grades: z
    .array(
      z.strictObject({
        ...{ name: draftText(20, "等次"), atLeast: number, quotaPercent: number.nullable() },
        places: z.int("名额应为整数").min(0).max(10_000, "数太大了，请核对").exactOptional(),
        last: z.int("后几名应为整数").min(0).max(10_000, "数太大了，请核对").exactOptional(),
      }),
    )
    .max(10),
  quotaWithin: z.enum(["county", "class"]).exactOptional(),
});
