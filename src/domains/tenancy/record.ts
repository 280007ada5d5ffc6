import type { Face } from "@/lib/records/kind";

export const county = {
  type: "county",
  name: "县级单位",
  unit: "个",
  path: null,
  table: "county",
} as const satisfies Face;

export const township = {
  type: "township",
  name: "乡镇",
  unit: "个",
  path: null,
  table: "township",
} as const satisfies Face;

export const lawOverride = {
  type: "lawOverride",
  name: "本县规定",
  unit: "条",
  path: null,
  table: "law_override",
} as const satisfies Face;

export const classRule = {
  type: "classRule",
  name: "乡镇分类标准",
  unit: "条",
  path: null,
  table: "class_rule",
} as const satisfies Face;
