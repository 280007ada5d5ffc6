import { type Day, daysBetween, yearOf } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import type { AdoptionState } from "../labels";

/**
 * @property enteredOn the day it was entered, whatever day it is said to have begun on
 * @property confirmedOn when the adopter said what came of it
 */
export type AdoptionFacts = {
  enteredOn: Day;
  beginsOn: Day;
  untilOn: Day | null;
  stoppedOn: Day | null;
  confirmedOn: Day | null;
  helped: boolean | null;
};

export function adoptionStateOf({ beginsOn, stoppedOn, helped }: AdoptionFacts, today: Day): AdoptionState {
  if (helped !== null) return helped ? "confirmed" : "notHelped";
  if (stoppedOn !== null) return "stopped";
  return beginsOn > today ? "planned" : "running";
}

/** So long a practice is in use before anybody can say whether it helps. */
export const fewestDays = 30;

/** From when on it counts as in use: a beginning told afterwards shortens no waiting and moves no comparison. */
export const inUseSince = ({ beginsOn, enteredOn }: Pick<AdoptionFacts, "beginsOn" | "enteredOn">): Day =>
  beginsOn > enteredOn ? beginsOn : enteredOn;

export const mayPlan = ({ beginsOn, untilOn }: Pick<AdoptionFacts, "beginsOn" | "untilOn">): Decision =>
  untilOn !== null && untilOn < beginsOn ? deny("结束日期不能早于开始日期。") : allow;

export const mayChange = ({ stoppedOn, confirmedOn }: AdoptionFacts): Decision => {
  if (confirmedOn !== null) return deny("已经确认过效果，采用计划不再改；要改请先撤回确认。");
  return stoppedOn === null ? allow : deny("已经停止采用，不再改。");
};

export const mayStop = ({ stoppedOn }: AdoptionFacts): Decision =>
  stoppedOn === null ? allow : deny("已经停止采用。");

export function maySayHelped(facts: AdoptionFacts, today: Day): Decision {
  if (facts.confirmedOn !== null) return deny("已经确认过效果；要改请先撤回确认。");
  if (facts.beginsOn > today) return deny(`${facts.beginsOn} 才开始采用，开始以后再确认效果。`);
  const since = inUseSince(facts);
  const used = Math.max(0, daysBetween(since, facts.stoppedOn ?? today));
  if (used >= fewestDays) return allow;
  const reckoned = since > facts.beginsOn ? `（开始日期是补录的，从录入那天 ${since} 算起）` : "";
  return facts.stoppedOn === null
    ? deny(`采用才 ${used} 天${reckoned}，满 ${fewestDays} 天后再确认效果；提前停止的写停止原因。`)
    : deny(`采用 ${used} 天就停止了${reckoned}，不满 ${fewestDays} 天，不确认效果；要再用可以重新采用。`);
}

/** What was counted for the author in a year stays counted there once the year is over. */
export function mayUnsay({ confirmedOn }: AdoptionFacts, today: Day): Decision {
  if (confirmedOn === null) return deny("还没有确认过效果。");
  return yearOf(confirmedOn) === yearOf(today)
    ? allow
    : deny(`确认在 ${yearOf(confirmedOn)} 年，已计入那一年，不能再撤回。`);
}
