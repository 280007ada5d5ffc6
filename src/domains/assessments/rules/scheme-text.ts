import type { Scheme } from "@/domains/figures/rules/scheme";

/**
 * A scheme as a file: `{ "format": "assessment-scheme/1", "scheme": { … } }`, the scheme as rules/scheme.ts describes it. A later
 * format gets another number, and this reader refuses it instead of guessing.
 */
export const schemeFormat = "assessment-scheme/1";

export const schemeFile = (scheme: Scheme): string =>
  JSON.stringify({ format: schemeFormat, scheme }, null, 2);
