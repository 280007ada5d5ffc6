import { fewest, type Rate } from "./rules/merged";
import type { PartState, TaskState } from "./rules/progress";
import type { RatingLevel } from "./rules/ratings";

export const taskKindLabels = {
  lawInspection: "执法检查",
  inspectionVisit: "视察",
  investigation: "调研",
  supervisionCheck: "督查",
  unannouncedVisit: "暗访",
  rating: "评议",
} as const;
export type TaskKind = keyof typeof taskKindLabels;

/** The working bodies of a county's standing committee that lead a task. */
export const committeeLabels = {
  legal: "监察和司法工委",
  finance: "财政经济工委",
  culture: "教科文卫工委",
  agriculture: "农业农村工委",
  environment: "城建环资工委",
  social: "社会建设工委",
  deputies: "代表工委",
  office: "常委会办公室",
} as const;
export type Committee = keyof typeof committeeLabels;

export const taskStateLabels: Record<TaskState, string> = {
  draft: "草稿",
  issued: "已下发",
  reporting: "汇总中",
  closed: "已办结",
  recalled: "已撤回",
};

export const partStateLabels: Record<PartState, string> = {
  draft: "还没下发",
  hidden: "乡镇还不知道",
  waiting: "待接受",
  proposed: "商量日期或合并",
  accepted: "已接受，待开展",
  underway: "开展中",
  submitted: "待县人大认定",
  returned: "退回补充",
  done: "成果已认定",
  recalled: "已撤回",
};

export const verdictLabels = { accepted: "认定", returned: "退回补充" } as const;

export const ratingLevelLabels: Record<RatingLevel, string> = {
  township: "乡镇人大代表",
  county: "县人大代表",
  city: "市人大代表",
};

/** The parts of a report, in their order. */
export const sectionLabels = {
  overview: "基本情况",
  findings: "发现的问题",
  causes: "原因分析",
  advice: "意见建议",
} as const;
export type SectionCode = keyof typeof sectionLabels;

/** A share with what it is made of; of few it says no percentage. */
export const percentText = ({ of, n }: Rate): string =>
  n < fewest ? `${of}/${n}` : `${Math.round((of * 1000) / n) / 10}%（${of}/${n}）`;

/** What was seen at a point of the checklist. */
export const answerLabels = { ok: "合格", problem: "有问题", notApplicable: "不适用" } as const;
export type Answer = keyof typeof answerLabels;
