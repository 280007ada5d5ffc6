import { type ExportScope, exportScopes, groupNamed, type KindScope, exportedKinds } from "./rules/scopes";
import type { TokenState } from "./rules/tokens";

const ownLabels: Record<Exclude<ExportScope, KindScope>, string> = {
  townships: "乡镇名单",
  figures: "指标数值和口径",
  suggestions: "建议办理",
  sessions: "人代会会议",
  projects: "民生实事项目",
};

const isOfKinds = (scope: ExportScope): scope is KindScope => scope.startsWith("records:");

const labelOf = (scope: ExportScope): string => {
  if (!isOfKinds(scope)) return ownLabels[scope];
  const kinds = exportedKinds.filter((one) => one.scope === scope).map(({ kind }) => kind.name);
  return `${groupNamed(scope)}台账（${kinds.join("、")}）`;
};

/** Without the kinds of record that it holds: they are told where it is chosen. */
export const scopeName = (scope: ExportScope): string =>
  isOfKinds(scope) ? `${groupNamed(scope)}台账` : ownLabels[scope];

export const scopeLabels = Object.fromEntries(exportScopes.map((scope) => [scope, labelOf(scope)])) as Record<
  ExportScope,
  string
>;

export const tokenStateLabels: Record<TokenState, string> = {
  valid: "可用",
  expired: "已到期",
  revoked: "已停用",
};
