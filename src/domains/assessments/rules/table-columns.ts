import { formulaForms } from "@/domains/figures/rules/formula-text";
import { subjectLabels } from "@/domains/figures/rules/metric-parts";
import { headersOf } from "@/lib/row-reader";
import type { ImportColumn } from "@/lib/sheets";

const optional = { kind: "choice", required: false } as const;
const needed = { kind: "choice", required: true } as const;

export const noneWords = { notApplicable: "不计分", full: "得满分" } as const;
export const improvesWords = { done: "办完一件", added: "多做一件", owed: "补上一个" } as const;

/** A scheme's indicators as one table, a line each: written and read with the same columns. */
export const schemeColumns = [
  {
    key: "year",
    header: "年度",
    ...needed,
    kind: "number",
    once: true,
    width: 8,
    note: "必填；方案用于哪一年",
    example: "2027",
  },
  {
    key: "subject",
    header: "考核对象",
    ...optional,
    width: 10,
    note: "不填按乡镇；整张表只能是一种",
    example: "乡镇",
    options: Object.values(subjectLabels),
  },
  { key: "dimensionCode", header: "方面编号", ...needed, width: 10, note: "必填；如 A", example: "A" },
  { key: "dimension", header: "方面", ...needed, width: 14, note: "必填", example: "会议" },
  { key: "code", header: "指标编号", ...needed, width: 10, note: "必填；不能重复，如 A1", example: "A1" },
  { key: "name", header: "指标", ...needed, width: 20, note: "必填", example: "示例：主席团例会" },
  { key: "points", header: "分值", ...needed, kind: "number", width: 8, note: "必填", example: "5" },
  {
    key: "metric",
    header: "口径",
    ...optional,
    width: 8,
    note: "口径编号；留空由评审打分或暂不计算",
    example: "A3",
  },
  {
    key: "formula",
    header: "算法",
    ...needed,
    kind: "text",
    width: 40,
    note: `必填；写法如：${formulaForms.join(" / ")}`,
    example: "达到 4，不足按比例",
  },
  {
    key: "class1",
    header: "一类算法",
    ...optional,
    kind: "text",
    width: 24,
    note: "与一般不同时填写",
    example: "",
  },
  { key: "class2", header: "二类算法", ...optional, kind: "text", width: 24, note: "同上", example: "" },
  { key: "class3", header: "三类算法", ...optional, kind: "text", width: 24, note: "同上", example: "" },
  {
    key: "whenNone",
    header: "无应办事项时",
    ...optional,
    width: 12,
    note: "不填按不计分",
    example: "不计分",
    options: Object.values(noneWords),
  },
  {
    key: "few",
    header: "件数太少时",
    ...optional,
    kind: "text",
    width: 24,
    note: "不填按方案的规定；写法如：不足 5 件的向同类中位数靠拢 / 不足 5 件的不计分 / 不另作处理",
    example: "",
  },
  {
    key: "improvesBy",
    header: "提分办法",
    ...optional,
    width: 12,
    note: "不填按多做一件",
    example: "多做一件",
    options: Object.values(improvesWords),
  },
  { key: "unit", header: "计量单位", ...needed, width: 10, note: "必填；如 件、次", example: "季" },
  {
    key: "done",
    header: "怎样算完成",
    ...needed,
    width: 24,
    note: "必填；接在数字后面",
    example: "召开主席团会议",
  },
  {
    key: "more",
    header: "提分建议",
    ...optional,
    width: 24,
    note: "不填不提建议",
    example: "再有 1 个季度召开主席团会议",
  },
  {
    key: "article",
    header: "依据",
    ...optional,
    width: 24,
    note: "法律条款或文件",
    example: "乡镇人大工作条例",
  },
] as const satisfies readonly ImportColumn[];

export type SchemeKey = (typeof schemeColumns)[number]["key"];
export const schemeHeaders = headersOf(schemeColumns);
