import type { Face } from "@/lib/records/kind";
import { importanceLabels, noticeStateLabels } from "./labels";

const fields = {
  ...{ title: "标题", body: "正文", documentNumber: "文号", importance: "重要程度", asked: "要求办理" },
  ...{
    dueOn: "办理期限",
    state: "状态",
    edition: "版次",
    townships: "发给",
    doneOn: "办结日期",
    doneText: "办理情况",
  },
};
const codes = { importance: importanceLabels, state: noticeStateLabels };

/** 县里的通知, as one township received it. */
export const noticeReceipt = {
  type: "noticeReceipt",
  name: "县人大通知",
  unit: "件",
  path: "notices",
  table: "notice_receipt",
  due: {
    noticeSign: { what: "县人大通知待签收", act: "去签收" },
    noticeDo: { what: "县人大通知要求的事待办", act: "去办理" },
  },
  words: { fields, codes },
} as const satisfies Face;

/** 通知: the county's own. */
export const countyNotice = {
  type: "countyNotice",
  name: "通知",
  unit: "件",
  path: null,
  table: "county_notice",
  due: { noticeOpen: { what: "通知要求的事还有乡镇没办", act: "去看看" } },
  words: { fields, codes },
} as const satisfies Face;
