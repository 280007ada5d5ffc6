import type { Face } from "@/lib/records/kind";

export const notificationSetting = {
  type: "notificationSetting",
  name: "提醒设置",
  unit: "项",
  path: null,
  table: "notification_setting",
  words: { fields: { quietFrom: "免打扰开始", quietUntil: "免打扰结束", quietDaysOff: "休息日免打扰" } },
} as const satisfies Face;
