import { z } from "zod";
import { evidenceParts } from "@/domains/figures/rules/cells";
import { metricCodes } from "@/domains/figures/rules/metrics";
import { type FinalBundle, finalFormat } from "@/domains/figures/rules/final-result";
import { type Bundle, bundleFormat } from "@/domains/figures/rules/snapshot";
import { schemeDefinition } from "@/domains/figures/schema";

const number = z.number();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const metric = z.enum(metricCodes);
const amounts = { numerator: number, denominator: number, counted: number, leftOut: number };
const evidencePart = z.enum(evidenceParts);
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
const extra = z.strictObject({ points: number, steps: z.array(z.string()) });
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

const result = {
  ...{ scores: z.array(score), total, bonus: extra, deduction: extra },
  ...{ final: number.nullable(), vetoes: z.array(z.string()) },
  grade: z.strictObject({ grade: z.string().nullable(), why: z.string() }),
  rank: z.strictObject({ rank: number.nullable(), of: number, unranked: number, tied: z.boolean() }),
};

/** What both files hold. */
const frozen = {
  county: z.strictObject({ code: z.string(), name: z.string() }),
  ...{ year: z.int(), judgedOn: day, frozenAt: z.string(), note: z.string().nullable() },
  ...{ scheme: schemeDefinition, schemeSince: day.nullable() },
  ...{ schemeEdition: number.nullable(), schemeHash: digest.nullable() },
  law: z.strictObject({
    sessionsAsked: number,
    values: z.array(
      z.strictObject({
        ...{ key: z.string(), from: day, to: day, value: number, unit: z.string(), citation: z.string() },
      }),
    ),
    metrics: z.partialRecord(metric, z.strictObject({ citation: z.string(), rule: z.string(), words })),
  }),
  townships: z.array(
    z.strictObject({
      ...{ code: z.string(), name: z.string(), shortName: z.string() },
      ...{ class: number.nullable(), mergedOn: day.nullable(), ...result },
    }),
  ),
  evidence: z.array(
    z.strictObject({ township: z.string(), metric, cell, hash: digest, rows: z.array(evidenceRow) }),
  ),
  hash: digest,
};

/** The published file of a frozen year, as whoever checks it reads it; docs/assessment-bundle.md tells of each part. */
export const frozenSchema: z.ZodType<Bundle> = z.strictObject({ format: z.literal(bundleFormat), ...frozen });

const cases = z.array(z.strictObject({ code: z.string(), cases: number, reason: z.string() }));
const pointsBy = z.array(z.strictObject({ code: z.string(), points: number }));

/** The same once the directors' meeting has decided. */
export const finalSchema: z.ZodType<FinalBundle> = z.strictObject({
  format: z.literal(finalFormat),
  ...frozen,
  frozenHash: digest,
  decision: z.strictObject({
    ...{ meetingOn: day, meetingNumber: z.string(), decidedAt: z.string(), percent: number },
    panel: z.array(z.strictObject({ role: z.string(), points: pointsBy })),
    townships: z.array(
      z.strictObject({
        code: z.string(),
        points: z.array(z.strictObject({ code: z.string(), points: number, reason: z.string() })),
        ...{ bonuses: cases, deductions: cases },
        vetoes: z.array(z.strictObject({ code: z.string(), reason: z.string() })),
      }),
    ),
  }),
  results: z.array(z.strictObject({ code: z.string(), ...result, panel: extra.exactOptional() })),
});

export const bundleSchema = z.union([frozenSchema, finalSchema]);
