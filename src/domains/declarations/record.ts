import type { Face } from "@/lib/records/kind";

export const noneDeclaration = {
  type: "noneDeclaration",
  name: "声明",
  unit: "条",
  path: null,
  table: "none_declaration",
} as const satisfies Face;
