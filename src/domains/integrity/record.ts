import type { Face } from "@/lib/records/kind";
import { decisionLabels } from "./labels";

export const integrityAnswer = {
  type: "integrityAnswer",
  name: "核查说明",
  unit: "条",
  path: null,
  table: "integrity_answer",
  beside: true,
  words: { fields: { text: "说明" } },
} as const satisfies Face;

export const integrityCase = {
  type: "integrityCase",
  name: "核查结论",
  unit: "条",
  path: null,
  table: "integrity_case",
  beside: true,
  words: { fields: { decision: "结论", reason: "理由" }, codes: { decision: decisionLabels } },
} as const satisfies Face;
