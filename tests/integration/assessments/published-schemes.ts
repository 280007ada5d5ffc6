import type { Formula, Indicator, Scheme } from "@/domains/figures/rules/scheme";

/** Schemes as counties and townships published them, as far as their texts are known; what a text leaves open is said beside it. */

/** An indicator as a published text has it: a name, points, and how they are given. */
export const item = (
  code: string,
  name: string,
  points: number,
  metric: string | null,
  formula: Formula,
): Indicator => ({
  ...{ code, name, points, metric, formula },
  whenNone: "notApplicable",
  improvesBy: "added",
  words: { unit: "次", done: "完成", more: "" },
  article: "考核办法",
});
export const judged = (...rubric: string[]): Formula => ({ kind: "manual", rubric });
const quota = (target: number, base: number, less: number, more = 0): Formula => ({
  ...{ kind: "quota", over: "count" },
  ...{ target, base, more, less },
});
/** "满意率 95%，每低一个百分点扣 0.1 分" */
const share = (target: number, base: number, less: number): Formula => ({
  ...{ kind: "quota", over: "ratio", target, base },
  ...{ more: 0, less },
});
const missing = (each: number): Formula => ({ kind: "missing", each });
const none = { bonuses: [], bonusCap: 0, deductions: [], deductionCap: 0, vetoes: [], vetoGrade: "不合格" };
const dimensions = (parts: [string, Indicator[]][]) =>
  parts.map(([name, indicators], index) => ({ code: String.fromCharCode(65 + index), name, indicators }));

/**
 * 纯复乡 (Jingyan county): deputies' groups. 3 suggestions 10 points, each one more or fewer 5; one speech 10, each one more
 * 5; 4 activities 10; attendance 10; records 5. The text sets no most: 20 here. Its other points (ten voters a deputy, which is
 * a duty standard; expenses, what was done for villagers, speeches at presidium meetings) are of what nobody enters by group.
 */
export const chunfu: Scheme = {
  name: "纯复乡人大代表小组执行职务考核",
  subject: "group",
  total: 65,
  ...none,
  dimensions: dimensions([
    [
      "人代会",
      [
        item("A1", "出席会议，不缺席", 10, "M28", missing(5)),
        item("A2", "书面提出建议 3 条", 20, "M26", quota(3, 10, 5, 5)),
        item("A3", "审议发言 1 名", 20, "M27", quota(1, 10, 10, 5)),
      ],
    ],
    [
      "小组活动",
      [
        item("B1", "全年活动 4 次", 10, "M21", quota(4, 10, 2.5)),
        item("B2", "活动有规范的记录", 5, "M22", missing(1)),
      ],
    ],
  ]),
  grades: [
    { name: "先进代表小组", atLeast: 0, quotaPercent: null, places: 3 },
    { name: "合格代表小组", atLeast: 0, quotaPercent: null, places: 6 },
    { name: "较差代表小组", atLeast: 0, quotaPercent: null },
  ],
};

/**
 * Xuanhan 2018: a hundred points and bonuses for publicity and innovation, the first fifteen of 54 honoured, below 80
 * criticized. Its items are not known; those here are of the sort, deducted for what is missing.
 */
export const xuanhan: Scheme = {
  name: "宣汉县 2018 年乡镇人大工作考评细则",
  ...none,
  bonuses: [
    { code: "b1", name: "创新工作", each: 2 },
    { code: "b2", name: "经验交流", each: 1, atMost: 2 },
  ],
  bonusCap: 5,
  deductions: [{ code: "d1", name: "台账不实", each: 2, atMost: 6 }],
  deductionCap: 10,
  dimensions: dimensions([
    [
      "会议",
      [
        item("A1", "人代会 2 次，少一次扣 5 分", 10, "A1", quota(2, 10, 5)),
        item("A2", "主席团会议 6 次，少一次扣 2 分", 10, "M24", quota(6, 10, 2)),
        item("A3", "每季度召开，缺一季扣 3 分", 10, "A3", missing(3)),
      ],
    ],
    [
      "监督",
      [
        item("B1", "视察调研 4 次，少一次扣 3 分", 15, "M25", quota(4, 15, 3)),
        item("B2", "执法检查 1 次", 5, "M17", quota(1, 5, 5)),
      ],
    ],
    [
      "建议办理",
      [
        item("C1", "按期答复，每件逾期扣 2 分", 10, "C3", missing(2)),
        item("C2", "满意率 95%，每低 1 个百分点扣 0.5 分", 10, "C5", share(0.95, 10, 0.5)),
      ],
    ],
    ["信访", [item("D1", "信访件办结，每件扣 1 分", 10, "M29", missing(1))]],
    ["实地", [item("E1", "实地查看", 20, null, judged("有阵地、有制度、有活动"))]],
  ]),
  grades: [
    { name: "表彰", atLeast: 80, quotaPercent: null, places: 1 },
    { name: "合格", atLeast: 80, quotaPercent: null },
    { name: "通报批评", atLeast: 0, quotaPercent: null },
  ],
};
