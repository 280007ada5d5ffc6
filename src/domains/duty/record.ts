import { deputyGroup } from "@/domains/deputies/record";
import { choice, count, maybe, note, pastDay, people, person, record, text } from "@/lib/records/fields";
import { unnamed } from "@/lib/records/headcounts";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";

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
  under: groups.deputies,
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
    deputyIds: maybe(
      people("签到代表", "group_activity_deputy", {
        list: "count",
        hint: "只列当天在任的代表，可以整组选择",
        headers: ["参加代表", "参加人员", "到会代表"],
      }),
    ),
    ...unnamed("deputyIds", { instead: true, headers: ["参加人数", "到会人数"] }),
    note: maybe(note("活动记录", 8000, { search: true, hint: "计划、签到表可在保存后作为附件上传" })),
  },
  duty: { title: "参加小组活动", roles: { deputyIds: "参加" }, there: ["deputyIds"] },
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
  under: groups.deputies,
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
      count("到会选民", "人", {
        max: 100_000,
        list: true,
        owed: true,
        headers: ["参加选民", "到会人数", "选民人数"],
      }),
    ),
    good: votes("满意", ["满意票", "满意票数"]),
    fair: votes("基本满意", ["基本满意票", "基本满意票数"]),
    poor: votes("不满意", ["不满意票", "不满意票数"]),
    result: maybe(note("书面结果", 5000, { search: true, headers: ["述职内容", "评议意见", "备注"] })),
  },
  duty: { title: "向选民述职", roles: { deputyId: "述职" }, there: ["deputyId"] },
});

/** As many as one deputy can call on in a day: five minutes each, from morning to evening. */
export const mostHouseholds = 100;

export const visitKindLabels = {
  visit: "走访选民",
  forum: "选民座谈会",
  advice: "献计献策",
  service: "办实事",
  help: "帮扶困难户",
  mediation: "调解纠纷",
} as const;

/** 联系走访: what one deputy did among voters; how many households counts where it is a visit or help. */
export const deputyVisit = recordKind({
  type: "deputyVisit",
  name: "联系走访",
  unit: "次",
  router: "deputyVisits",
  path: "deputy-visits",
  rights: "duty",
  under: groups.deputies,
  titleOf: ({ kind }, names) => `${names?.["deputyId"] ?? ""}${visitKindLabels[kind]}`,
  fields: {
    deputyId: person("代表", { list: true, search: true, headers: ["姓名", "代表姓名"] }),
    occurredOn: pastDay("日期", { list: "sortable", headers: ["走访日期", "联系日期", "时间"] }),
    kind: choice("事项", visitKindLabels, { list: true, filter: true, headers: ["类别", "联系方式"] }),
    households: maybe(
      count("户数", "户", {
        min: 1,
        max: mostHouseholds,
        list: true,
        hint: "走访、帮扶了几户；只登记到人的填人数，不填按 1 户计",
        headers: ["走访户数", "走访人数", "人数"],
      }),
    ),
    place: maybe(text("村（社区）", 100, { list: "wide", search: true, headers: ["地点", "村", "社区"] })),
    note: maybe(note("情况", 2000, { search: true, headers: ["内容", "反映的问题", "备注"] })),
  },
  duty: { title: "联系走访选民", roles: { deputyId: "本人" }, there: ["deputyId"] },
});

/** 履职异议: a deputy has no account, so the office writes down what is disputed in the duty file, and the township's answer. */
export const dutyDispute = recordKind({
  type: "dutyDispute",
  name: "履职异议",
  unit: "件",
  router: "dutyDisputes",
  path: "duty-disputes",
  rights: "duty",
  under: groups.deputies,
  titleOf: ({ topic }, names) => `${names?.["deputyId"] ?? ""}对「${topic}」有异议`,
  fields: {
    deputyId: person("提出异议的代表", { list: true, search: true }),
    topic: text("对哪一条记录有异议", 200, {
      inside: true,
      list: true,
      search: true,
      hint: "如 5月12日小组活动没有记我参加",
    }),
    occurredOn: pastDay("提出日期", { list: "sortable" }),
    reason: maybe(note("代表的说明", 2000)),
    answeredOn: maybe(pastDay("答复日期", { list: "sortable" })),
    answer: maybe(note("乡镇人大的答复", 2000, { hint: "写明核实结果；记录确有错漏的，先到那条记录更正" })),
  },
  steps: { answer: { name: "答复", act: "登记答复", day: "answeredOn", asks: ["answer"] } },
  due: { dutyDispute: { what: "代表的履职异议待答复", act: "去答复" } },
  duty: { title: "提出履职异议", roles: { deputyId: "提出" } },
});

export const inspectionKindLabels = { half: "半年检查", year: "年终检查", other: "其他检查" } as const;

/** 履职档案检查: the township looks through its deputies' duty files. */
export const dutyInspection = recordKind({
  type: "dutyInspection",
  name: "履职档案检查",
  unit: "次",
  router: "dutyInspections",
  path: "duty-inspections",
  rights: "duty",
  under: groups.deputies,
  titleOf: ({ kind, occurredOn }) => `履职档案${inspectionKindLabels[kind]}（${occurredOn}）`,
  fields: {
    occurredOn: pastDay("检查日期", { list: "sortable" }),
    kind: choice("检查", inspectionKindLabels, { list: true, filter: true }),
    inspectors: maybe(text("检查人", 100, { inside: true, list: "wide", search: true })),
    result: note("检查结果", 4000, { search: true, hint: "哪些代表的记录不全、要求何时补齐" }),
  },
});
