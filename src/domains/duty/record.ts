import { deputyGroup } from "@/domains/deputies/record";
import { choice, count, maybe, note, pastDay, people, person, record, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { basicWork } from "@/lib/records/standing";

export const groupActivityKindLabels = {
  discussion: "讨论议事",
  study: "学习",
  visit: "走访选民",
  inspection: "视察调研",
  service: "为民服务",
  other: "其他",
} as const;

/** 小组活动: what a group of deputies did together, and who came. */
export const groupActivity = recordKind({
  type: "groupActivity",
  name: "小组活动",
  unit: "次",
  router: "groupActivities",
  path: "group-activities",
  rights: "duty",
  under: basicWork,
  titleOf: ({ topic }, names) => `${names?.["groupId"] ?? ""}活动「${topic}」`,
  planned: { work: "groupActivity" },
  fields: {
    groupId: record("代表小组", deputyGroup, { list: true, search: true, headers: ["小组", "小组名称"] }),
    topic: text("活动主题", 200, {
      list: "sortable",
      search: true,
      headers: ["主题", "活动内容", "活动名称"],
    }),
    kind: choice("活动形式", groupActivityKindLabels, {
      list: true,
      filter: true,
      headers: ["形式", "类别"],
    }),
    occurredOn: pastDay("活动日期", { list: "sortable", headers: ["日期", "活动时间", "时间"] }),
    place: maybe(text("地点", 100, { list: "wide", search: true, headers: ["活动地点"] })),
    deputyIds: people("签到代表", "group_activity_deputy", {
      list: "count",
      hint: "只列当天在任的代表，可以整组选择",
      headers: ["参加代表", "参加人员", "到会代表"],
    }),
    note: maybe(note("活动记录", 8000, { search: true, hint: "计划、签到表可在保存后作为附件上传" })),
  },
  duty: { title: "参加小组活动", roles: { deputyIds: "参加" } },
});

const votes = (label: string, headers: readonly string[]) =>
  maybe(count(label, "票", { max: 100_000, list: "wide", headers }));

/** 代表述职: a deputy reports to the voters, who rate it on the spot. */
export const dutyReport = recordKind({
  type: "dutyReport",
  name: "代表述职",
  unit: "次",
  router: "dutyReports",
  path: "duty-reports",
  rights: "duty",
  under: basicWork,
  titleOf: (_, names) => `${names?.["deputyId"] ?? ""}述职`,
  planned: { work: "dutyReport" },
  fields: {
    deputyId: person("述职代表", { list: true, search: true, headers: ["代表", "姓名", "代表姓名"] }),
    occurredOn: pastDay("述职日期", { list: "sortable", headers: ["日期", "时间", "述职时间"] }),
    place: maybe(
      text("会议或地点", 100, {
        list: "wide",
        search: true,
        hint: "如 第三选区述职会",
        headers: ["地点", "会议"],
      }),
    ),
    voters: maybe(
      count("到会选民", "人", { max: 100_000, list: true, headers: ["参加选民", "到会人数", "选民人数"] }),
    ),
    good: votes("满意", ["满意票", "满意票数"]),
    fair: votes("基本满意", ["基本满意票", "基本满意票数"]),
    poor: votes("不满意", ["不满意票", "不满意票数"]),
    result: maybe(note("书面结果", 5000, { search: true, headers: ["述职内容", "评议意见", "备注"] })),
  },
  duty: { title: "向选民述职", roles: { deputyId: "述职" } },
});
