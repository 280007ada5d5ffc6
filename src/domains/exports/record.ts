import type { Face } from "@/lib/records/kind";

/** 数据接口的令牌: what another system of the county reads with. */
export const exportToken = {
  type: "exportToken",
  name: "数据接口令牌",
  unit: "个",
  path: null,
  table: "export_token",
  words: { fields: { name: "用途", scopes: "范围", expiresOn: "有效期至", revokeReason: "停用原因" } },
} as const satisfies Face;
