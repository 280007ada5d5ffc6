import type { Face } from "@/lib/records/kind";

export const assessmentScheme = {
  type: "assessmentScheme",
  name: "考核办法",
  unit: "份",
  path: null,
  table: "assessment_scheme",
} as const satisfies Face;
