import type { PanelSeat } from "@/domains/figures/rules/final-result";
import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

/** Records speak first: what a panel of people thinks moves a result, and never makes most of it. */
export const mostPercent = 30;
export const panelScale = 100;

/** A member of the panel with his points, by the township's code. */
export type PanelMember = PanelSeat & { name: string };

export type Meeting = {
  meetingOn: Day;
  today: Day;
  appealsUntil: Day | null;
  percent: number;
  panel: readonly PanelMember[];
  townships: readonly { code: string; name: string }[];
};

const twice = (keys: readonly string[]): boolean => new Set(keys).size < keys.length;

/** Points given twice would count twice, and so would a member. */
function doubled({ panel, townships }: Meeting): Decision {
  const heavy = panel.find(({ points }) => twice(points.map(({ code }) => code)));
  if (twice(panel.map(({ name, role }) => JSON.stringify([name.trim(), role.trim()]))))
    return deny("评议团里有同一名成员出现了两次，每人只评一次。请核对后再提交。");
  if (heavy === undefined) return allow;
  const code = heavy.points.map((one) => one.code).find((one, index, all) => all.indexOf(one) < index);
  const name = townships.find((one) => one.code === code)?.name ?? "";
  return deny(`${heavy.name}给${name}评了两次分，每个乡镇只评一次。请核对后再提交。`);
}

/** Who leaves out a township would move it up or down by that: each member judges all of them, or the panel does not count. */
function panelFault({ percent, panel, townships }: Meeting): Decision {
  if (percent === 0) return allow;
  if (panel.length === 0)
    return about("percent", deny("评议团占了比例，却没有评议团成员的评分。请录入评分，或把比例填 0。"));
  const gap = panel.flatMap(({ name, points }) =>
    townships.flatMap(({ code, name: township }) =>
      points.some((one) => one.code === code) ? [] : [`${name}没有给${township}评分`],
    ),
  );
  return gap.length === 0
    ? allow
    : deny(`评议团每个成员要给每个乡镇评分：${gap.slice(0, 3).join("、")}。补齐后再提交。`);
}

export function mayDecideYear(meeting: Meeting): Decision {
  const { meetingOn, today, appealsUntil, percent, panel } = meeting;
  const wrong = panel.flatMap(({ points }) => points).find(({ points }) => points < 0 || points > panelScale);
  return firstDenial(
    meetingOn > today ? about("meetingOn", deny("主任会议的日期不能晚于今天，开完会再登记。")) : allow,
    appealsUntil !== null && meetingOn <= appealsUntil
      ? about("meetingOn", deny(`申诉到 ${appealsUntil} 截止，主任会议应在这之后。`))
      : allow,
    percent > mostPercent
      ? about("percent", deny(`评议团最多占 ${mostPercent}%，其余由记录和评审决定。`))
      : allow,
    wrong === undefined ? allow : deny(`评议团按百分制评分，应在 0 到 ${panelScale} 之间。`),
    doubled(meeting),
    panelFault(meeting),
  );
}

/** The same award is given to a township once. */
export const mayAward = (awards: readonly { code: string; name: string }[]): Decision =>
  twice(awards.map(({ code, name }) => JSON.stringify([code, name.trim()])))
    ? deny("同一个乡镇的同一项表彰写了两次。请删去重复的一行再公布。")
    : allow;

/** What townships are told of the others. */
export const rankings = ["all", "grade", "none"] as const;
export type Ranking = (typeof rankings)[number];
export const rankingNames: Record<Ranking, string> = {
  all: "公布各乡镇的得分、位次和等次",
  grade: "只公布各乡镇的等次",
  none: "不公布，各乡镇只看到自己的结果",
};
