import "server-only";
import { workingCalendarOf } from "@/domains/workdays/data";
import { type Day, utcOf } from "@/lib/dates";
import { firstDenial } from "@/lib/decision";
import { obey } from "@/lib/obey";
import { enteredToday, keyOf, newLine } from "@/server/db/record";
import type { TownshipScope } from "@/server/db/scope";
import type { Case } from "../data/case";
import { consultationMethodLabels } from "../labels";
import { dayFollows } from "../rules/days";
import { deferralLimit, ratingDeadline, replyDueOf } from "../rules/deadlines";
import {
  attemptOf,
  confirmedConsultationOf,
  lastRatingOf,
  lastReplyOf,
  openDeferralOf,
  consultRoundOf,
} from "../rules/facts";
import {
  confirmationNeedsConsultation,
  decisionNeedsDeferral,
  deferralNeedsRoom,
  deputyMustBeSigner,
  firstConsultationNeedsWork,
  presidiumNeedsFailedRedo,
  replyFitsSigners,
  replyNeedsFirstConsultation,
  secondConsultationNeedsRating,
} from "../rules/gates";
import type {
  ConfirmInput,
  ConsultInput,
  DecideDeferralInput,
  HoldPresidiumInput,
  ReplyInput,
  RequestDeferralInput,
} from "../schema";
import { takeStep } from "./step";

/** The step a consultation follows: the rating in the second round, the redo's cause or the acceptance in the first. */
function beforeConsultation(current: Case): { day: Day | null; what: string } {
  const { facts } = current;
  if (consultRoundOf(facts) === 2) {
    return { day: lastReplyOf(facts)?.repliedOn ?? null, what: "答复日期" };
  }
  return facts.redoCount > 0
    ? { day: lastRatingOf(facts)?.ratedOn ?? null, what: "不满意测评日期" }
    : { day: facts.acceptedOn, what: "三落实日期" };
}

const nameOf = ({ lines }: Case, deputyId: string): string =>
  lines.signers.find((signer) => signer.deputyId === deputyId)?.name ?? "";

function occasionOf(round: number, attempt: number): string {
  if (round === 2) return "办结前";
  return attempt > 1 ? `第${attempt}次答复前` : "答复前";
}

const confirmationOf = (scope: TownshipScope, input: ConsultInput) => ({
  confirmedEnteredOn: input.confirmedByDeputyId === null ? null : enteredToday(scope),
  confirmedByDeputyId: input.confirmedByDeputyId,
  confirmedOn: input.confirmedByDeputyId === null ? null : utcOf(input.occurredOn),
  confirmMethod: input.confirmedByDeputyId === null ? null : (input.confirmMethod ?? "signature"),
});

/**
 * A consultation with the deputies, before the reply or, once rated, before the closing; the round follows from the
 * state [R72]. With `confirmedByDeputyId` the deputy's confirmation is entered in one go.
 */
export function consult(scope: TownshipScope, input: ConsultInput) {
  return takeStep(scope, input, async (current) => {
    const { facts, today } = current;
    const round = consultRoundOf(facts);
    obey(round === 2 ? secondConsultationNeedsRating(facts) : firstConsultationNeedsWork(facts));
    const { occurredOn, method, place, unitPerson, note, confirmedByDeputyId } = input;
    obey(dayFollows(occurredOn, beforeConsultation(current), today, "面商日期"));
    if (confirmedByDeputyId !== null) obey(deputyMustBeSigner(facts, confirmedByDeputyId));
    const confirmed = confirmedByDeputyId !== null;
    await scope.tx.consultation.create({
      data: {
        ...newLine(scope),
        suggestionId: input.id,
        round,
        attempt: attemptOf(facts),
        heldOn: utcOf(occurredOn),
        method,
        place,
        note,
        unitPerson,
        ...confirmationOf(scope, input),
        enteredAt: scope.now,
      },
    });
    const who = confirmed ? `代表${nameOf(current, confirmedByDeputyId)}已确认` : "等待代表确认";
    return {
      change: { state: round === 1 && confirmed ? "consulted" : facts.state },
      told: {
        action: "consult",
        summary: `面商（${occasionOf(round, attemptOf(facts))}）`,
        occurredOn,
        body: [consultationMethodLabels[method], place, note, who]
          .filter((words) => words !== null)
          .join(" · "),
      },
    };
  });
}

export function confirmConsultation(scope: TownshipScope, input: ConfirmInput) {
  return takeStep(scope, input, async (current) => {
    const { facts, today } = current;
    const consultation = facts.consultations.find(({ id }) => id === input.consultationId);
    obey(confirmationNeedsConsultation(facts, consultation));
    obey(deputyMustBeSigner(facts, input.deputyId));
    const { occurredOn, deputyId, confirmMethod } = input;
    const held = { day: consultation?.heldOn ?? null, what: "面商日期" };
    obey(dayFollows(occurredOn, held, today, "确认日期"));
    await scope.tx.consultation.update({
      where: keyOf(scope, input.consultationId),
      data: {
        confirmedOn: utcOf(occurredOn),
        confirmedByDeputyId: deputyId,
        confirmMethod,
        confirmedEnteredOn: enteredToday(scope),
      },
    });
    const first = consultation?.round === 1 && consultation.attempt === attemptOf(facts);
    return {
      change: { state: first ? "consulted" : facts.state },
      told: { action: "confirm", summary: `代表${nameOf(current, deputyId)}确认面商`, occurredOn },
    };
  });
}

/** The written reply; the day it was due is kept with it, so that "in time" never changes afterwards (C3). */
export function reply(scope: TownshipScope, input: ReplyInput) {
  return takeStep(scope, input, async ({ facts, law, today }) => {
    obey(firstDenial(replyNeedsFirstConsultation(facts), replyFitsSigners(facts, input.writtenToSigners)));
    const { occurredOn, content, documentNumber, signedBy, writtenToSigners } = input;
    const confirmedOn = confirmedConsultationOf(facts, 1)?.confirmedOn ?? null;
    obey(dayFollows(occurredOn, { day: confirmedOn, what: "代表确认面商日期" }, today, "答复日期"));
    const dueOn = replyDueOf(facts) ?? occurredOn;
    const attempt = attemptOf(facts);
    await scope.tx.reply.create({
      data: {
        ...newLine(scope),
        suggestionId: input.id,
        attempt,
        repliedOn: utcOf(occurredOn),
        dueOn: utcOf(dueOn),
        documentNumber,
        content,
        signedBy,
        writtenToSigners,
        enteredAt: scope.now,
      },
    });
    const window = ratingDeadline(occurredOn, law, await workingCalendarOf(scope));
    const late = occurredOn > dueOn ? `逾期（应在${dueOn}前）` : `按期（期限${dueOn}）`;
    return {
      change: {
        state: "replied",
        ratingDueOn: utcOf(window.dueOn),
        ratingDueNote: window.note,
        ...(attempt === 1 ? { firstRepliedOn: utcOf(occurredOn) } : {}),
      },
      told: {
        action: "reply",
        summary: attempt === 1 ? "首次答复" : `第${attempt}次答复`,
        occurredOn,
        article: window.citation,
        body: `${documentNumber ?? ""}${documentNumber === null ? "" : " · "}${late}；代表测评到${window.dueOn}${window.note === null ? "" : `（${window.note}）`}`,
      },
    };
  });
}

/** Deputies and unit at one table after a redo failed [CQ-S 27]; the next consultation waits for it. */
export function holdPresidium(scope: TownshipScope, input: HoldPresidiumInput) {
  return takeStep(scope, input, ({ facts, today }) => {
    obey(presidiumNeedsFailedRedo(facts));
    const { occurredOn, note } = input;
    const rated = { day: lastRatingOf(facts)?.ratedOn ?? null, what: "不满意测评日期" };
    obey(dayFollows(occurredOn, rated, today, "会议日期"));
    return {
      change: { presidiumMeetingOn: utcOf(occurredOn) },
      told: { action: "holdPresidium", summary: "主席团召集代表和承办单位协商", occurredOn, body: note },
    };
  });
}

/** 延办反馈书: why, what will be done, and the latest day. */
export function requestDeferral(scope: TownshipScope, input: RequestDeferralInput) {
  return takeStep(scope, input, async ({ facts, law, today }) => {
    const { occurredOn, reason, measures, newDueOn } = input;
    obey(deferralNeedsRoom(facts, replyDueOf(facts), deferralLimit(facts, law), newDueOn));
    obey(dayFollows(occurredOn, { day: facts.assignedOn, what: "交办日期" }, today, "申请日期"));
    const line = newLine(scope);
    await scope.tx.deferral.create({
      data: {
        ...line,
        suggestionId: input.id,
        requestedOn: utcOf(occurredOn),
        reason,
        measures,
        newDueOn: utcOf(newDueOn),
        enteredAt: scope.now,
      },
    });
    return {
      change: { state: facts.state },
      told: {
        action: "requestDeferral",
        summary: `申请延期到${newDueOn}`,
        occurredOn,
        body: `理由：${reason} 措施：${measures}`,
      },
    };
  });
}

export function decideDeferral(scope: TownshipScope, input: DecideDeferralInput) {
  return takeStep(scope, input, async ({ facts, today }) => {
    obey(decisionNeedsDeferral(facts));
    const { occurredOn, approved, note } = input;
    const open = openDeferralOf(facts);
    const asked = { day: open?.requestedOn ?? null, what: "申请日期" };
    obey(dayFollows(occurredOn, asked, today, "决定日期"));
    await scope.tx.deferral.update({
      where: keyOf(scope, open?.id ?? ""),
      data: {
        decidedOn: utcOf(occurredOn),
        decidedEnteredOn: enteredToday(scope),
        approved,
        decisionNote: note,
      },
    });
    const due = utcOf(open?.newDueOn ?? occurredOn);
    const moved = facts.redoCount > 0 ? { redoDueOn: due } : { replyDueOn: due };
    const summary = approved ? `同意延期到${open?.newDueOn ?? ""}` : "不同意延期";
    return {
      change: approved ? moved : { state: facts.state },
      told: { action: "decideDeferral", summary, occurredOn, body: note },
    };
  });
}
