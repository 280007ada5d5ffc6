import "server-only";
import type { ImportColumn } from "@/lib/sheets";
import { levelLabels } from "../labels";

const optional = { required: false, kind: "text" } as const;

/** The columns of the roster's file; the template, the reading and the messages all come from here. */
export const rosterColumns = [
  {
    key: "name",
    header: "姓名",
    aliases: ["代表姓名"],
    kind: "name",
    required: true,
    width: 12,
    note: "必填",
    example: "示例：王小明",
  },
  {
    key: "gender",
    header: "性别",
    kind: "choice",
    required: false,
    width: 8,
    note: "男或女",
    example: "男",
    options: ["男", "女"],
  },
  {
    key: "levels",
    header: "级别",
    aliases: ["代表级别", "代表层级", "级别(可多个)"],
    kind: "choice",
    required: true,
    width: 14,
    note: "必填；全国、省、市、县、乡镇，兼任的用顿号隔开，如 县、乡镇",
    example: "县、乡镇",
    options: Object.values(levelLabels),
    several: true,
  },
  {
    key: "termName",
    header: "届次",
    ...optional,
    width: 14,
    note: "如 第十九届",
    example: "第十九届",
  },
  {
    key: "constituency",
    header: "选区",
    aliases: ["所在选区", "选举单位"],
    ...optional,
    width: 16,
    note: "选区名称或编号",
    example: "第3选区",
  },
  {
    key: "group",
    header: "小组",
    aliases: ["代表小组", "所在小组"],
    ...optional,
    width: 16,
    note: "须与已建小组同名；还没有任何小组时按本列建立",
    example: "第一代表小组",
  },
  {
    key: "occupation",
    header: "职业",
    aliases: ["职务", "单位及职务", "工作单位及职务"],
    ...optional,
    width: 24,
    note: "单位和职务",
    example: "村党支部书记",
  },
  {
    key: "phone",
    header: "电话",
    aliases: ["手机", "手机号", "联系电话", "手机号码"],
    kind: "choice",
    required: false,
    width: 16,
    note: "11位手机号或带区号的固定电话",
    example: "13800000000",
  },
  {
    key: "startsOn",
    header: "起始日期",
    aliases: ["任职日期", "当选日期", "任职起始日期"],
    kind: "day",
    required: true,
    width: 14,
    note: "必填；如 2022-01-12 或 2022年1月12日",
    example: "2022-01-12",
  },
  {
    key: "birthYear",
    header: "出生年份",
    kind: "number",
    required: false,
    width: 10,
    note: "四位年份",
    example: "1976",
  },
  { key: "ethnicity", header: "民族", ...optional, width: 8, note: "", example: "汉族" },
  { key: "education", header: "学历", ...optional, width: 10, note: "", example: "大专" },
  { key: "party", header: "政治面貌", ...optional, width: 12, note: "", example: "中共党员" },
  {
    key: "sourceNote",
    header: "备注",
    aliases: ["资料出处"],
    ...optional,
    width: 20,
    note: "资料出处等",
    example: "",
  },
] as const satisfies readonly ImportColumn[];

export type RosterKey = (typeof rosterColumns)[number]["key"];

/** The column's name as the file shows it, for messages. */
export const rosterHeaders = Object.fromEntries(
  rosterColumns.map(({ key, header }) => [key, header]),
) as Record<RosterKey, string>;

const keys = new Set<string>(rosterColumns.map((column) => column.key));
/** Keys a row carries that no column has. */
export const unknownKeys = (cells: object): string[] => Object.keys(cells).filter((key) => !keys.has(key));
