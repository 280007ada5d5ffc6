import { committeeLabels } from "@/domains/joint-tasks/labels";
import { groups } from "@/lib/records/groups";
import type { Face } from "@/lib/records/kind";
import { requestKindLabels } from "./labels";

const fields = {
  ...{ title: "名称", kind: "形式", ask: "要什么", basis: "依据", committee: "牵头", dueOn: "报送期限" },
  ...{ townships: "乡镇", held: "系统已有", despite: "仍要报送的理由", recallReason: "撤回原因" },
};
const codes = { kind: requestKindLabels, committee: committeeLabels };

/** 要数据: what the county asks its townships to report; the township's own row of it has the page. */
export const dataRequest = {
  type: "dataRequest",
  name: "县要数据",
  unit: "项",
  path: null,
  table: "data_request",
  words: { fields, codes },
} as const satisfies Face;

/** What one township owes of a request, and its answer. */
export const dataAsk = {
  type: "dataAsk",
  name: "数据报送",
  unit: "项",
  path: "data-requests",
  under: groups.supervision,
  table: "data_ask",
  due: {
    dataAsk: { what: "县人大要的数据待报送", act: "去报送" },
    dataAskLate: { what: "乡镇逾期没有报送的数据", act: "去看看" },
    dataAskReturned: { what: "报送的数据退回补充", act: "去补充" },
  },
  words: {
    fields: {
      ...{ ...fields, answer: "报送内容", heldKey: "数据已在系统中", answeredOn: "报送日期" },
      ...{ returnWhy: "退回原因", returnedOn: "退回日期" },
    },
    codes,
  },
} as const satisfies Face;
