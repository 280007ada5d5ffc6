import "server-only";
import { dayFromUtc } from "@/lib/dates";
import { dayOrNull } from "@/server/db/record";
import { repliedInTime } from "../rules/deadlines";
import type { ConfirmMethod, ConsultationMethod, RatingMethod, RatingWord } from "../rules/states";
import type { SuggestionRow } from "./row";

/** All that hangs on a suggestion, with the names people read. */
export const linesOf = (row: SuggestionRow) => ({
  signers: row.suggestionSigners.map(({ deputyId, role, deputy }) => ({
    deputyId,
    role: role as "lead" | "cosigner",
    ...deputy,
  })),
  units: row.suggestionUnits.map((unit) => ({
    id: unit.id,
    unitId: unit.unitId,
    name: unit.unit.name,
    role: unit.role as "lead" | "co",
    leader: unit.leader,
    caseOfficer: unit.caseOfficer,
    returnReason: unit.returnReason,
    returnRequestedOn: dayOrNull(unit.returnRequestedOn),
    endedOn: dayOrNull(unit.endedOn),
  })),
  consultations: row.consultations.map((held) => ({
    id: held.id,
    round: held.round,
    attempt: held.attempt,
    heldOn: dayFromUtc(held.heldOn),
    method: held.method as ConsultationMethod,
    place: held.place,
    note: held.note,
    unitPerson: held.unitPerson,
    confirmedOn: dayOrNull(held.confirmedOn),
    confirmMethod: held.confirmMethod as ConfirmMethod | null,
    confirmedBy: held.confirmedBy?.name ?? null,
  })),
  replies: row.replies.map((reply) => ({
    id: reply.id,
    attempt: reply.attempt,
    repliedOn: dayFromUtc(reply.repliedOn),
    dueOn: dayOrNull(reply.dueOn),
    inTime: repliedInTime({ repliedOn: dayFromUtc(reply.repliedOn), dueOn: dayOrNull(reply.dueOn) }),
    documentNumber: reply.documentNumber,
    content: reply.content,
    signedBy: reply.signedBy,
    writtenToSigners: reply.writtenToSigners,
  })),
  ratings: row.ratings.map((rating) => ({
    id: rating.id,
    attempt: rating.attempt,
    phase: rating.phase,
    rating: rating.rating as RatingWord,
    ratedOn: dayOrNull(rating.ratedOn),
    method: rating.method as RatingMethod | null,
    deputy: rating.deputy?.name ?? null,
    witness: rating.witness?.name ?? null,
    comment: rating.comment,
    validReason: rating.validReason,
    validReasonNote: rating.validReasonNote,
  })),
  deferrals: row.deferrals.map((deferral) => ({
    id: deferral.id,
    requestedOn: dayFromUtc(deferral.requestedOn),
    reason: deferral.reason,
    measures: deferral.measures,
    newDueOn: dayFromUtc(deferral.newDueOn),
    decidedOn: dayOrNull(deferral.decidedOn),
    approved: deferral.approved,
    decisionNote: deferral.decisionNote,
  })),
  promises: row.promises.map((promise) => ({
    id: promise.id,
    content: promise.content,
    dueOn: dayFromUtc(promise.dueOn),
    fulfilledOn: dayOrNull(promise.fulfilledOn),
    fulfilNote: promise.fulfilNote,
    verifiedOn: dayOrNull(promise.verifiedOn),
    verifiedBy: promise.verifiedBy?.name ?? null,
  })),
});
