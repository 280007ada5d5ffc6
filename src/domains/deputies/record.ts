import type { Face } from "@/lib/records/kind";
import { endReasonLabels, genderLabels, groupRoleLabels, levelLabels } from "./labels";

export const deputy = {
  type: "deputy",
  name: "代表",
  unit: "人",
  path: "deputies",
  table: "deputy",
  words: {
    fields: {
      name: "姓名",
      gender: "性别",
      birthYear: "出生年份",
      ethnicity: "民族",
      education: "学历",
      party: "政治面貌",
      occupation: "职业",
      level: "级别",
      termName: "届次",
      constituency: "选区",
      endsOn: "任期终止",
      endReason: "终止原因",
    },
    codes: { gender: genderLabels, level: levelLabels, endReason: endReasonLabels },
  },
} as const satisfies Face;

export const deputyGroup = {
  type: "deputyGroup",
  name: "代表小组",
  unit: "个",
  path: null,
  table: "deputy_group",
  words: {
    fields: { name: "小组名称", area: "活动范围", sortOrder: "排列次序", role: "组内职务" },
    codes: { role: groupRoleLabels },
  },
} as const satisfies Face;

export const seatQuota = {
  type: "seatQuota",
  name: "代表名额",
  unit: "条",
  path: null,
  table: "seat_quota",
} as const satisfies Face;
