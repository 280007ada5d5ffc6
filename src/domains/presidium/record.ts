import {
  choice,
  count,
  day,
  formOnly,
  maybe,
  name,
  note,
  pastDay,
  person,
  text,
  yesNo,
} from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { attendanceLabels } from "@/domains/sessions/labels";
import { meetingKindLabels, presidiumPostLabels, quarterLabels, servingLabels } from "./labels";

/** 主席团成员: who sits in the presidium or serves it, with dates; past members stay for the meetings they attended. */
export const presidiumMember = recordKind({
  type: "presidiumMember",
  name: "主席团成员",
  unit: "人",
  router: "presidiumMembers",
  path: "presidium/members",
  rights: "presidium",
  register: true,
  titleOf: ({ name: who, post }) => `主席团成员${who}（${presidiumPostLabels[post]}）`,
  dayOf: ({ startsOn }) => startsOn,
  filters: { serving: choice("任职", servingLabels) },
  fields: {
    deputyId: maybe(person("代表", { search: true, hint: "从代表名册选择；秘书等不是代表的，在下面填姓名" })),
    name: name("姓名", { list: "sortable", search: true }),
    post: choice("职务", presidiumPostLabels, { list: true, filter: true }),
    fullTime: maybe(yesNo("专兼职", ["专职", "兼职"], { list: true, owed: true })),
    otherPosts: maybe(
      text("兼任职务", 200, {
        list: true,
        search: true,
        empty: "无",
        hint: "如 党委书记、分管安全生产",
      }),
    ),
    startsOn: day("任职日期", { list: "sortable" }),
    endsOn: maybe(day("离任日期", { list: "sortable", empty: "在任", hint: "在任的不填" })),
  },
});

export const presidiumMeeting = recordKind({
  type: "presidiumMeeting",
  name: "主席团会议",
  unit: "次",
  router: "presidium",
  titleOf: ({ kind, topic }) => `主席团${meetingKindLabels[kind]}「${topic}」`,
  due: {
    presidiumMeeting: {
      what: "本季度主席团会议还没开够",
      act: "登记会议",
      page: { read: "presidium", write: "presidium/new" },
    },
  },
  duty: { title: "出席主席团会议", roles: attendanceLabels, there: ["present"] },
  planned: { work: { regular: "presidiumMeeting", special: "presidiumMeeting" } },
  lists: { "presidium.recordAttendance": "未出席" },
  filters: { quarter: choice("季度", quarterLabels) },
  fields: {
    topic: text("议题", 200, { list: true, search: true }),
    kind: choice("类别", meetingKindLabels, {
      list: true,
      filter: true,
      hint: "座谈协商不是主席团会议，不计入每季度一次",
    }),
    occurredOn: pastDay("会议日期", { list: "sortable" }),
    number: maybe(count("会次", "", { min: 1, max: 999, list: "sortable", hint: "本届第几次，可不填" })),
    decisions: maybe(note("议定事项", 4000, { list: "wide", search: true })),
    place: maybe(text("地点", 100, { search: true })),
    membersTotal: formOnly(maybe(count("应到成员", "人", { max: 10_000 }))),
    membersPresent: formOnly(maybe(count("实到成员", "人", { max: 10_000 }))),
  },
});
