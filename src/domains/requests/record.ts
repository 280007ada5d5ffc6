import { groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";
import { requestKindLabels, resultLabels } from "./labels";

/** 请示: a township asks, the county answers [R92]. */
export const townshipRequest = {
  type: "townshipRequest",
  name: "请示",
  unit: "件",
  path: "requests",
  under: groups.liaison,
  table: "township_request",
  due: {
    requestConfirm: { what: "请示已答复，待确认", act: "去确认" },
    requestReceive: { what: "乡镇请示待收件", act: "去收件" },
    requestAnswer: { what: "乡镇请示待答复", act: "去答复" },
  },
  words: {
    fields: {
      ...{ kind: "类别", title: "请示事项", content: "具体情况", sentOn: "送出日期", result: "答复结果" },
      ...{ receiveDueOn: "收件期限", answerDueOn: "答复期限", receivedOn: "收件日期", answerText: "答复" },
      ...{ postponedUntil: "延期到", postponeReason: "延期理由", answeredOn: "答复日期", passedTo: "转给" },
      confirmedOn: "确认日期",
    },
    codes: { kind: requestKindLabels, result: resultLabels },
  },
} as const satisfies Face;

export const requestTerm = {
  type: "requestTerm",
  name: "请示办理期限",
  unit: "项",
  path: null,
  table: "request_term",
  words: { fields: { receiveDays: "收件（工作日）", answerDays: "答复（工作日）" } },
} as const satisfies Face;
