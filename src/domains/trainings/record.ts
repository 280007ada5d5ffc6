import { groups } from "@/lib/records/groups";
import { choice, count, maybe, pastDay, people, text } from "@/lib/records/fields";
import { unnamed } from "@/lib/records/headcounts";
import { recordKind } from "@/lib/records/kind";

export const trainingKindLabels = {
  course: "集中培训",
  lecture: "专题讲座",
  studyTour: "外出学习",
  atMeeting: "以会代训",
  online: "网上学习",
} as const;

/** 代表培训: what deputies were taught, when and by whom, and who took part; its hours are kept and never scored. */
export const training = recordKind({
  type: "training",
  name: "代表培训",
  unit: "次",
  router: "trainings",
  under: groups.deputies,
  titleOf: ({ kind, topic }) => `${trainingKindLabels[kind]}「${topic}」`,
  fields: {
    topic: text("主题", 200, {
      list: "sortable",
      search: true,
      headers: ["培训主题", "培训内容", "培训名称"],
    }),
    kind: choice("培训形式", trainingKindLabels, {
      list: "sortable",
      filter: true,
      headers: ["形式", "培训类别", "培训方式"],
    }),
    occurredOn: pastDay("培训日期", { list: "sortable", headers: ["日期", "培训时间", "时间"] }),
    hours: maybe(
      count("学时", "", { min: 1, max: 200, list: "wide", hint: "只作记录，不计分", headers: ["课时"] }),
    ),
    speaker: maybe(
      text("主讲人", 100, {
        inside: true,
        list: "wide",
        search: true,
        hint: "姓名和单位，几位用顿号隔开",
        headers: ["授课人", "讲师"],
      }),
    ),
    place: maybe(text("地点", 100, { search: true, headers: ["培训地点"] })),
    deputyIds: maybe(
      people("参加代表", "training_participant", {
        ...{ list: "count", owed: true },
        hint: "只列培训当天在任的代表，可以以后补填",
        headers: ["参加人员", "参训代表"],
      }),
    ),
    ...unnamed("deputyIds", { max: 2000, headers: ["参训人次", "培训人次", "参加人数", "参训人数"] }),
  },
  planned: { work: "training" },
  duty: { title: "参加代表培训", roles: { deputyIds: "参加" }, there: ["deputyIds"] },
});
