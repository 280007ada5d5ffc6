import { groups } from "@/lib/records/groups";
import { choice, maybe, note, pastDay, text } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { fiscalStepLabels } from "./rules";

/** 财政监督: one of the year's five steps — budget drafted, carried out, adjusted, accounted for, and its key spending — examined. */
export const fiscalCheck = recordKind({
  type: "fiscalCheck",
  name: "财政监督",
  unit: "次",
  router: "fiscal",
  under: groups.supervision,
  titleOf: ({ stage }) => `${fiscalStepLabels[stage]}监督`,
  planned: { work: "fiscalCheck" },
  fields: {
    stage: choice("环节", fiscalStepLabels, {
      list: "sortable",
      filter: true,
      headers: ["监督环节", "类别"],
    }),
    occurredOn: pastDay("审查日期", { list: "sortable", headers: ["日期", "时间"] }),
    subject: text("审查的内容", 300, {
      list: true,
      search: true,
      hint: "如 上半年预算执行情况的报告；报告和批复作为附件上传",
      headers: ["审查内容", "内容"],
    }),
    opinion: note("审查意见", 4000, { search: true, headers: ["意见", "意见建议"] }),
    examinedBy: maybe(
      text("谁来审查", 100, { list: "wide", hint: "如 人代会、主席团会议、财经小组", headers: ["审查方式"] }),
    ),
  },
});
