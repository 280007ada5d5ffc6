import { groups } from "@/lib/records/groups";
import { choice, day, maybe, note, pastDay, text, unit } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { hearingLabels, reportKindLabels } from "./labels";
import { reportStageLabels } from "./rules/stages";

/** 专项工作报告: heard, deliberated, its opinion handed to the government and followed until it is carried out. */
export const specialWorkReport = recordKind({
  type: "specialWorkReport",
  name: "专项工作报告",
  unit: "项",
  router: "workReports",
  path: "reports",
  under: groups.supervision,
  titleOf: ({ topic }) => `专项工作报告「${topic}」`,
  filters: { stage: choice("进度", reportStageLabels) },
  due: {
    reportOpinion: { what: "报告听取后还没有审议意见", act: "登记审议意见" },
    reportHandover: { what: "审议意见还没有交办", act: "登记交办" },
    reportResponse: { what: "审议意见待政府反馈", act: "登记反馈" },
  },
  planned: { work: "specialReport" },
  fields: {
    topic: text("报告题目", 200, {
      list: "sortable",
      search: true,
      headers: ["题目", "议题", "报告名称", "听取议题"],
    }),
    kind: choice("类别", reportKindLabels, {
      list: true,
      filter: true,
      hint: "两种年度报告也计入本年听取审议的专项报告",
      headers: ["报告类别"],
    }),
    occurredOn: day("听取日期", {
      list: "sortable",
      hint: "还没听取的，填计划听取的日期",
      headers: ["日期", "听取时间", "时间"],
    }),
    body: choice("听取的会议", hearingLabels, { headers: ["会议", "会议类别"] }),
    unitId: maybe(unit("报告单位", { list: "wide", owed: true, headers: ["报告机关"] })),
    materialsSentOn: maybe(
      day("材料送达日期", { hint: "会前把报告送到代表手里的日期", headers: ["材料送达"] }),
    ),
    opinionOn: maybe(pastDay("审议日期", { headers: ["审议意见日期"] })),
    opinion: maybe(note("审议意见", 4000, { search: true, headers: ["审议意见内容"] })),
    handedOn: maybe(pastDay("交办日期", { headers: ["交办时间"] })),
    respondedOn: maybe(pastDay("反馈日期", { headers: ["反馈时间", "答复日期"] })),
    response: maybe(note("反馈情况", 4000, { headers: ["研究处理情况", "办理情况"] })),
    implementedOn: maybe(pastDay("落实日期", { hint: "跟踪检查，确认审议意见落实到位的日期" })),
    implementation: maybe(note("落实情况", 4000, { headers: ["跟踪落实情况"] })),
  },
  steps: {
    deliberate: { name: "审议", act: "登记审议意见", day: "opinionOn", asks: ["opinion"] },
    hand: {
      name: "交办",
      act: "登记交办",
      day: "handedOn",
      after: "deliberate",
      hint: "把审议意见送交政府研究处理的日期，反馈期限从这天算起",
    },
    respond: { name: "反馈", act: "登记反馈", day: "respondedOn", asks: ["response"], after: "hand" },
    implement: {
      name: "落实",
      act: "登记落实情况",
      day: "implementedOn",
      asks: ["implementation"],
      after: "respond",
    },
  },
});
