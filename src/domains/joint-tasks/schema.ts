import { z } from "zod";
import { codesOf } from "@/lib/choices";
import {
  countyChange,
  day,
  id,
  inCounty,
  inTownship,
  lines,
  optional,
  optionalId,
  optionalLines,
  optionalText,
  text,
  townshipChange,
  version,
  year,
} from "@/server/trpc/inputs";
import { answerLabels, committeeLabels, sectionLabels, taskKindLabels } from "./labels";
import { defaultLimits } from "./rules/limits";
import { severityWords } from "./rules/merged";
import { ratingLevels } from "./rules/ratings";

const item = z.strictObject({
  code: text(20, "要点编号"),
  text: text(500, "要点"),
  article: optionalText(60, "条款"),
});
const items = z.array(item).max(100, "检查要点最多100条");
const member = z.strictObject({
  id: optionalId,
  name: text(40, "姓名"),
  role: optionalText(60, "身份"),
});
const unit = text(60, "受检单位");
const part = z.strictObject({
  townshipId: id,
  from: day("到乡镇第一天"),
  until: day("到乡镇最后一天"),
  units: z.array(unit).max(50, "受检单位最多50个").default([]),
});
const task = {
  title: text(100, "任务名称"),
  kind: z.enum(codesOf(taskKindLabels), "请选择类别"),
  lawName: optionalText(100, "法律法规"),
  basis: optionalText(300, "依据"),
  committee: z.enum(codesOf(committeeLabels), "请选择牵头的工委"),
  windowFrom: day("开展时段第一天"),
  windowUntil: day("开展时段最后一天"),
  resultDueOn: day("成果期限"),
  ask: lines(2000, "要求"),
  members: z.array(member).max(60, "参加人员最多60人").default([]),
  /** one of the county's own by its id, or a preset by its code */
  checklist: optionalText(60, "检查清单"),
  planItem: optionalText(200, "年度监督计划事项"),
  parts: z.array(part).max(500, "乡镇太多").default([]),
};
const why = lines(300, "理由");
/** why days are kept although something speaks against them; the county's own word, which no township reads */
const acceptWhy = optionalLines(300, "有冲突仍这样安排的理由");

export const yearInput = inCounty({ year: optional(year) });
export const taskInput = inCounty({ id });
export const remediesInput = inCounty({ id });
export const companionsInput = inCounty({ id });
export const setUpInput = inCounty({});
export const draftInput = countyChange(task);
export const editInput = countyChange({ id, version, acceptWhy, ...task });
export const taskChangeInput = countyChange({ id, version });
/** @property acceptWhy why it is issued although something speaks against its days */
export const issueInput = countyChange({ id, version, acceptWhy: optionalLines(300, "仍要下发的理由") });
/** @property noReportWhy why there is no issued report */
export const closeInput = countyChange({ id, version, noReportWhy: optionalLines(300, "不出报告的理由") });
export const taskReasonInput = countyChange({ id, version, reason: lines(300, "原因") });
export const startInput = countyChange({ id, version });
export const answerInput = countyChange({
  id,
  version,
  agreed: z.boolean("请选择同意或不同意"),
  why: optionalLines(300, "答复"),
  acceptWhy,
});
export const moveInput = countyChange({
  id,
  version,
  from: day("第一天"),
  until: day("最后一天"),
  why,
  acceptWhy,
});
export const drawsInput = inCounty({ id });
/** @property seen how often it was announced before, as whoever announces saw it */
export const announceDrawInput = countyChange({
  id,
  seen: z.int().min(0).max(1000, "重抽的次数不对，请刷新页面"),
  source: text(200, "公开号码"),
  opensOn: day("产生的日期"),
  per: z.int("家数应为整数").min(1, "每个乡镇至少抽1家").max(50, "每个乡镇最多抽50家"),
  reason: optionalLines(300, "重抽理由"),
  pools: z
    .array(
      z.strictObject({
        townshipId: id,
        units: z.array(unit).min(1, "名单不能是空的").max(200, "名单最多200家"),
      }),
    )
    .min(1, "请至少给一个乡镇定名单")
    .max(500, "乡镇太多"),
});
export const drawInput = countyChange({ id, number: version, text: text(200, "号码") });
/** `id` is carried out in one visit with the part `into`. */
export const mergeInput = countyChange({
  id,
  version,
  into: id,
  from: day("第一天"),
  until: day("最后一天"),
  why,
  acceptWhy,
});
const span = { from: day("第一天"), until: day("最后一天") };
const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("move"), id, version, ...span }),
  z.strictObject({ kind: z.literal("merge"), id, version, into: id, ...span }),
  z.strictObject({ kind: z.literal("drop"), id, version }),
]);
/** What the check proposed for drafts, taken over in one go. */
export const arrangeInput = countyChange({
  changes: z.array(change).min(1, "没有要调整的安排").max(2000, "一次最多调整 2000 处"),
  why,
});
export const dropInput = countyChange({ id, version, why });
export const judgeInput = countyChange({
  id,
  version,
  verdict: z.enum(["accepted", "returned"], "请选择认定或退回"),
  why: optionalLines(500, "意见"),
});
export const checklistInput = countyChange({
  id: optionalId,
  version: optional(version),
  name: text(60, "清单名称"),
  lawName: optionalText(100, "法律法规"),
  items: items.min(1, "请至少写一条要点"),
});
export const markInput = countyChange({
  name: text(40, "名称"),
  from: day("第一天"),
  until: day("最后一天"),
  townships: z.array(id).max(500, "乡镇太多").default([]),
});
export const strikeInput = countyChange({ id, version });
const atMost = (label: string) => z.int(`${label}应为整数`).min(1, `${label}至少为1`).max(365);
export const limitsInput = countyChange({
  version: optional(version),
  townshipPerYear: atMost("一个乡镇一年的次数"),
  gapDays: z.int("相隔天数应为整数").min(0, "相隔天数不能是负数").max(365),
  unitPerYear: atMost("一个单位一年的次数"),
  papersPerYear: z
    .int("表格、报告份数应为整数")
    .min(1, "表格、报告份数至少为1")
    .max(1000)
    .default(defaultLimits.papersPerYear),
});

export const ownInput = inTownship({ year: optional(year) });
export const partInput = inTownship({ id });
export const acceptInput = townshipChange({ id, version });
export const proposeInput = townshipChange({ id, version, from: day("第一天"), until: day("最后一天"), why });
export const requestMergeInput = townshipChange({ id, version, with: id, why });
/** Links the activity named, or registers one. */
export const carryOutInput = townshipChange({
  id,
  version,
  activityId: optionalId,
  occurredOn: day("活动日期"),
  endedOn: optional(day("结束日期")),
  deputyIds: z.array(id).max(300, "一次最多300人").default([]),
});
/** Who might go along on these days, so many. */
export const teamInput = inTownship({
  id,
  from: day("活动日期"),
  until: optional(day("结束日期")),
  need: z.int("人数应为整数").min(1, "至少推荐1人").max(30, "一次最多推荐30人"),
});
export const submitInput = townshipChange({ id, version, resultText: lines(4000, "成果") });
/** `version` is that of the answer as it was seen; null where the point was still open. */
export const answerPointInput = townshipChange({
  id,
  code: text(20, "要点编号"),
  unit: optionalText(60, "受检单位"),
  version: optional(version),
  answer: z.enum(codesOf(answerLabels), "请选择合格、有问题或不适用"),
  severity: optional(z.enum(codesOf(severityWords), "请选择轻微、一般或严重")),
  note: optionalLines(1000, "说明"),
  place: optionalText(100, "地点"),
  seenOn: day("查看日期"),
});

export const mergedInput = inCounty({ id });
/** @property version the text's that was changed; 0 where none was kept yet */
/** Nought before anything was saved. */
const textVersion = version.or(z.literal(0));
export const saveReportInput = countyChange({
  id,
  version: textVersion,
  sections: z
    .array(z.strictObject({ code: z.enum(codesOf(sectionLabels)), text: optionalLines(8000, "正文") }))
    .length(codesOf(sectionLabels).length, "四个部分要一起保存"),
});
export const issueReportInput = countyChange({ id, version: textVersion });
export const nameBureausInput = countyChange({
  id,
  version,
  bureaus: z.array(text(40, "部门名称")).min(1, "请至少写一个部门").max(100, "部门最多100个"),
});
export const ratingResultsInput = inCounty({ id });
const ballots = (label: string) => z.int(`${label}应为整数`).min(0, `${label}不能是负数`).max(100_000);
export const ratingsInput = inTownship({ id, on: optional(day("评议日期")) });
export const rateInput = townshipChange({
  id,
  version,
  level: z.enum(ratingLevels, "请选择哪一级代表"),
  ratedOn: day("评议日期"),
  lines: z
    .array(
      z.strictObject({
        ...{ bureau: text(40, "部门名称"), issued: ballots("发出"), returned: ballots("收回") },
        ...{ satisfied: ballots("满意"), basic: ballots("基本满意"), dissatisfied: ballots("不满意") },
        abstained: ballots("弃权"),
      }),
    )
    .max(100, "部门最多100个"),
});

export type MergedInput = z.output<typeof mergedInput>;
export type SaveReportInput = z.output<typeof saveReportInput>;
export type IssueReportInput = z.output<typeof issueReportInput>;
export type NameBureausInput = z.output<typeof nameBureausInput>;
export type RatingResultsInput = z.output<typeof ratingResultsInput>;
export type RatingsInput = z.output<typeof ratingsInput>;
export type RateInput = z.output<typeof rateInput>;
export type YearInput = z.output<typeof yearInput>;
export type TaskInput = z.output<typeof taskInput>;
export type IssueInput = z.output<typeof issueInput>;
export type ArrangeInput = z.output<typeof arrangeInput>;
export type CompanionsInput = z.output<typeof companionsInput>;
export type RemediesInput = z.output<typeof remediesInput>;
export type DraftInput = z.output<typeof draftInput>;
export type EditInput = z.output<typeof editInput>;
export type TaskChangeInput = z.output<typeof taskChangeInput>;
export type CloseInput = z.output<typeof closeInput>;
export type TaskReasonInput = z.output<typeof taskReasonInput>;
export type StartInput = z.output<typeof startInput>;
export type AnswerInput = z.output<typeof answerInput>;
export type MoveInput = z.output<typeof moveInput>;
export type MergeInput = z.output<typeof mergeInput>;
export type DropInput = z.output<typeof dropInput>;
export type JudgeInput = z.output<typeof judgeInput>;
export type ChecklistInput = z.output<typeof checklistInput>;
export type MarkInput = z.output<typeof markInput>;
export type StrikeInput = z.output<typeof strikeInput>;
export type LimitsInput = z.output<typeof limitsInput>;
export type OwnInput = z.output<typeof ownInput>;
export type PartInput = z.output<typeof partInput>;
export type AcceptInput = z.output<typeof acceptInput>;
export type ProposeInput = z.output<typeof proposeInput>;
export type RequestMergeInput = z.output<typeof requestMergeInput>;
export type CarryOutInput = z.output<typeof carryOutInput>;
export type TeamInput = z.output<typeof teamInput>;
export type DrawsInput = z.output<typeof drawsInput>;
export type AnnounceDrawInput = z.output<typeof announceDrawInput>;
export type DrawInput = z.output<typeof drawInput>;
export type SubmitInput = z.output<typeof submitInput>;
export type AnswerPointInput = z.output<typeof answerPointInput>;
