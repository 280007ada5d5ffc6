import { categoryLabels } from "@/domains/suggestions/labels";
import { choice, formOnly, maybe, name, note, pastDay, phone, text, unit } from "@/lib/records/fields";
import { type Face, recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";
import { townshipWriters } from "@/lib/roles";
import { channelLabels, repeatLabels, satisfactionLabels, stateLabels, wayLabels } from "./labels";

/** 信访件: seen by the chair and the office of the township alone; forwarded and supervised, never handled [R60]. */
export const petition = recordKind({
  type: "petition",
  name: "信访件",
  unit: "件",
  router: "petitions",
  under: groups.contact,
  readers: townshipWriters,
  titleOf: ({ topic }) => `信访件「${topic}」`,
  fields: {
    topic: text("反映事项", 120, {
      list: "sortable",
      search: true,
      hint: "一句话说清",
      headers: ["信访事项", "反映问题", "来访事由", "事项", "主要诉求"],
    }),
    occurredOn: pastDay("收到日期", {
      list: "sortable",
      headers: ["日期", "来访时间", "来信时间", "收件日期", "登记时间", "时间"],
    }),
    channel: choice("途径", channelLabels, { list: true, filter: true, headers: ["来源", "信访形式"] }),
    category: choice("类别", categoryLabels, { filter: true, headers: ["问题类别", "分类", "内容分类"] }),
    petitionerName: maybe(formOnly(name("信访人", { headers: ["姓名", "信访人姓名", "来访人", "反映人"] }))),
    petitionerPhone: maybe(formOnly(phone("信访人电话", { headers: ["电话", "联系电话", "联系方式"] }))),
    content: maybe(note("具体情况", 5000, { headers: ["详细情况", "内容", "主要内容"] })),
    notedOn: maybe(pastDay("阅批日期", { headers: ["批示日期"] })),
    notedBy: maybe(text("阅批领导", 40, { headers: ["批示领导"] })),
    leaderNote: maybe(note("阅批意见", 2000, { headers: ["领导批示", "批示意见"] })),
    assignedOn: maybe(pastDay("转交办日期", { list: "wide", headers: ["转办日期", "交办日期"] })),
    way: maybe(choice("方式", wayLabels, { headers: ["办理方式"] })),
    unitId: maybe(unit("承办单位", { list: true, headers: ["责任单位", "交办单位", "转办单位"] })),
    extendedOn: maybe(pastDay("延期日期")),
    extendReason: maybe(text("延期理由", 200)),
    finishedOn: maybe(pastDay("办结日期", { list: "wide", headers: ["办结时间"] })),
    result: maybe(note("办理结果", 4000, { headers: ["处理结果", "办理情况", "处理情况"] })),
    concludedOn: maybe(pastDay("结案日期")),
    closingReport: maybe(note("结案报告", 4000, { hint: "写明结论；报告全文可以作为附件上传" })),
    calledOn: maybe(pastDay("回访日期", { headers: ["回访时间"] })),
    satisfaction: maybe(choice("信访人是否满意", satisfactionLabels, { headers: ["回访结果", "满意度"] })),
    reportedOn: maybe(pastDay("反馈县人大日期")),
    countyReport: maybe(note("反馈县人大内容", 4000, { hint: "县人大看到的就是这一段，不要写信访人的电话" })),
  },
  filters: { state: choice("环节", stateLabels), repeat: choice("重复", repeatLabels) },
  steps: {
    note: {
      ...{ name: "阅批", act: "登记领导阅批", day: "notedOn", asks: ["notedBy", "leaderNote"] },
      hint: "主席或分管领导阅后签署的意见",
    },
    assign: {
      ...{ name: "转交办", act: "登记转办、交办", day: "assignedOn", asks: ["way", "unitId"] },
      hint: "交给有权处理的单位；人大督办，不直接处理",
    },
    extend: {
      ...{ name: "延期", act: "登记延期", day: "extendedOn", asks: ["extendReason"], after: "assign" },
      ...{ aside: true, until: "finish", hint: "情况复杂、承办单位申请延长的，写明理由" },
    },
    finish: {
      ...{ name: "办结", act: "登记办理结果", day: "finishedOn", asks: ["result"], after: "assign" },
      hint: "承办单位书面答复的结果",
    },
    conclude: {
      ...{ name: "结案", act: "登记结案报告", day: "concludedOn", asks: ["closingReport"], after: "finish" },
    },
    callBack: {
      ...{ name: "回访", act: "登记回访", day: "calledOn", asks: ["satisfaction"], after: "finish" },
      hint: "当面或打电话问信访人对办理结果是否满意",
    },
    report: {
      ...{ name: "反馈", act: "向县人大反馈", day: "reportedOn", asks: ["countyReport"], after: "finish" },
      aside: true,
    },
  },
  due: {
    petitionForward: { what: "信访件待转办、交办", act: "去转交办" },
    petitionFinish: { what: "信访件待承办单位办结", act: "去督办" },
    handedPetition: {
      what: "县人大交办信访件待反馈",
      act: "去接收",
      page: { read: "petitions", write: "petitions" },
    },
  },
});

/** 县交办信访: the county's own row; told by its number to those who may not see what it is about [R65]. */
export const countyPetition = {
  type: "countyPetition",
  name: "县交办信访",
  unit: "件",
  path: null,
  table: "county_petition",
  words: { fields: { voidReason: "撤回原因", dueOn: "反馈期限", number: "件号" } },
} as const satisfies Face;

/** What it is called where its matter must not be read. */
export const handedTitle = (number: number): string => `县交办信访第${number}件`;
