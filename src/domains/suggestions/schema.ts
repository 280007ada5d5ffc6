import { z } from "zod";
import {
  day,
  entry,
  id,
  importRows,
  inTownship,
  lines,
  listInput,
  optional,
  optionalDay,
  optionalId,
  optionalLines,
  optionalPhone,
  optionalText,
  text,
  townshipChange,
  version,
} from "@/server/trpc/inputs";
import {
  officeConfirmMethods,
  consultationMethods,
  outcomes,
  officeRatingMethods,
  ratingWords,
  suggestionCategories,
  suggestionKinds,
  suggestionOrigins,
  suggestionStates,
} from "./rules/states";

const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words, label: string) =>
  z.enum(words, `请选择${label}`);
const tick = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

// Suggestions: list and records

export const suggestionSorts = ["number", "receivedOn", "dueOn", "title", "state"] as const;
const filter = {
  state: z.enum([...suggestionStates, "registered"]).nullish(),
  category: z.enum(suggestionCategories).nullish(),
  unitId: id.nullish(),
  overdue: z.boolean().default(false),
  voided: z.boolean().default(false),
};
export const listSuggestionsInput = inTownship({ ...listInput(suggestionSorts), ...filter });

const content = {
  kind: oneOf(suggestionKinds, "建议或议案"),
  title: text(120, "标题"),
  content: lines(5000, "内容"),
  category: oneOf(suggestionCategories, "类别"),
  origin: oneOf(suggestionOrigins, "来源"),
  sessionId: optionalId,
  leadDeputyId: id,
  cosignerIds: z
    .array(id)
    .max(200)
    .default([])
    .refine((ids) => new Set(ids).size === ids.length, "附议代表有重复"),
  occurredOn: day("提出日期"),
  isPublic: tick,
  ...entry,
};
export const createSuggestionInput = townshipChange({ ...content, submit: tick });
export const editSuggestionInput = townshipChange({ id, version, ...content, submit: tick });

/** A matter of an earlier year with what its papers say of it; what they do not say is left empty. */
export const createClosedInput = townshipChange({
  ...content,
  leadUnitId: optionalId,
  coUnitIds: z.array(id).max(20).default([]),
  complex: tick,
  assignedOn: optionalDay("交办日期"),
  repliedOn: optionalDay("答复日期"),
  reply: optionalLines(5000, "答复内容"),
  documentNumber: optionalText(60, "答复文号"),
  rating: optional(z.enum(ratingWords)),
  ratedOn: optionalDay("测评日期"),
  outcome: oneOf(outcomes, "办理结果"),
  outcomeNote: optionalLines(1000, "结果说明"),
  closedOn: optionalDay("办结日期"),
});

// Steps: each names the record, the version it was seen in, and its own day

const step = <const Shape extends z.core.$ZodShape>(what: string, shape: Shape) =>
  townshipChange({ id, version, occurredOn: day(what), ...shape });

export const submitInput = townshipChange({ id, version });
export const passInput = step("审核日期", { lawOk: tick, contentOk: tick, formOk: tick });
export const returnInput = step("审核日期", {
  lawOk: tick,
  contentOk: tick,
  formOk: tick,
  reason: lines(300, "退回原因"),
});
export const mergeInput = step("审核日期", { targetId: id });
const unitsChosen = { leadUnitId: id, coUnitIds: z.array(id).max(20).default([]) };
export const assignInput = step("交办日期", {
  ...unitsChosen,
  complex: tick,
  assignmentMeetingOn: optionalDay("交办会日期"),
});
export const requestReturnInput = step("申请退办日期", { reason: lines(300, "退办理由") });
export const reassignInput = step("改派日期", { ...unitsChosen, note: optionalLines(300, "说明") });
export const keepAssignmentInput = step("决定日期", { note: lines(300, "维持原交办的理由") });
export const acceptInput = step("三落实日期", {
  people: z
    .array(
      z.strictObject({
        lineId: id,
        leader: text(30, "分管领导"),
        caseOfficer: text(30, "专办人员"),
        officerPhone: optionalPhone("专办人员电话"),
      }),
    )
    .min(1, "请填写承办单位的分管领导和专办人员")
    .max(21),
});
export const consultInput = step("面商日期", {
  method: oneOf(consultationMethods, "面商方式"),
  place: optionalText(60, "地点"),
  unitPerson: optionalText(60, "单位参加人"),
  note: optionalLines(1000, "面商情况"),
  confirmedByDeputyId: optionalId,
  confirmMethod: optional(z.enum(officeConfirmMethods)),
});
export const confirmInput = step("确认日期", {
  consultationId: id,
  deputyId: id,
  confirmMethod: oneOf(officeConfirmMethods, "确认方式"),
});
export const replyInput = step("答复日期", {
  content: lines(5000, "答复内容"),
  documentNumber: optionalText(60, "文号"),
  signedBy: optionalText(30, "签发人"),
  writtenToSigners: z.int().min(0).max(200).default(0),
});
const ratingFields = {
  rating: oneOf(ratingWords, "满意度"),
  method: oneOf(officeRatingMethods, "测评方式"),
  deputyId: id,
  witnessDeputyId: optionalId,
  comment: optionalLines(500, "代表意见"),
};
export const rateInput = step("测评日期", ratingFields);
export const markNotRatedInput = townshipChange({ id, version });
export const holdPresidiumInput = step("会议日期", { note: lines(1000, "协商情况") });
export const judgeReasonInput = step("认定日期", {
  ratingId: id,
  valid: z.boolean("请选择理由是否正当"),
  note: lines(300, "认定理由"),
});
export const requestDeferralInput = step("申请日期", {
  reason: lines(500, "延期理由"),
  measures: lines(500, "办理措施"),
  newDueOn: day("最迟办理日期"),
});
export const decideDeferralInput = step("决定日期", {
  approved: z.boolean("请选择是否同意"),
  note: optionalLines(300, "说明"),
});
const promiseFields = { content: lines(500, "承诺事项"), dueOn: day("承诺时限") };
export const closeInput = step("办结日期", {
  outcome: oneOf(outcomes, "办理结果"),
  note: optionalLines(1000, "结果说明"),
  promises: z.array(z.strictObject(promiseFields)).max(10).default([]),
});
export const addPromiseInput = step("承诺日期", promiseFields);
export const fulfilPromiseInput = step("兑现日期", { promiseId: id, note: lines(500, "兑现情况") });
export const verifyPromiseInput = step("核实日期", { promiseId: id, ...ratingFields });
export const callBackInput = step("回访日期", { note: lines(1000, "回访情况") });

// Import from a workbook: texts as people typed them, each row with its number in the sheet

export const importRowsInput = importRows;

export type ListSuggestionsInput = z.output<typeof listSuggestionsInput>;
export type CreateSuggestionInput = z.output<typeof createSuggestionInput>;
export type CreateClosedInput = z.output<typeof createClosedInput>;
export type EditSuggestionInput = z.output<typeof editSuggestionInput>;
export type SubmitInput = z.output<typeof submitInput>;
export type PassInput = z.output<typeof passInput>;
export type ReturnInput = z.output<typeof returnInput>;
export type MergeInput = z.output<typeof mergeInput>;
export type AssignInput = z.output<typeof assignInput>;
export type RequestReturnInput = z.output<typeof requestReturnInput>;
export type ReassignInput = z.output<typeof reassignInput>;
export type KeepAssignmentInput = z.output<typeof keepAssignmentInput>;
export type AcceptInput = z.output<typeof acceptInput>;
export type ConsultInput = z.output<typeof consultInput>;
export type ConfirmInput = z.output<typeof confirmInput>;
export type ReplyInput = z.output<typeof replyInput>;
export type RateInput = z.output<typeof rateInput>;
export type MarkNotRatedInput = z.output<typeof markNotRatedInput>;
export type HoldPresidiumInput = z.output<typeof holdPresidiumInput>;
export type JudgeReasonInput = z.output<typeof judgeReasonInput>;
export type RequestDeferralInput = z.output<typeof requestDeferralInput>;
export type DecideDeferralInput = z.output<typeof decideDeferralInput>;
export type CloseInput = z.output<typeof closeInput>;
export type AddPromiseInput = z.output<typeof addPromiseInput>;
export type FulfilPromiseInput = z.output<typeof fulfilPromiseInput>;
export type VerifyPromiseInput = z.output<typeof verifyPromiseInput>;
export type CallBackInput = z.output<typeof callBackInput>;
export type ImportRowsInput = z.output<typeof importRowsInput>;
