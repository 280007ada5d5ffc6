import { categoryLabels } from "@/domains/suggestions/labels";
import {
  choice,
  count,
  day,
  formOnly,
  maybe,
  name,
  note,
  pastDay,
  people,
  phone,
  record,
  text,
} from "@/lib/records/fields";
import { rounded, unnamed } from "@/lib/records/headcounts";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";
import {
  channelLabels,
  opinionStateLabels,
  satisfactionLabels,
  stationKindLabels,
  weekdayLabels,
  weekLabels,
} from "./labels";

/** 联络站: where voters meet deputies, who looks after it, and the day of each month that is fixed for it. */
export const station = recordKind({
  type: "station",
  name: "联络站",
  unit: "个",
  router: "stations",
  under: groups.contact,
  rights: "contact",
  register: true,
  titleOf: ({ name: called }) => called,
  dayOf: ({ startsOn }) => startsOn,
  fields: {
    name: text("名称", 60, {
      list: "sortable",
      search: true,
      hint: "如 青山村代表联络站",
      headers: ["联络站名称", "站点名称", "联络站", "接待点"],
    }),
    kind: choice("类型", stationKindLabels, { list: "sortable", filter: true, headers: ["类别"] }),
    place: maybe(text("地点", 100, { list: "wide", search: true, headers: ["地址", "所在地"] })),
    officer: maybe(name("联络员", { list: true, owed: true, search: true, headers: ["负责人", "联系人"] })),
    officerPhone: maybe(phone("联络员电话", { headers: ["电话", "联系电话"] })),
    fixedDay: maybe(
      count("每月固定接待日", "日", {
        min: 1,
        max: 31,
        ...{ list: true, owed: true },
        hint: "如 15，当月没有这一天的为月末",
        headers: ["接待日", "固定接待日"],
      }),
    ),
    fixedWeek: maybe(choice("每月第几个星期", weekLabels, { hint: "填了每月几日的，这两项不用填" })),
    fixedWeekday: maybe(choice("星期几", weekdayLabels)),
    deputyIds: maybe(
      people("轮值代表", "station_deputy", { list: "count", owed: true, headers: ["进站代表", "驻站代表"] }),
    ),
    startsOn: day("启用日期", { list: "sortable", headers: ["设立日期", "建站时间", "成立时间"] }),
    endsOn: maybe(day("停用日期", { list: true, empty: "在用", headers: ["撤销日期"] })),
  },
  duty: { title: "联络站轮值", roles: { deputyIds: "轮值" } },
});

/** 接待日: deputies received voters at a station. */
export const reception = recordKind({
  type: "reception",
  name: "接待日",
  unit: "次",
  router: "receptions",
  path: "contact",
  rights: "contact",
  titleOf: ({ occurredOn }, names) => `${occurredOn} ${names?.["stationId"] ?? ""}接待`,
  planned: { work: "reception" },
  fields: {
    // The day first: by it one reception is told from another of the same station.
    occurredOn: pastDay("接待日期", { list: "sortable", headers: ["日期", "接待时间", "时间"] }),
    stationId: record("联络站", station, {
      list: true,
      search: true,
      headers: ["接待站点", "接待地点", "站点名称", "地点"],
    }),
    deputyIds: maybe(
      people("接待代表", "reception_deputy", {
        list: "count",
        hint: "只列当天在任的代表",
        headers: ["值班代表", "轮值代表", "代表"],
      }),
    ),
    ...unnamed("deputyIds", { instead: true, headers: ["接待代表人数", "值班代表人数"] }),
    visitors: maybe(
      count("接待选民", "人", {
        max: 10_000,
        list: "sortable",
        hint: "没有人来的填 0，并在主要事项里写明；不填的不计入接待月份",
        headers: ["接待人数", "来访人数"],
      }),
    ),
    visitorsAbout: rounded("visitors", "接待选民人数"),
    movedReason: maybe(
      text("固定接待日改期原因", 100, {
        inside: true,
        hint: "不在本站固定接待日接待的，写明为什么改到这一天；不写的，当月固定接待日仍算没有接待",
        headers: ["改期原因"],
      }),
    ),
    note: maybe(note("主要事项", 2000, { search: true, headers: ["接待情况", "内容", "备注"] })),
  },
  due: {
    receptionMissed: {
      what: "固定接待日还没有接待记录",
      act: "去登记接待",
      page: { read: "contact", write: "contact/new" },
    },
  },
  duty: { title: "接待选民", roles: { deputyIds: "接待" }, there: ["deputyIds"] },
});

/** 选民意见: what a voter said, until it is answered; who the voter is stays on the record's own page. */
export const voterOpinion = recordKind({
  type: "voterOpinion",
  name: "选民意见",
  unit: "条",
  router: "opinions",
  path: "contact/opinions",
  rights: "contact",
  titleOf: ({ topic }) => `选民意见「${topic}」`,
  fields: {
    topic: text("反映事项", 120, {
      inside: true,
      list: "sortable",
      search: true,
      hint: "一句话说清，转为建议时作标题",
      headers: ["反映问题", "意见建议", "事项", "意见", "问题"],
    }),
    content: maybe(note("具体内容", 5000, { search: true, headers: ["详细情况", "内容", "意见内容"] })),
    occurredOn: pastDay("收到日期", { list: "sortable", headers: ["日期", "时间", "反映时间", "接待时间"] }),
    category: choice("类别", categoryLabels, {
      list: "sortable",
      filter: true,
      headers: ["问题类别", "分类"],
    }),
    channel: choice("途径", channelLabels, { filter: true, headers: ["来源", "反映方式"] }),
    stationId: maybe(record("联络站", station, { headers: ["站点名称", "接待地点"] })),
    receptionId: maybe(record("来自接待日", reception, { hint: "接待日上听到的，选那一次接待" })),
    deputyIds: maybe(people("听取代表", "voter_opinion_deputy", { headers: ["接待代表", "代表"] })),
    voterName: maybe(formOnly(name("选民姓名", { headers: ["姓名", "反映人", "来访人"] }))),
    voterPhone: maybe(formOnly(phone("选民电话", { headers: ["电话", "联系电话", "联系方式"] }))),
  },
  filters: { state: choice("状态", opinionStateLabels) },
  due: {
    opinionAnswer: { what: "选民意见待答复", act: "去答复" },
    opinionCarried: { what: "选民意见已转办", act: "看进度" },
  },
  duty: { title: "听取选民意见", roles: { deputyIds: "听取" } },
  words: {
    fields: {
      answeredOn: "答复日期",
      answer: "答复内容",
      satisfaction: "选民满意度",
      ratedOn: "评价日期",
      suggestionId: "转为建议",
      petitionId: "转为信访件",
    },
    codes: { satisfaction: satisfactionLabels },
  },
});
