import type { MetricCode } from "@/domains/figures/rules/metrics";
import type { Day } from "@/lib/dates";
import type { Answer, GatheringKind, GatheringState, Part, Verdict } from "../labels";
import type { AgendaItem } from "./gatherings";

/** What was true of a metric when it was put on an agenda; the county's alone. */
export type FrozenFigures = { metric: MetricCode; year: number; on: Day; sentences: string[] };

/** A gathering as its row has it, as far as an invited township reads it. */
export type StoredGathering = {
  id: string;
  year: number;
  kind: GatheringKind;
  title: string;
  heldOn: Day;
  place: string | null;
  topic: string | null;
  answerBy: Day | null;
  agenda: AgendaItem[];
  invitedOn: Day | null;
  minutes: string | null;
  recordedOn: Day | null;
  calledOffWhy: string | null;
  version: number;
};

/** The county's own reading of it, with the figures that no township reads. */
export type Gathering = StoredGathering & { state: GatheringState; figures: FrozenFigures[] };

export type Invitation = {
  id: string;
  version: number;
  gatheringId: string;
  townshipId: string;
  part: Part;
  speaksOn: string | null;
  sentOn: Day | null;
  answer: Answer | null;
  answerName: string | null;
  answerWhy: string | null;
  answeredOn: Day | null;
  /** it was answered for another day or place, and is asked once more */
  askedAnew: boolean;
  came: boolean | null;
  cameNames: string | null;
  learned: string | null;
  learnedOn: Day | null;
};

export type Commitment = {
  id: string;
  version: number;
  gatheringId: string;
  townshipId: string;
  madeOn: Day;
  madeAt: string;
  said: string;
  ownerName: string;
  dueOn: Day;
  metric: MetricCode | null;
  figureYear: number | null;
  figureThen: string | null;
  report: string | null;
  reportedOn: Day | null;
  verdict: Verdict | null;
  verdictWhy: string | null;
  verdictOn: Day | null;
  figureNow: string | null;
  followedUpId: string | null;
};
