import type { LawChoice } from "@/domains/tenancy/rules/law";
import type {
  ConsultationFact,
  RatingFact,
  ReplyFact,
  SuggestionFacts,
} from "@/domains/suggestions/rules/facts";
import type { RatingWord, SuggestionState } from "@/domains/suggestions/rules/states";

export const zhejiang: LawChoice = { province: "zhejiang", overrides: [] };
export const today = "2026-06-01";

export const consultation = (
  round: 1 | 2,
  attempt = 1,
  confirmedOn: string | null = "2026-04-02",
): ConsultationFact => ({
  id: `${round}-${attempt}`,
  round,
  attempt,
  heldOn: "2026-04-01",
  confirmedOn,
});
export const reply = (attempt = 1): ReplyFact => ({ attempt, repliedOn: "2026-05-10", dueOn: "2026-06-15" });
export const rating = (word: RatingWord, attempt = 1, ratedOn = "2026-05-20"): RatingFact => ({
  id: `rating-${attempt}`,
  attempt,
  phase: "reply",
  rating: word,
  ratedOn,
  validReason: null,
});

/** A suggestion of the spring session with all its work done on time; each test changes what it is about. */
export const suggestion = (
  state: SuggestionState,
  changes: Partial<SuggestionFacts> = {},
): SuggestionFacts => ({
  kind: "suggestion",
  state,
  complex: false,
  receivedOn: "2026-03-05",
  sessionClosedOn: "2026-03-06",
  checkedOn: "2026-03-10",
  assignDueOn: "2026-03-21",
  assignedOn: "2026-03-15",
  acceptedOn: "2026-03-20",
  replyDueOn: "2026-06-15",
  firstRepliedOn: null,
  redoCount: 0,
  redoDueOn: null,
  ratingDueOn: "2026-06-08",
  ratingDueNote: null,
  notRatedOn: null,
  presidiumMeetingOn: null,
  outcome: null,
  closedOn: null,
  enteredClosed: false,
  calledBackOn: null,
  signers: [{ deputyId: "deputy", role: "lead" }],
  units: [
    {
      id: "line",
      unitId: "unit",
      role: "lead",
      leader: null,
      caseOfficer: null,
      returnRequestedOn: null,
      endedOn: null,
    },
  ],
  consultations: [],
  replies: [],
  ratings: [],
  deferrals: [],
  promises: [],
  ...changes,
});
