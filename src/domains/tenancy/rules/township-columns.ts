import { headersOf } from "@/lib/row-reader";
import type { ImportColumn, UnkeptColumn } from "@/lib/sheets";
import { classLabels, townshipKindLabels } from "../labels";

const optional = { required: false } as const;

/** The columns of a county's list of townships, in the template's order. */
export const townshipColumns = [
  {
    key: "name",
    header: "名称",
    aliases: [
      "乡镇名称",
      "乡镇街道名称",
      "乡镇(街道)名称",
      "单位名称",
      "乡镇",
      "乡镇街道",
      "乡镇(街道)",
      "街道名称",
    ],
    kind: "name",
    required: true,
    width: 18,
    note: "必填；全称，如 高亭镇",
    example: "示例：高亭镇",
  },
  {
    key: "code",
    header: "代码",
    aliases: ["乡镇代码", "区划代码", "行政区划代码", "统计用区划代码", "行政区划编码", "乡镇编码"],
    kind: "number",
    required: true,
    width: 14,
    note: "必填；9 位：县 6 位加乡镇 3 位，按国家统计局公布的代码；末尾带 000 的 12 位代码也可以",
    example: "330921100",
  },
  {
    key: "shortName",
    header: "简称",
    kind: "name",
    ...optional,
    width: 10,
    note: "表头用；不填时取名称去掉镇、乡、街道",
    example: "高亭",
  },
  {
    key: "kind",
    header: "建制",
    aliases: ["类型", "建制类型", "乡镇类型", "行政建制"],
    kind: "choice",
    ...optional,
    width: 12,
    note: "乡、民族乡、镇或街道；不填时看名称的末尾",
    example: "镇",
    options: Object.values(townshipKindLabels),
    several: true,
  },
  {
    key: "class",
    header: "类别",
    aliases: ["分类", "乡镇类别", "考核类别"],
    kind: "choice",
    ...optional,
    width: 10,
    note: "一类、二类或三类",
    example: "一类",
    options: Object.values(classLabels),
  },
  {
    key: "population",
    header: "人口",
    aliases: ["人口数", "总人口", "常住人口", "户籍人口"],
    units: ["人"],
    kind: "number",
    ...optional,
    width: 12,
    note: "人",
    example: "52000",
  },
  {
    key: "areaKm2",
    header: "面积",
    aliases: ["行政区域面积", "区域面积", "辖区面积", "总面积"],
    units: ["平方公里", "平方千米", "km2", "公里2"],
    kind: "number",
    ...optional,
    width: 12,
    note: "平方公里",
    example: "58.5",
  },
  {
    key: "outputWan",
    header: "产值",
    aliases: ["工农业总产值", "总产值", "生产总值", "地区生产总值"],
    units: ["万元"],
    kind: "number",
    ...optional,
    width: 14,
    note: "万元",
    example: "210000",
  },
  {
    key: "sourceNote",
    header: "数据来源",
    aliases: ["资料出处", "来源", "备注"],
    kind: "text",
    joins: "；",
    once: true,
    ...optional,
    width: 24,
    note: "如 2025 年统计年鉴",
    example: "",
  },
] as const satisfies readonly ImportColumn[];

export const townshipUnkept: readonly UnkeptColumn[] = [
  {
    headers: [
      "人口(万人)",
      "面积(亩)",
      "产值(亿元)",
      "总人口(万人)",
      "常住人口(万人)",
      "户籍人口(万人)",
      "生产总值(亿元)",
    ],
    why: "单位不同，请换算成人、平方公里、万元",
  },
];

export type TownshipKey = (typeof townshipColumns)[number]["key"];

export const townshipHeaders = headersOf<TownshipKey>(townshipColumns);
