import { type Day, daysBetween } from "@/lib/dates";

export const taskStates = ["draft", "issued", "reporting", "closed", "recalled"] as const;
export type TaskState = (typeof taskStates)[number];

export const partStates = [
  "draft",
  "hidden",
  "waiting",
  "proposed",
  "accepted",
  "underway",
  "submitted",
  "returned",
  "done",
  "recalled",
] as const;
export type PartState = (typeof partStates)[number];

/** What a part's state follows from. */
export type PartFacts = {
  task: TaskState;
  shown: boolean;
  acceptedOn: Day | null;
  /** asked for other days, or for one visit with another task */
  proposedOn: Day | null;
  answeredOn: Day | null;
  activityId: string | null;
  /** null as well where its activity was struck out before it was judged */
  submittedOn: Day | null;
  verdict: "accepted" | "returned" | null;
  visitUntil: Day;
  resultDueOn: Day;
};

const opened = (part: PartFacts): PartState => {
  if (part.proposedOn !== null && part.answeredOn === null) return "proposed";
  if (part.activityId !== null) return "underway";
  return part.acceptedOn === null ? "waiting" : "accepted";
};

/** A part's state is no column: it follows from what was done, and nothing can contradict it. */
export function partStateOf(part: PartFacts): PartState {
  if (part.verdict === "accepted") return "done";
  if (part.task === "recalled") return "recalled";
  if (part.task === "draft") return "draft";
  if (!part.shown) return "hidden";
  if (part.verdict === "returned") return "returned";
  return part.submittedOn === null ? opened(part) : "submitted";
}

/**
 * Days by which a result is late; null where it is not, or is owed by nobody. A visit that its township does not know of owes
 * its beginning, and the county owes it: a township is late with nothing before it is told.
 */
export function lateBy(part: PartFacts, today: Day): number | null {
  const state = partStateOf(part);
  if (state === "draft" || state === "recalled") return null;
  const until = state === "done" || state === "submitted" ? part.submittedOn : today;
  const days =
    until === null ? 0 : daysBetween(state === "hidden" ? part.visitUntil : part.resultDueOn, until);
  return days > 0 ? days : null;
}

type Progress = { parts: number; accepted: number; submitted: number; done: number; late: number };

/** How far a task is, in numbers; a part its township does not know of yet is one of its parts. */
export function progressOf(parts: readonly PartFacts[], today: Day): Progress {
  const states = parts.map(partStateOf);
  const counted = (...of: PartState[]) => states.filter((state) => of.includes(state)).length;
  return {
    parts: parts.length,
    accepted: parts.filter(({ acceptedOn }) => acceptedOn !== null).length,
    submitted: counted("submitted", "done"),
    done: counted("done"),
    late: parts.filter((part) => partStateOf(part) !== "done" && lateBy(part, today) !== null).length,
  };
}
