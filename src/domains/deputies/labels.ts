import { leaveInText, type LeaveDays } from "@/lib/leave";
import type { EndReason, Gender, GroupRole, Level } from "./rules/roster";

export const levelLabels: Record<Level, string> = {
  national: "全国",
  province: "省",
  city: "市",
  county: "县",
  township: "乡镇",
};

export const endReasonLabels: Record<EndReason, string> = {
  resigned: "辞职被接受",
  recalled: "罢免",
  moved: "迁出或调离本行政区域",
  died: "去世",
  terminated: "代表资格依法终止",
  termEnd: "届满",
};

export const groupRoleLabels: Record<GroupRole, string> = {
  leader: "组长",
  deputyLeader: "副组长",
  member: "组员",
};

export const genderLabels: Record<Gender, string> = { male: "男", female: "女" };

/** What a roll says of somebody whose leave the roster has, and what for where nobody said. */
export const leaveOnRoll = (leave: LeaveDays & { reason: string | null }) => ({
  reason: leave.reason ?? leaveKnown,
  says: `代表名册已登记：${leaveInText(leave)}`,
});
export const leaveKnown = "已登记请假";

export const stateLabels = { inOffice: "在任", left: "已离任", all: "全部" } as const;

/** "1979年4月", "1979年" where the month is not known, null where neither is. */
export function birthText({
  birthYear,
  birthMonth,
}: {
  birthYear: number | null;
  birthMonth: number | null;
}): string | null {
  if (birthYear === null) return null;
  return birthMonth === null ? `${birthYear}年` : `${birthYear}年${birthMonth}月`;
}
