import type { Face } from "@/lib/records/kind";

/** 乡镇地图: where the county places its townships' tiles. */
export const countyMap = {
  type: "countyMap",
  name: "乡镇地图",
  unit: "份",
  path: null,
  table: "county_map",
  words: { fields: { places: "摆放" } },
} as const satisfies Face;
