import { choice, day, maybe, name, person, text, yesNo } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";

export const postLabels = {
  chair: "主席",
  viceChair: "副主席",
  secretary: "秘书",
  liaison: "联络员",
  officer: "工作人员",
} as const;

/** 人大岗位: who does the congress's daily work, since when, and what else they do. */
export const post = recordKind({
  type: "post",
  name: "人大岗位",
  unit: "人",
  router: "posts",
  under: groups.basics,
  register: true,
  titleOf: ({ post: held, name: who }) => `${postLabels[held]}${who}`,
  dayOf: ({ startsOn }) => startsOn,
  fields: {
    name: name("姓名", { list: "sortable", search: true }),
    post: choice("岗位", postLabels, { list: true, filter: true, headers: ["职务"] }),
    deputyId: maybe(person("本级代表", { hint: "是代表的请从名册选择，姓名以名册为准" })),
    fullTime: yesNo("专兼职", ["专职", "兼职"], { list: true, filter: true }),
    otherJobs: maybe(
      text("兼任工作", 200, {
        list: true,
        search: true,
        empty: "无",
        hint: "如 党委书记、安全生产、纪委书记",
        headers: ["兼职", "分管工作"],
      }),
    ),
    startsOn: day("任职日期", { list: "sortable", headers: ["任职时间"] }),
    endsOn: maybe(day("离任日期", { list: true, empty: "在任", hint: "在任的不填", headers: ["离任时间"] })),
  },
});
