import { choice, maybe, note, pastDay, text } from "@/lib/records/fields";
import { groups } from "@/lib/records/groups";
import { recordKind } from "@/lib/records/kind";

/** What the committee had before it. The approval of the year's plan has its own record, with the document's number. */
export const matterLabels = {
  report: "听取人大工作汇报",
  matter: "研究人大重要事项",
  posts: "研究人大干部、代表人选",
  conditions: "解决人员、经费、场所",
  other: "其他",
} as const;

/** 党委研究人大工作: a matter of the congress before the township's party committee, each of them a record. */
export const committeeHearing = recordKind({
  type: "committeeHearing",
  name: "党委研究人大工作",
  unit: "次",
  router: "committeeHearings",
  path: "committee-hearings",
  under: groups.basics,
  titleOf: ({ topic }) => `党委研究「${topic}」`,
  fields: {
    topic: text("议题", 100, { list: "sortable", search: true, headers: ["研究议题", "议题名称"] }),
    matter: choice("类别", matterLabels, { list: true, filter: true, headers: ["议题类别"] }),
    occurredOn: pastDay("会议日期", { list: "sortable", headers: ["日期", "时间"] }),
    meeting: text("党委会议", 60, {
      list: true,
      search: true,
      hint: "如 第12次党委会议；一次会议研究几个议题的，逐个登记",
      headers: ["会议名称", "会议"],
    }),
    decision: maybe(note("会议意见", 1000, { list: "wide", hint: "作了什么决定，交给谁办" })),
    documentNumber: maybe(text("纪要文号", 60, { search: true, hint: "纪要请在保存后作为附件上传" })),
  },
});
