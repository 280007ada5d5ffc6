import { groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";
import { answerLabels, kindLabels, partLabels, verdictLabels } from "./labels";

const fields = {
  ...{ kind: "类别", title: "名称", heldOn: "日期", place: "地点", topic: "主题", answerBy: "答复期限" },
  ...{ agenda: "议程", minutes: "纪要", calledOffWhy: "取消原因", invitees: "邀请的乡镇" },
} as const;

/** 交流活动: what the county calls its townships together for; a township's invitation to it has the page. */
export const gathering = {
  type: "gathering",
  name: "交流活动",
  unit: "次",
  path: null,
  table: "gathering",
  words: { fields, codes: { kind: kindLabels } },
} as const satisfies Face;

/** A township's invitation to one of them. */
export const gatheringInvitation = {
  type: "gatheringInvitation",
  name: "交流活动邀请",
  unit: "次",
  path: "exchange",
  under: groups.practices,
  table: "gathering_invitation",
  due: {
    gatheringToAnswer: { what: "县人大邀请待答复", act: "去答复" },
    visitToTell: { what: "互访收获待填写", act: "去填写" },
  },
  words: {
    fields: {
      ...fields,
      ...{ part: "身份", speaksOn: "发言题目", answer: "答复", answerName: "参加人", answerWhy: "说明" },
      ...{ came: "到会", cameNames: "到会人员", learned: "收获" },
    },
    codes: { kind: kindLabels, part: partLabels, answer: answerLabels },
  },
} as const satisfies Face;

/** What a township promised at a symposium. */
export const commitment = {
  type: "commitment",
  name: "座谈会承诺",
  unit: "项",
  path: null,
  table: "commitment",
  due: {
    commitmentDue: {
      what: "座谈会承诺待报告",
      act: "去报告",
      page: { read: "exchange", write: "exchange" },
    },
  },
  words: {
    fields: {
      ...{ said: "承诺", ownerName: "责任人", dueOn: "完成期限", metric: "指标", figureThen: "当时数字" },
      ...{ report: "落实情况", verdict: "结果", verdictWhy: "说明", figureNow: "现在数字" },
    },
    codes: { verdict: verdictLabels },
  },
} as const satisfies Face;
