import type { Day } from "@/lib/dates";
import type { Outcome, RatingWord, SuggestionKind, SuggestionState } from "./states";

export type UnitFact = {
  id: string;
  unitId: string;
  role: "lead" | "co";
  leader: string | null;
  caseOfficer: string | null;
  returnRequestedOn: Day | null;
  endedOn: Day | null;
};
export type ConsultationFact = {
  id: string;
  round: number;
  attempt: number;
  heldOn: Day;
  confirmedOn: Day | null;
};
export type ReplyFact = { attempt: number; repliedOn: Day; dueOn: Day | null };
export type RatingFact = {
  id: string;
  attempt: number;
  /** "reply", or "promise" when a kept promise is rated anew */
  phase: string;
  rating: RatingWord;
  ratedOn: Day;
  /** what the presidium decided on the unit's reasons for an unsatisfactory reply */
  validReason: boolean | null;
};
export type DeferralFact = {
  id: string;
  requestedOn: Day;
  newDueOn: Day;
  decidedOn: Day | null;
  approved: boolean | null;
};
export type PromiseFact = { id: string; dueOn: Day; fulfilledOn: Day | null; verifiedOn: Day | null };
export type SignerFact = { deputyId: string; role: "lead" | "cosigner" };

/** All a rule may know of one suggestion; days are civil dates in Shanghai. */
export type SuggestionFacts = {
  kind: SuggestionKind;
  state: SuggestionState;
  complex: boolean;
  receivedOn: Day;
  sessionClosedOn: Day | null;
  checkedOn: Day | null;
  assignDueOn: Day;
  assignedOn: Day | null;
  acceptedOn: Day | null;
  replyDueOn: Day | null;
  firstRepliedOn: Day | null;
  redoCount: number;
  redoDueOn: Day | null;
  ratingDueOn: Day | null;
  /** what the calendar did not know when the window was reckoned, in words */
  ratingDueNote: string | null;
  notRatedOn: Day | null;
  presidiumMeetingOn: Day | null;
  outcome: Outcome | null;
  closedOn: Day | null;
  /** brought in as already closed, from the papers of an earlier year */
  enteredClosed: boolean;
  calledBackOn: Day | null;
  signers: SignerFact[];
  units: UnitFact[];
  consultations: ConsultationFact[];
  replies: ReplyFact[];
  ratings: RatingFact[];
  deferrals: DeferralFact[];
  promises: PromiseFact[];
};

/** The reply being worked on, from 1; each redo begins another. */
export const attemptOf = (facts: SuggestionFacts): number => facts.redoCount + 1;

export const currentUnits = (facts: SuggestionFacts): UnitFact[] =>
  facts.units.filter((unit) => unit.endedOn === null);

export const leadUnitOf = (facts: SuggestionFacts): UnitFact | undefined =>
  currentUnits(facts).find((unit) => unit.role === "lead");

/** Consulted before the reply, and once more, after the rating, before the closing. */
export const consultRoundOf = ({ state }: Pick<SuggestionFacts, "state">): 1 | 2 =>
  state === "rated" || state === "notRated" ? 2 : 1;

export const consultationOf = (facts: SuggestionFacts, round: number): ConsultationFact | undefined =>
  facts.consultations.findLast(
    (consultation) => consultation.round === round && consultation.attempt === attemptOf(facts),
  );

export const confirmedConsultationOf = (
  facts: SuggestionFacts,
  round: number,
): ConsultationFact | undefined =>
  facts.consultations.findLast(
    (c) => c.round === round && c.attempt === attemptOf(facts) && c.confirmedOn !== null,
  );

export const lastReplyOf = (facts: SuggestionFacts): ReplyFact | undefined =>
  facts.replies.findLast((reply) => reply.attempt === attemptOf(facts));

export const lastRatingOf = (facts: SuggestionFacts): RatingFact | undefined =>
  facts.ratings.findLast((rating) => rating.phase === "reply");

export const openDeferralOf = (facts: SuggestionFacts): DeferralFact | undefined =>
  facts.deferrals.find((deferral) => deferral.decidedOn === null);

export const isSigner = (facts: SuggestionFacts, deputyId: string): boolean =>
  facts.signers.some((signer) => signer.deputyId === deputyId);

/** "2026-04-20", with what the calendar did not know when it was reckoned. */
export const ratingDueText = ({
  ratingDueOn,
  ratingDueNote,
}: Pick<SuggestionFacts, "ratingDueOn" | "ratingDueNote">): string =>
  `${ratingDueOn ?? "—"}${ratingDueNote === null ? "" : `（${ratingDueNote}）`}`;
