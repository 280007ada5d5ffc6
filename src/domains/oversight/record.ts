import type { Face } from "@/lib/records/kind";

/** 存下的比较: what somebody of the county chose to compare, never its figures. */
export const savedComparison = {
  type: "savedComparison",
  name: "存下的比较",
  unit: "个",
  path: null,
  table: "saved_comparison",
  words: {
    fields: { name: "名称", choice: "比较的内容", shared: "全县人大可见" },
    codes: { shared: { true: "是", false: "否" } },
  },
} as const satisfies Face;

/** 乡镇地图: where the county places its townships' tiles. */
export const countyMap = {
  type: "countyMap",
  name: "乡镇地图",
  unit: "份",
  path: null,
  table: "county_map",
  words: { fields: { places: "摆放" } },
} as const satisfies Face;
