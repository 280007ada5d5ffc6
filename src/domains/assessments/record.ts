import type { Face } from "@/lib/records/kind";

export const assessmentScheme = {
  type: "assessmentScheme",
  name: "考核办法",
  unit: "份",
  path: null,
  table: "assessment_scheme",
} as const satisfies Face;

export const assessmentFreeze = {
  type: "assessmentFreeze",
  name: "考核封存",
  unit: "年",
  path: null,
  table: "assessment_freeze",
} as const satisfies Face;
