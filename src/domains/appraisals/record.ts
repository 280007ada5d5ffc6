import { choice, count, formOnly, maybe, note, pastDay, people, text, units } from "@/lib/records/fields";
import { recordKind } from "@/lib/records/kind";
import { groups } from "@/lib/records/groups";
import { appraisalName, modeLabels, outcomeLabels, quarterLabels } from "./labels";

const year = count("评议年度", "", { min: 1949, max: 2100, list: "sortable" });

/** 站所评议: a quarter's round, in which the deputies judge the stations and units of the township one by one. */
export const appraisal = recordKind({
  type: "appraisal",
  name: "站所评议",
  unit: "轮",
  router: "appraisals",
  rights: "supervision",
  under: groups.supervision,
  titleOf: ({ year: of, quarter }) => appraisalName(of, quarter),
  planned: { work: "appraisal" },
  due: {
    appraisalRound: {
      what: "本季度的站所评议还没有登记",
      act: "登记评议",
      page: { read: "appraisals", write: "appraisals/new" },
    },
    appraisalOutcomes: {
      what: "年终评议已登记，结果还没有运用",
      act: "去运用",
      page: { read: "appraisals", write: "appraisals" },
    },
  },
  duty: { title: "参加站所评议", roles: { deputyIds: "参加评议" }, there: ["deputyIds"] },
  lists: { "appraisals.setLines": "各单位得分" },
  words: {
    fields: {
      lines: "各单位得分",
      score: "得分",
      complaintPoints: "投诉扣分",
      handlingPoints: "办理扣分",
      reason: "扣分原因",
      said: "评议意见",
    },
  },
  fields: {
    year,
    quarter: choice("季度", quarterLabels, {
      list: "sortable",
      filter: true,
      hint: "第四季度是年终评议",
    }),
    mode: choice("评议方式", modeLabels, { list: true, filter: true }),
    occurredOn: pastDay("评议日期", { list: "sortable" }),
    issued: count("发出评议票", "张", { min: 1, max: 10_000, list: true, hint: "评议由全体代表参加" }),
    returned: count("收回评议票", "张", { max: 10_000, list: true }),
    handlingPercent: formOnly(
      maybe(count("建议办理占综合得分", "%", { max: 100, hint: "年终评议时填，不填按 30%" })),
    ),
    deputyIds: maybe(
      people("参加评议的代表", "appraisal_deputy", {
        ...{ list: "count", owed: true },
        hint: "只列评议当天在任的代表，可以以后补填",
      }),
    ),
    opinion: maybe(note("总的评议意见", 4000, { search: true })),
  },
});

/** 评议结果运用: a plaque, a notice, or the party committee's word on a dual-managed station, for one unit or several. */
export const appraisalOutcome = recordKind({
  type: "appraisalOutcome",
  name: "评议结果运用",
  unit: "项",
  router: "appraisalOutcomes",
  path: "appraisals/outcomes",
  rights: "supervision",
  under: groups.supervision,
  titleOf: ({ year: of, kind }) => `${of}年${outcomeLabels[kind]}`,
  fields: {
    year,
    kind: choice("怎样运用", outcomeLabels, { list: true, filter: true }),
    occurredOn: pastDay("日期", { list: "sortable" }),
    unitIds: units("单位", "appraisal_outcome_unit", { list: true }),
    documentNumber: maybe(
      text("文号", 60, { list: true, search: true, hint: "奖牌和通报都要有主席团文件的文号" }),
    ),
    content: maybe(
      note("内容", 4000, { empty: "无", hint: "双管站所写乡镇党委的年度考核意见；通报不写，打印时自动成文" }),
    ),
    sentOn: maybe(pastDay("报送主管局委日期", { list: "wide" })),
    sentTo: maybe(text("报送哪些主管局委", 200)),
  },
  steps: {
    send: {
      name: "报送",
      act: "登记报送主管局委",
      day: "sentOn",
      asks: ["sentTo"],
      hint: "结果同时送被评议的单位和它的主管局委",
    },
  },
});
