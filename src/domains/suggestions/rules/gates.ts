import { type LawChoice, lawRule } from "@/domains/tenancy/rules/law";
import { addDays, type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { Deadline } from "./deadlines";
import {
  attemptOf,
  confirmedConsultationOf,
  consultationOf,
  currentUnits,
  isSigner,
  lastRatingOf,
  lastReplyOf,
  leadUnitOf,
  openDeferralOf,
  type SuggestionFacts,
} from "./facts";
import { only } from "./stage";
import { isPromise, needsExplaining, type SuggestionKind, type SuggestionState } from "./states";

const working = ["accepted", "consulted", "redo"] as const;

export const editNeedsDraft = (facts: SuggestionFacts): Decision =>
  only(facts, ["draft", "returned"], "修改内容；需要时请先在三关审核中退回");

/** Number and year were given on the day it was put forward; a day of another year would leave it counted in the wrong one (R68). */
export function receiptKeepsItsYear(number: { year: number; number: number }, receivedOn: Day): Decision {
  return yearOf(receivedOn) === number.year
    ? allow
    : about(
        "occurredOn",
        deny(
          `这件建议编为 ${number.year} 年第 ${number.number} 号，提出日期不能改到 ${yearOf(receivedOn)} 年。年份登记错了的，请作废后重新登记。`,
        ),
      );
}

/** A bill needs five deputies (地方组织法第22条); a suggestion one. */
export function submitNeedsSigners(
  { kind, receivedOn, signers }: { kind: SuggestionKind; receivedOn: Day; signers: number },
  law: LawChoice,
): Decision {
  const { value, citation } = lawRule(law, "bill.minDeputies", receivedOn);
  if (signers === 0) return deny("还没有领衔代表，请先选择代表。");
  if (kind === "bill" && signers < value) {
    return about(
      "cosignerIds",
      deny(`议案要有${value}名以上代表联名，现有${signers}名。请补足代表或改为建议。`, citation),
    );
  }
  return allow;
}

export const submitNeedsDraft = (facts: SuggestionFacts, law: LawChoice): Decision =>
  firstDenial(
    only(facts, ["draft", "returned"], "提交"),
    submitNeedsSigners({ ...facts, signers: facts.signers.length }, law),
  );

export const checkNeedsSubmission = (facts: SuggestionFacts): Decision =>
  only(facts, ["submitted"], "做三关审核");

/** Law, content and form: all three or back to the deputies with the reason (R69). */
export function passNeedsThreeChecks(checks: { law: boolean; content: boolean; form: boolean }): Decision {
  const missing = [
    checks.law ? null : "法律法规关",
    checks.content ? null : "内容质量关",
    checks.form ? null : "文字格式关",
  ].filter((word) => word !== null);
  if (missing.length === 0) return allow;
  return deny(`${missing.join("、")}没有打勾，不能通过。请核对后打勾，或选「退回代表修改」并写明原因。`);
}

const notInHand: readonly SuggestionState[] = ["draft", "returned", "merged", "closed"];

/** Only what is in hand can take in another suggestion of the same matter. */
export const mayTakeIn = (state: SuggestionState): boolean => !notInHand.includes(state);

/** Two suggestions of the same matter become one; the one that stays is still being worked on, so that none ends by merging (R69). */
export function mergeNeedsLivingTarget(
  target: { state: SuggestionState; isSelf: boolean },
  facts: SuggestionFacts,
): Decision {
  if (target.isSelf) return deny("不能并入它自己，请选择另一件建议。");
  if (mayTakeIn(target.state)) return checkNeedsSubmission(facts);
  if (target.state === "closed") {
    return deny("要并入的那件已经办结，请选择正在办理的建议，或让这件单独办理。");
  }
  return deny("要并入的那件还没有提交或已并入别件，请选择正在办理的建议。");
}

export const assignNeedsCheck = (facts: SuggestionFacts): Decision =>
  only(facts, ["checked"], "交办；请先完成三关审核");

export function assignNeedsOneLead(leadUnitId: string, coUnitIds: readonly string[]): Decision {
  if (coUnitIds.includes(leadUnitId))
    return about("coUnitIds", deny("主办单位不能同时是会办单位，请去掉重复的单位。"));
  const once = new Set(coUnitIds).size === coUnitIds.length;
  return once ? allow : about("coUnitIds", deny("会办单位有重复，请去掉重复的单位。"));
}

export const reassignNeedsReturnRequest = (facts: SuggestionFacts): Decision =>
  only(facts, ["returnRequested"], "处理退办申请");

/** A unit that is not competent says so within ten days of the assignment [ZJ-S 14]. */
export function returnNeedsHaste(facts: SuggestionFacts, law: LawChoice, requestedOn: Day): Decision {
  const { value, citation } = lawRule(law, "suggestion.returnDays", facts.assignedOn ?? requestedOn);
  const last = addDays(facts.assignedOn ?? requestedOn, value);
  return firstDenial(
    only(facts, ["assigned"], "申请退办"),
    requestedOn <= last
      ? allow
      : deny(`退办应在交办后${value}天内提出（最迟${last}）。现在请办理，或申请延期。`, citation),
  );
}

export const acceptNeedsAssignment = (facts: SuggestionFacts): Decision =>
  only(facts, ["assigned"], "登记三落实");

/** Unit, leader in charge and case officer are all named before the work begins [R71]. */
export function threeAssignmentsNeedPeople(
  facts: SuggestionFacts,
  named: readonly { lineId: string; leader: string; caseOfficer: string }[],
): Decision {
  const lead = leadUnitOf(facts);
  const known = new Set(currentUnits(facts).map((unit) => unit.id));
  if (named.some((line) => !known.has(line.lineId))) {
    return deny("有的单位已不再承办这件建议，请刷新后重新填写。");
  }
  if (lead === undefined || !named.some((line) => line.lineId === lead.id)) {
    return deny("请填写主办单位的分管领导和专办人员：承办单位、分管领导、专办人员三落实后才算开始办理。");
  }
  return allow;
}

/** After a redo failed, the presidium brings both sides together before the next reply [CQ-S 27]. */
export function furtherRedoNeedsPresidium(facts: SuggestionFacts): Decision {
  const rating = lastRatingOf(facts);
  if (facts.redoCount < 2 || rating === undefined) return allow;
  if (facts.presidiumMeetingOn !== null && facts.presidiumMeetingOn >= rating.ratedOn) return allow;
  return deny(
    "重新办理后代表仍不满意，请先由主席团召集代表和承办单位面对面协商并登记会议。",
    "参照重庆市建议工作条例第27条",
  );
}

export function firstConsultationNeedsWork(facts: SuggestionFacts): Decision {
  if (facts.state === "assigned") return deny("还没有三落实，请先登记承办单位的分管领导和专办人员。");
  return firstDenial(only(facts, working, "登记答复前的面商"), furtherRedoNeedsPresidium(facts));
}

export const secondConsultationNeedsRating = (facts: SuggestionFacts): Decision =>
  only(facts, ["rated", "notRated"], "登记办结前的面商；请先完成代表测评");

/** The deputy says that the consultation took place; a note of the unit's alone is not enough (R72). */
export function confirmationNeedsConsultation(
  facts: SuggestionFacts,
  consultation: { confirmedOn: Day | null } | undefined,
): Decision {
  if (consultation === undefined) return deny("没有要确认的面商，请先登记面商。");
  if (consultation.confirmedOn !== null) return deny(`这次面商代表已于${consultation.confirmedOn}确认。`);
  return only(facts, [...working, "rated", "notRated"], "确认面商");
}

export function deputyMustBeSigner(facts: SuggestionFacts, deputyId: string): Decision {
  return isSigner(facts, deputyId)
    ? allow
    : deny("只有领衔或附议这件建议的代表可以确认和测评，请重新选择代表。");
}

/** No reply without consulting the deputies first, and their confirmation [R72]. */
export function replyNeedsFirstConsultation(facts: SuggestionFacts): Decision {
  const stage = firstDenial(only(facts, working, "登记答复"), furtherRedoNeedsPresidium(facts));
  if (!stage.allowed) return stage;
  if (confirmedConsultationOf(facts, 1) !== undefined) return allow;
  const nth = attemptOf(facts) > 1 ? `第${attemptOf(facts)}次答复前` : "答复前";
  return consultationOf(facts, 1) === undefined
    ? deny(`尚未与代表面商（${nth}），不能答复。请先登记面商。`)
    : deny(`${nth}的面商代表还没有确认，不能答复。请先登记代表的确认。`);
}

/** A reply is written to the deputies who signed: to no more than there are. */
export function replyFitsSigners(facts: SuggestionFacts, writtenToSigners: number): Decision {
  const signers = facts.signers.length;
  return writtenToSigners > signers
    ? about(
        "writtenToSigners",
        deny(`书面答复代表 ${writtenToSigners} 人，多于领衔和附议代表 ${signers} 人，请核对人数。`),
      )
    : allow;
}

/** Within the window only; afterwards the suggestion is marked as not rated, never as satisfied [CQ-S 27, 29]. */
export function ratingNeedsReply(facts: SuggestionFacts, ratedOn: Day): Decision {
  if (facts.state === "notRated") return deny("测评期已满并标记为未测评，不能补登满意度。");
  const stage = only(facts, ["replied"], "登记测评");
  if (!stage.allowed) return stage;
  return facts.ratingDueOn !== null && ratedOn > facts.ratingDueOn
    ? deny(`测评期到${facts.ratingDueOn}为止。期满未测评的请标记为未测评，不计入满意度。`)
    : allow;
}

/** A paper ballot is entered by the office, so a second deputy vouches for it. */
export function paperRatingNeedsWitness(input: {
  method: string;
  deputyId: string;
  witnessDeputyId: string | null;
}): Decision {
  if (input.witnessDeputyId === input.deputyId)
    return about("witnessDeputyId", deny("见证代表要是另一位代表，请重新选择。"));
  if (input.method === "paper" && input.witnessDeputyId === null) {
    return about("witnessDeputyId", deny("纸质测评要有另一位代表见证，请选择见证代表。"));
  }
  return allow;
}

export function notRatedNeedsWindowPast(facts: SuggestionFacts, today: Day): Decision {
  const stage = only(facts, ["replied"], "标记未测评");
  if (!stage.allowed) return stage;
  return facts.ratingDueOn !== null && today <= facts.ratingDueOn
    ? deny(`测评期到${facts.ratingDueOn}为止，期满后才能标记未测评。现在请联系代表测评。`)
    : allow;
}

/** Only when a redo failed does the presidium call both sides; one meeting for each failed redo. */
export function presidiumNeedsFailedRedo(facts: SuggestionFacts): Decision {
  const stage = only(facts, ["redo"], "登记主席团协商会");
  if (!stage.allowed) return stage;
  if (facts.redoCount < 2) return deny("第一次重办还没有答复，重办后仍不满意时才由主席团召集协商。");
  return furtherRedoNeedsPresidium(facts).allowed ? deny("这次协商会已经登记。") : allow;
}

/** One request at a time, before the reply, to a later day, with the latest day the law leaves (延办反馈书). */
export function deferralNeedsRoom(
  facts: SuggestionFacts,
  dueOn: Day | null,
  limit: Deadline | null,
  asked?: Day,
): Decision {
  const stage = only(facts, ["assigned", ...working], "申请延期");
  if (!stage.allowed) return stage;
  if (openDeferralOf(facts) !== undefined) return deny("已有一份延办申请等待决定，请先作出决定。");
  if (limit !== null && dueOn !== null && dueOn >= limit.dueOn) {
    return deny(`已到最长期限${limit.dueOn}，不能再延期。`, limit.citation);
  }
  if (asked === undefined) return allow;
  if (dueOn !== null && asked <= dueOn) return about("newDueOn", deny(`新的期限要晚于现在的期限${dueOn}。`));
  return limit !== null && asked > limit.dueOn
    ? about("newDueOn", deny(`延期最迟到${limit.dueOn}。请改为这一天或更早。`, limit.citation))
    : allow;
}

export const decisionNeedsDeferral = (facts: SuggestionFacts): Decision =>
  openDeferralOf(facts) === undefined ? deny("没有等待决定的延办申请。") : allow;

/** The reply of the current attempt, and the deputies' own word on it, both stand before closing. */
export function closingNeedsSecondConsultation(facts: SuggestionFacts): Decision {
  if (facts.state === "replied" && lastReplyOf(facts) !== undefined) {
    return deny("代表还没有测评，不能办结。请先登记测评，或期满后标记未测评。");
  }
  const stage = only(facts, ["rated", "notRated"], "办结");
  if (!stage.allowed) return stage;
  if (confirmedConsultationOf(facts, 2) !== undefined) return allow;
  return consultationOf(facts, 2) === undefined
    ? deny("尚未再次与代表面商，不能办结。请先登记办结前的面商。")
    : deny("办结前的面商代表还没有确认，不能办结。请先登记代表的确认。");
}

/** Promises have days, what is explained or reported up has its reason (R75). */
export function outcomeNeedsGrounds(
  outcome: string,
  given: { promises: number; note: string | null },
): Decision {
  if (isPromise(outcome) && given.promises === 0) {
    return deny("正在解决或列入计划的，要写明承诺事项和完成时限。请至少登记一项承诺。");
  }
  if (!needsExplaining(outcome) || given.note !== null) return allow;
  return about(
    "note",
    deny(outcome === "D" ? "请写明向代表解释说明的内容。" : "请写明向哪一级、哪个单位反映上报。"),
  );
}

export const promiseNeedsReply = (facts: SuggestionFacts): Decision =>
  only(facts, ["replied", "rated", "notRated", "tracking"], "登记承诺");

export const callbackNeedsClosing = (facts: SuggestionFacts): Decision =>
  only(facts, ["closed", "tracking"], "登记回访；请在办结后回访代表");

export function voidNeedsNoMerged(mergedHere: number): Decision {
  return mergedHere === 0 ? allow : deny(`有${mergedHere}件建议并入了这一件，请先处理那些建议再作废。`);
}
