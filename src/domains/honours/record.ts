import { groups } from "@/lib/records/groups";
import { choice, maybe, note, pastDay, people, text } from "@/lib/records/fields";
import { unnamed } from "@/lib/records/headcounts";
import { recordKind } from "@/lib/records/kind";

export const honourKindLabels = {
  deputy: "优秀代表",
  suggestion: "优秀建议",
  handling: "办理工作先进单位",
  group: "先进代表小组",
  congress: "乡镇人大受表彰",
  other: "其他",
} as const;

export const honourLevelLabels = {
  township: "乡镇",
  county: "县（区）",
  city: "市",
  province: "省（直辖市）及以上",
} as const;

/** 表彰奖励: the last of the deputies' six steps, who was commended at the end of the year, for what and by whom. */
export const honour = recordKind({
  type: "honour",
  name: "表彰奖励",
  unit: "次",
  router: "honours",
  under: groups.deputies,
  titleOf: ({ kind, title }) => `${honourKindLabels[kind]}「${title}」`,
  fields: {
    title: text("表彰名称", 100, {
      list: "sortable",
      search: true,
      hint: "如 2026年度优秀人大代表",
      headers: ["荣誉名称", "奖项", "表彰项目"],
    }),
    kind: choice("表彰什么", honourKindLabels, { list: true, filter: true, headers: ["类别", "表彰类别"] }),
    level: choice("级别", honourLevelLabels, { list: true, filter: true, headers: ["表彰级别"] }),
    occurredOn: pastDay("表彰日期", { list: "sortable", headers: ["日期", "时间", "表彰时间"] }),
    issuedBy: text("表彰机关", 100, {
      list: "wide",
      search: true,
      headers: ["授予单位", "表彰单位", "颁发单位"],
    }),
    documentNumber: maybe(text("文号", 60, { list: "wide", search: true, headers: ["表彰文号"] })),
    deputyIds: maybe(
      people("受表彰的代表", "honour_deputy", {
        list: "count",
        hint: "优秀建议填提出的代表",
        headers: ["代表姓名", "受表彰代表"],
      }),
    ),
    ...unnamed("deputyIds", { label: "未录姓名的受表彰代表", unit: "名", headers: ["受表彰代表人数"] }),
    recipients: maybe(
      note("受表彰的建议、小组或单位", 500, {
        hint: "写明名称，建议写标题和编号",
        headers: ["受表彰对象", "受表彰单位"],
      }),
    ),
  },
  duty: { title: "受表彰", roles: { deputyIds: "受表彰" } },
});
