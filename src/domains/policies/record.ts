import { choice, day, maybe, pastDay, text, yesNo } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";

/** The rules a township congress is expected to have; 其他 follows none of them. */
export const templateLabels = {
  presidiumProcedure: "主席团议事规则",
  presidiumDuties: "主席团工作职责",
  study: "学习制度",
  contactDeputies: "主席团成员联系代表制度",
  contactVoters: "代表联系选民制度",
  suggestions: "议案建议办理制度",
  groupActivities: "代表小组活动制度",
  dutyReports: "代表述职制度",
  archives: "档案管理制度",
  other: "其他制度",
} as const;
export type Template = keyof typeof templateLabels;

/** 制度: adopted, in force until repealed; its text is an attached file. */
export const policy = recordKind({
  type: "policy",
  name: "工作制度",
  unit: "项",
  router: "policies",
  under: groups.basics,
  titleOf: ({ title }) => `制度「${title}」`,
  fields: {
    title: text("名称", 100, {
      list: "sortable",
      search: true,
      hint: "正文请在保存后作为附件上传",
      headers: ["制度名称", "文件名称"],
    }),
    template: choice("对应的制度", templateLabels, {
      list: true,
      filter: true,
      headers: ["类别", "制度类别"],
    }),
    edition: maybe(text("版本", 40, { list: true, search: true, hint: "如 2026年修订", headers: ["版次"] })),
    occurredOn: pastDay("通过日期", { list: "sortable", headers: ["制定日期", "制定时间", "通过时间"] }),
    adoptedBy: maybe(text("通过的会议", 60, { list: "wide", hint: "如 主席团第3次会议" })),
    posted: maybe(
      yesNo("是否上墙", ["已上墙", "未上墙"], { list: "wide", owed: true, filter: true, headers: ["上墙"] }),
    ),
    repealedOn: maybe(day("废止日期", { list: "wide", empty: "在执行", hint: "仍在执行的不填" })),
  },
});
