import type { ExportScope } from "./rules/scopes";
import type { TokenState } from "./rules/tokens";

export const scopeLabels: Record<ExportScope, string> = {
  townships: "乡镇名单",
  figures: "指标数值和口径",
  suggestions: "建议办理",
  sessions: "人代会会议",
  projects: "民生实事项目",
};

export const tokenStateLabels: Record<TokenState, string> = {
  valid: "可用",
  expired: "已到期",
  revoked: "已停用",
};
