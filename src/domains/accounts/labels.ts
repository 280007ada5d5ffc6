import type { Role } from "@/lib/roles";

export const roleLabels: Record<Role, string> = {
  operator: "平台运维",
  countyLeader: "县人大常委会领导",
  countyStaff: "代工委干部",
  countyAccountAdmin: "县级账号管理员",
  townshipChair: "乡镇人大主席（副主席）",
  townshipStaff: "乡镇人大秘书（联络员）",
  townshipViewer: "乡镇查阅",
};

export const accountStatusLabels: Record<"active" | "disabled", string> = {
  active: "在用",
  disabled: "已停用",
};
