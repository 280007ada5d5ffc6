import type { Face } from "@/lib/records/kind";

export const calendarFeed = {
  type: "calendarFeed",
  name: "日历订阅",
  unit: "个",
  path: null,
  table: "calendar_feed",
} as const satisfies Face;
