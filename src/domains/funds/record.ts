import { choice, count, day, maybe, money, note, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";

export const purposeLabels = {
  work: "工作经费",
  activities: "代表活动经费",
  training: "代表培训经费",
  meetings: "会议经费",
  allowance: "无固定工资收入代表补助",
  other: "其他",
} as const;

/** 经费: what the township's budget gives for a purpose in a year, and what was spent of it. */
export const fund = recordKind({
  type: "fund",
  name: "人大经费",
  unit: "笔",
  router: "funds",
  under: groups.basics,
  titleOf: ({ year, purpose }) => `${year}年${purposeLabels[purpose]}`,
  fields: {
    purpose: choice("用途", purposeLabels, { list: true, filter: true, headers: ["项目", "经费项目"] }),
    year: count("年度", "", { min: 1949, max: 2100, list: "sortable", headers: ["预算年度"] }),
    budgeted: money("预算数", { list: "sortable", headers: ["预算", "预算金额", "预算安排"] }),
    spent: maybe(
      money("支出数", {
        list: "sortable",
        owed: true,
        hint: "年内可随时更新为累计支出",
        headers: ["支出", "实际支出"],
      }),
    ),
    occurredOn: day("预算批准日期", { list: "wide", headers: ["下达日期", "批准日期"] }),
    documentNumber: maybe(text("文号", 60, { list: "wide", search: true, headers: ["批复文号"] })),
    note: maybe(note("说明", 500, { headers: ["备注"] })),
  },
});
