export type TownshipKind = "township" | "ethnicTownship" | "town" | "subdistrict";
export type TownshipStatus = "active" | "merged";

export const townshipKindLabels: Record<TownshipKind, string> = {
  township: "乡",
  ethnicTownship: "民族乡",
  town: "镇",
  subdistrict: "街道(人大工委)",
};

export const townshipStatusLabels: Record<TownshipStatus, string> = { active: "在用", merged: "已并入他镇" };

export const classLabels: Record<1 | 2 | 3, string> = { 1: "一类", 2: "二类", 3: "三类" };

export function classLabel(value: number | null): string {
  return value === 1 || value === 2 || value === 3 ? classLabels[value] : "未分类";
}

export const provinceLabels: Record<string, string> = {
  national: "只按国家法律",
  zhejiang: "浙江省",
  chongqing: "重庆市",
  shandong: "山东省",
};
