import type { Face } from "@/lib/records/kind";

export const countyHoliday = {
  type: "countyHoliday",
  name: "本县节假日",
  unit: "天",
  path: null,
  table: "county_holiday",
  words: { fields: { from: "第一天", to: "最后一天", name: "名称", works: "上班" } },
} as const satisfies Face;
