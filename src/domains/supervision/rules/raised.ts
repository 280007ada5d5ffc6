import { addDays, type Day, daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import type { FindingState } from "./findings";

/** What became of a finding that a township raised to its county. */
export const raisedOutcomes = ["settled", "transferred", "returned"] as const;
export type RaisedOutcome = (typeof raisedOutcomes)[number];

export type RaisedState = "waiting" | "received" | "answered";

/** Days in which the county takes note, and in which it answers unless it says another day: no law sets them, the system does. */
export const receiveDays = 7;
const answerDays = 30;

export const answerDayFrom = (today: Day): Day => addDays(today, answerDays);

export type RaisedFacts = {
  raisedOn: Day;
  receivedOn: Day | null;
  /** by when the county said it would answer */
  dueOn: Day | null;
  answeredOn: Day | null;
};

export function raisedStateOf({ receivedOn, answeredOn }: RaisedFacts): RaisedState {
  if (answeredOn !== null) return "answered";
  return receivedOn === null ? "waiting" : "received";
}

/** The day the county's next step is due; null once it has answered. */
export function raisedDueOn(facts: RaisedFacts): Day | null {
  if (facts.answeredOn !== null) return null;
  return facts.dueOn ?? addDays(facts.raisedOn, receiveDays);
}

/** Days by which the county is late, or was with its answer; null when in time. */
export function raisedLateBy(facts: RaisedFacts, today: Day): number | null {
  const due = facts.dueOn ?? addDays(facts.raisedOn, receiveDays);
  const days = daysBetween(due, facts.answeredOn ?? today);
  return days > 0 ? days : null;
}

/** Only what is still to be mended goes up, and once at a time. */
export function mayRaise(finding: { state: FindingState }, raised: boolean): Decision {
  return firstDenial(
    finding.state === "closed" ? deny("问题已经销号，不用再上报；反弹的请先退回重新整改。") : allow,
    raised ? deny("这个问题已经上报县人大，请等答复；情况有变的，先撤回再上报。") : allow,
  );
}

/** A finding that waits for the county is not struck off, or out, behind its back. */
export const notWaitingAbove = (raised: boolean): Decision =>
  raised ? deny("这个问题已上报县人大，还没有答复。请等答复，或者先撤回上报。") : allow;

export const mayTakeBack = ({ answeredOn }: Pick<RaisedFacts, "answeredOn">): Decision =>
  answeredOn === null ? allow : deny(`县人大已于 ${answeredOn} 答复，不能再撤回。`);

export function mayReceive(facts: RaisedFacts, dueOn: Day, today: Day): Decision {
  return firstDenial(
    raisedStateOf(facts) === "waiting" ? allow : deny("这个问题已经接收，请直接答复。"),
    dueOn >= today ? allow : about("dueOn", deny(`答复期限（${dueOn}）已经过去，请选今天以后的日期。`)),
  );
}

type Answer = { outcome: RaisedOutcome; handledBy: string | null };

export function mayAnswerRaised(facts: RaisedFacts, { outcome, handledBy }: Answer): Decision {
  return firstDenial(
    raisedStateOf(facts) === "waiting" ? deny("请先接收并定答复期限，再答复乡镇。") : allow,
    raisedStateOf(facts) === "answered" ? deny("已经答复乡镇，不能再改；有新情况的请乡镇再上报。") : allow,
    outcome === "transferred" && handledBy === null
      ? about("handledBy", deny("转交办理的，请写明由哪个部门办理。"))
      : allow,
  );
}
