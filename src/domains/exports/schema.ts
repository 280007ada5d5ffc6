import { z } from "zod";
import { countyChange, day, id, inCounty, lines, text, version } from "@/server/trpc/inputs";
import { exportScopes } from "./rules/scopes";

export const tokensInput = inCounty({});
export const issueInput = countyChange({
  name: text(60, "用途"),
  scopes: z
    .array(z.enum(exportScopes))
    .min(1, "请至少选一项能读的内容")
    .max(exportScopes.length, "能读的内容选重了")
    .refine((scopes) => new Set(scopes).size === scopes.length, "能读的内容选重了"),
  expiresOn: day("有效期"),
});
export const revokeInput = countyChange({ id, version, reason: lines(200, "停用原因") });

export type IssueInput = z.output<typeof issueInput>;
export type RevokeInput = z.output<typeof revokeInput>;
