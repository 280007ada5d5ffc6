/**
 * The four imbalances that the county is to watch (R96). They describe how work is built, and are never scored: the share
 * from which one is pointed out is a line of this program's, printed beside the figures.
 */
export const imbalances = {
  personnel: {
    title: "工作监督多，人事监督少",
    about: "监督方式",
    more: "工作监督",
    less: "人事监督",
    counted:
      "工作监督：听取审议的工作报告、办结的视察调研和执法检查；人事监督：听取站所负责人述职的评议、双管站所年度考核意见",
    leansFrom: 0.8,
    advice: "可以在评议中安排站所负责人述职，把对事的监督和对人的监督结合起来。",
  },
  voters: {
    title: "联系选民流于形式",
    about: "联系选民",
    more: "没有内容的联系",
    less: "有内容的联系",
    counted:
      "没有内容：接待日没有人来、没有填人数或没有写反映了什么，走访没有写情况；登记了来自这次接待的意见的，算有内容",
    leansFrom: 1 / 3,
    advice: "可以看看接待日的时间、地点群众知不知道，走访回来有没有当天记下反映的事。",
  },
  groups: {
    title: "小组活动重学习、轻视察",
    about: "代表小组活动",
    more: "学习",
    less: "视察调研",
    counted: "只数活动形式是“学习”和“视察调研”的小组活动，其他形式两边都不算",
    leansFrom: 0.5,
    advice: "可以把一次学习改成到现场看，看完提出建议。",
  },
  rules: {
    title: "重制度、轻落实",
    about: "工作制度",
    more: "没有落实记录的制度",
    less: "有落实记录的制度",
    counted:
      "本年执行满 90 天的制度，今年有没有它要求的事的记录，如例会、培训、接待走访、小组活动、述职、档案检查；联系代表制度和其他制度没有对应的记录，不数",
    leansFrom: 1 / 3,
    advice: "制度不在多，可以先把没有落实的做起来，做不到的修改或废止。",
  },
} as const;
export type ImbalanceCode = keyof typeof imbalances;
export const imbalanceCodes = Object.keys(imbalances) as ImbalanceCode[];

export type Sides = { more: number; less: number };

/** Below this many records a share says nothing. */
export const fewestForLeaning = 5;

export type Leaning = "none" | "tooFew" | "leans" | "balanced";

/** Whether work leans to the side the county is wary of; `leansFrom` itself does not lean yet where the two are even. */
export function leaningOf(code: ImbalanceCode, { more, less }: Sides): Leaning {
  const all = more + less;
  if (all === 0) return "none";
  if (all < fewestForLeaning) return "tooFew";
  return more / all > imbalances[code].leansFrom ? "leans" : "balanced";
}

export const leaningWords: Readonly<Record<Leaning, string>> = {
  none: "没有记录",
  tooFew: "太少，不作判断",
  leans: "偏重",
  balanced: "未见偏重",
};

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

/** The finding of a county: its figures in one sentence, and in how many townships it leans. */
export function findingOf(code: ImbalanceCode, sum: Sides, townships: readonly Sides[]): string {
  const { about, more, less } = imbalances[code];
  const all = sum.more + sum.less;
  if (all === 0) return `${about}：本年还没有相应的记录`;
  const leaning = townships.filter((one) => leaningOf(code, one) === "leans").length;
  const where = leaning === 0 ? "没有乡镇偏重" : `${leaning} 个乡镇偏重`;
  return `${about}：${more} ${sum.more}，${less} ${sum.less}，前者占 ${percent(sum.more / all)}，${where}`;
}

/** From which share on it is pointed out, in words. */
export const lineSaid = (code: ImbalanceCode): string =>
  `“${imbalances[code].more}”超过 ${percent(imbalances[code].leansFrom)} 提示偏重，共不足 ${fewestForLeaning} 条不作判断；这是提示，不计分`;
