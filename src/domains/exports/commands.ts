import "server-only";
import { dayOf } from "@/lib/dates";
import { obey } from "@/lib/obey";
import { difference } from "@/server/audit/difference";
import { newExportToken } from "@/server/auth/export-token";
import type { CountyScope } from "@/server/db/scope";
import { endToken, keepToken, openToken, validNames } from "./data/tokens";
import { scopeLabels } from "./labels";
import { mayIssue } from "./rules/tokens";
import type { IssueInput, RevokeInput } from "./schema";

/** What was made in a request's own transaction, until its answer is out: kept by its scope, so that it goes with it. */
const made = new WeakMap<CountyScope, string>();

/** A token for another system of the county; stored nowhere but as its hash. */
export async function issueToken(scope: CountyScope, input: IssueInput) {
  const { name, scopes, expiresOn } = input;
  obey(mayIssue(input, await validNames(scope), dayOf(scope.now)));
  const token = newExportToken();
  const id = await keepToken(scope, input, token);
  made.set(scope, token.secret);
  await scope.audit({
    ...{ action: "exports.issue", recordType: "exportToken" as const, recordId: id },
    summary: `签发数据接口令牌「${name}」，能读${scopes.map((one) => scopeLabels[one]).join("、")}，有效期至 ${expiresOn}`,
    detail: difference(null, { name, scopes: scopes.map((one) => scopeLabels[one]), expiresOn }),
  });
  return { id, name };
}

/** The secret is shown with the first answer alone: the same submission sent again finds none. */
export const shownOnce = <Kept extends object>(scope: CountyScope, kept: Kept) =>
  Promise.resolve({ ...kept, secret: made.get(scope) ?? null });

/** From this moment on it reads nothing; a page on its way out is still sent whole. */
export async function revokeToken(scope: CountyScope, input: RevokeInput) {
  const { name } = await openToken(scope, input.id);
  await endToken(scope, input);
  await scope.audit({
    ...{ action: "exports.revoke", recordType: "exportToken" as const, recordId: input.id },
    summary: `停用数据接口令牌「${name}」`,
    detail: difference({ revokeReason: null }, { revokeReason: input.reason }),
  });
  return { id: input.id };
}
