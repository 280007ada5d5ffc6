import type { Face } from "@/lib/records/kind";

export const townshipContact = {
  type: "townshipContact",
  name: "联系人",
  unit: "人",
  path: null,
  table: "township_contact",
  words: { fields: { name: "联系人", since: "开始日期", until: "停止日期" } },
} as const satisfies Face;
