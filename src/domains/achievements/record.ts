import { choice, count, maybe, money, note, pastDay, people, text } from "@/lib/records/fields";
import { groups } from "@/lib/records/groups";
import { rounded } from "@/lib/records/headcounts";
import { recordKind } from "@/lib/records/kind";

export const achievementKindLabels = {
  campaign: "主题活动",
  association: "协会活动",
  lawLecture: "法治宣传",
  voterTraining: "选民培训",
  information: "致富信息",
  donation: "捐资助困",
  mediation: "调解纠纷",
  pressed: "督促落实",
  other: "其他",
} as const;

/**
 * 履职实效: what the deputies' work came to in numbers — a campaign and who came, disputes settled, money given or paid out,
 * works that were got done. Recorded only, never scored [R50][R54][R56].
 */
export const achievement = recordKind({
  type: "achievement",
  name: "履职实效",
  unit: "项",
  router: "achievements",
  under: groups.deputies,
  titleOf: ({ kind, topic }) => `${achievementKindLabels[kind]}「${topic}」`,
  fields: {
    topic: text("事项", 100, {
      list: "sortable",
      search: true,
      hint: "一句话说清，如 督促兑现村社干部误工补贴",
      headers: ["活动名称", "活动主题", "成效事项"],
    }),
    kind: choice("类别", achievementKindLabels, { list: true, filter: true, headers: ["活动类别"] }),
    occurredOn: pastDay("日期", {
      list: "sortable",
      hint: "持续多日的填最后一天",
      headers: ["活动日期", "时间"],
    }),
    organizer: maybe(
      text("以什么名义", 60, {
        list: "wide",
        search: true,
        hint: "如 社会和谐促进会、第三代表小组",
        headers: ["组织者", "协会"],
      }),
    ),
    times: maybe(count("场次", "次", { min: 1, max: 10_000, list: "wide", headers: ["活动场次", "次数"] })),
    timesAbout: rounded("times", "场次"),
    attended: maybe(
      count("参加人次", "人次", { min: 1, max: 1_000_000, list: true, headers: ["人次", "受益人次"] }),
    ),
    attendedAbout: rounded("attended", "人次"),
    quantity: maybe(
      count("成果数量", "", {
        ...{ min: 1, max: 1_000_000_000, list: true },
        hint: "如调解 110 起填 110，单位填“起”",
        headers: ["数量"],
      }),
    ),
    quantityAbout: rounded("quantity", "数量"),
    quantityUnit: maybe(text("计量单位", 10, { list: true, headers: ["单位"] })),
    amount: maybe(money("金额", { list: "wide", headers: ["金额（元）", "资金"] })),
    amountAbout: rounded("amount", "金额"),
    deputyIds: maybe(
      people("参加代表", "achievement_deputy", {
        list: "count",
        hint: "只列当天在任的代表，可以以后补填",
        headers: ["参加人员"],
      }),
    ),
    note: maybe(note("情况", 2000, { search: true, hint: "目标、做法和结果", headers: ["成效", "备注"] })),
  },
  duty: { title: "履职实效", roles: { deputyIds: "参加" }, there: ["deputyIds"] },
});
