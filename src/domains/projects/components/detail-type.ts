import type { ballotById } from "../data/ballots";
import type { projectReads } from "../data/projects";

export type ProjectRecord = Awaited<ReturnType<typeof projectReads.byId>>;
export type BallotRecord = Awaited<ReturnType<typeof ballotById>>;
export type MilestoneOf = ProjectRecord["milestoneRows"][number];

/** What is done on a project's page in a small window; steps of a milestone name it. */
export type ProjectDialog =
  | { act: "nominate" | "correct" | "plan" | "ask" | "adjust" | "complete" | "rate" | "void" }
  | { act: "finish" | "verify" | "correctMilestone" | "delay" | "remove"; milestone: MilestoneOf };
