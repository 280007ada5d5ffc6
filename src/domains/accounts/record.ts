import type { Face } from "@/lib/records/kind";

export const account = {
  type: "account",
  name: "账号",
  unit: "个",
  path: null,
  table: "account",
} as const satisfies Face;
