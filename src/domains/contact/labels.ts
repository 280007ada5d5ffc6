import type { Day } from "@/lib/dates";

/** Where deputies receive voters, by what the office calls it. */
export const stationKindLabels = {
  liaisonStation: "代表联络站",
  deputyHome: "代表之家",
  deputyStudio: "代表工作室",
  receptionPoint: "接待点",
} as const;

/** Which week of the month, and which of its days, in the order that the calendar reckons by. */
export const weekLabels = {
  first: "第一个",
  second: "第二个",
  third: "第三个",
  fourth: "第四个",
  last: "最后一个",
} as const;
export const weekdayLabels = {
  monday: "星期一",
  tuesday: "星期二",
  wednesday: "星期三",
  thursday: "星期四",
  friday: "星期五",
  saturday: "星期六",
  sunday: "星期日",
} as const;

/** How an opinion reached the deputies. */
export const channelLabels = {
  reception: "接待日",
  visit: "走访",
  call: "电话",
  letter: "来信",
  online: "网络",
  other: "其他",
} as const;

export const satisfactionLabels = { satisfied: "满意", basic: "基本满意", unsatisfied: "不满意" } as const;
export type Satisfaction = keyof typeof satisfactionLabels;

export const opinionStateLabels = { waiting: "待答复", answered: "已答复" } as const;

type FixedDay = {
  fixedDay: number | null;
  fixedWeek: keyof typeof weekLabels | null;
  fixedWeekday: keyof typeof weekdayLabels | null;
};

/** "每月 15 日" or "每月第二个星期三"; null where none is fixed. */
export function fixedDayText({ fixedDay, fixedWeek, fixedWeekday }: FixedDay): string | null {
  if (fixedDay !== null) return `每月 ${fixedDay} 日`;
  return fixedWeek === null || fixedWeekday === null
    ? null
    : `每月${weekLabels[fixedWeek]}${weekdayLabels[fixedWeekday]}`;
}

export type OpinionTone = "good" | "warn" | "bad" | "info";
/** @property raised whether it became something else that is worked on */
type Shown = { answered: Day | null; dueOn: Day; raised: boolean };

/** Where an opinion stands, in a few words. */
export function opinionText(
  { answered, dueOn, raised }: Shown,
  today: Day,
): { text: string; tone: OpinionTone } {
  if (answered !== null)
    return answered <= dueOn ? { text: "已答复", tone: "good" } : { text: "逾期答复", tone: "warn" };
  if (today > dueOn) return { text: raised ? "已转办，逾期未答复" : "逾期未答复", tone: "bad" };
  return raised ? { text: "已转办，待答复", tone: "info" } : { text: "待答复", tone: "info" };
}
