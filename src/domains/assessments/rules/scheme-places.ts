/** What the parts of a scheme file are called on the screen, by their keys in the file. */
export const schemeWords: Readonly<Record<string, string>> = {
  name: "名称",
  code: "编号",
  subject: "考核对象",
  total: "总分",
  points: "分值",
  metric: "口径",
  formula: "算法",
  byClass: "分类算法",
  1: "一类",
  2: "二类",
  3: "三类",
  kind: "算法种类",
  target: "目标",
  below: "不足时",
  response: "测评回收要求",
  silentPart: "未回收的分项",
  floor: "最低回收率、最低分",
  from: "起算点",
  over: "分档、定额、比较的依据",
  among: "比较范围",
  to: "满分点、与谁比",
  others: "其余的得分",
  first: "第一名的得分",
  base: "达到定额的得分",
  less: "每少一个扣分",
  bands: "分档",
  atLeast: "不少于",
  each: "每件分值、每名增减",
  atMost: "单项最多",
  places: "名额、后几名",
  rubric: "评分要点",
  factors: "相乘的比率",
  parts: "分项",
  part: "分项",
  full: "满分比率",
  whenNone: "无应办事项时",
  smallNumber: "小样本规则",
  under: "小样本界限",
  // A key of the file's; no promise is meant.
  ["then"]: "小样本处理",
  improvesBy: "提分方式",
  words: "用语",
  unit: "计量单位",
  done: "怎样算完成",
  more: "提分建议、每多一个加分",
  article: "依据",
  dimensions: "方面",
  indicators: "指标",
  bonuses: "加分项",
  bonusCap: "加分上限",
  deductions: "扣分项",
  deductionCap: "扣分上限",
  vetoes: "一票否决",
  vetoGrade: "否决后的等次",
  grades: "等次",
  quotaPercent: "名额比例",
  quotaWithin: "名额范围",
  last: "后几名",
};

/** What the entries of a list are counted in. */
const counted: Readonly<Record<string, string>> = {
  dimensions: "个方面",
  indicators: "项指标",
  bonuses: "项加分",
  deductions: "项扣分",
  vetoes: "项一票否决",
  grades: "个等次",
  bands: "档",
  factors: "个比率",
  parts: "个分项",
  rubric: "条评分要点",
};

/** "dimensions.0.indicators.1.points" as people count: 第 1 个方面第 2 项指标的“分值”. */
export function placeInScheme(path: readonly PropertyKey[]): string {
  const words = path.map((step, index) => {
    if (typeof step === "number") return `第 ${step + 1} ${counted[String(path[index - 1])] ?? "处"}`;
    if (typeof path[index + 1] === "number") return "";
    return `${index === 0 ? "" : "的"}“${schemeWords[String(step)] ?? "内容"}”`;
  });
  return words.length === 0 ? "方案" : words.join("");
}
