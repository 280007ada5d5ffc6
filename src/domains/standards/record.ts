import type { Face } from "@/lib/records/kind";
import { deedHints, presetLabels } from "./labels";

/** 履职标准: what a county asks of each deputy from a year on. */
export const dutyStandard = {
  type: "dutyStandard",
  name: "履职标准",
  unit: "份",
  path: null,
  table: "duty_standard",
  words: {
    fields: {
      fromYear: "起用年度",
      preset: "标准",
      targets: "要求",
      ...Object.fromEntries(Object.entries(deedHints).map(([deed, { label }]) => [deed, label])),
    },
    codes: { preset: presetLabels },
  },
} as const satisfies Face;
