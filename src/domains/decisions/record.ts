import { groups } from "@/lib/records/groups";
import { choice, maybe, note, pastDay, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { filingLabels, resolutionKindLabels } from "./labels";

/** 决议决定: what a session adopted, who carries it out, and whether it was filed with the county. */
export const resolution = recordKind({
  type: "resolution",
  name: "决议决定",
  unit: "件",
  router: "resolutions",
  under: groups.sessions,
  titleOf: ({ kind, title }) => `${resolutionKindLabels[kind]}「${title}」`,
  filters: { filing: choice("备案", filingLabels) },
  lists: { "resolutions.setTasks": "任务" },
  due: {
    resolutionFiling: { what: "决议决定还没有报县人大常委会备案", act: "登记备案" },
    resolutionTask: { what: "决议决定的任务还没有完成", act: "看任务" },
  },
  fields: {
    title: text("标题", 200, {
      list: "sortable",
      search: true,
      headers: ["名称", "决议名称", "决议决定名称"],
    }),
    kind: choice("类别", resolutionKindLabels, { list: true, filter: true }),
    occurredOn: pastDay("通过日期", { list: "sortable", headers: ["日期", "通过时间"] }),
    content: maybe(note("内容", 8000, { search: true, hint: "全文可以作为附件上传" })),
    vote: maybe(text("表决结果", 100, { hint: "如 全体代表 55 人，赞成 50 票", headers: ["表决情况"] })),
    filedOn: maybe(pastDay("备案日期", { list: "wide", empty: "未报", headers: ["报备日期"] })),
    concludedOn: maybe(pastDay("办结日期", { headers: ["落实日期"] })),
    progress: maybe(note("执行情况", 4000, { headers: ["落实情况", "进展情况"] })),
  },
  steps: {
    file: { name: "备案", act: "登记备案", day: "filedOn", hint: "报县人大常委会备案的日期" },
    conclude: {
      name: "办结",
      act: "登记执行完毕",
      day: "concludedOn",
      asks: ["progress"],
      hint: "任务都完成后登记；执行中的进展写在任务里",
    },
  },
});
