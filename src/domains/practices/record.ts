import type { Face } from "@/lib/records/kind";
import { partLabels, practiceStateLabels, topicLabels } from "./labels";

/** 经验: what works in a township, told so that others can do it. */
export const practice = {
  type: "practice",
  name: "经验",
  unit: "条",
  path: "practices/own",
  table: "practice",
  due: {
    practiceConfirm: { what: "经验待主席确认", act: "去确认" },
    practiceReturned: { what: "经验被县人大退回", act: "去修改" },
    practiceAsked: { what: "经验收到提问未回答", act: "去回答" },
  },
  words: {
    fields: {
      ...{ topic: "主题", title: "标题", ...partLabels },
      ...{ metrics: "关联指标", evidence: "佐证记录", number: "第几版", state: "状态" },
      ...{ confirmedOn: "确认日期", publishedOn: "发布日期", returnReason: "退回原因", reason: "原因" },
      ...{ retiredOn: "停止推广日期", words: "内容", benefit: "效果", helped: "有效" },
    },
    codes: { topic: topicLabels, state: practiceStateLabels },
  },
} as const satisfies Face;

/** 采用: how a township takes another's practice over. */
export const practiceAdoption = {
  type: "practiceAdoption",
  name: "经验采用",
  unit: "条",
  path: "practices/adoptions",
  table: "practice_adoption",
  due: {
    adoptionConfirm: { what: "采用的经验待确认效果", act: "去确认" },
  },
  words: {
    fields: {
      ...{ steps: "本乡镇的步骤", owner: "责任人", beginsOn: "开始日期", untilOn: "计划结束日期" },
      ...{ metric: "看哪项指标", stoppedOn: "停止日期", reason: "原因" },
      ...{ confirmedOn: "确认日期", helped: "有效", benefit: "效果" },
    },
  },
} as const satisfies Face;
