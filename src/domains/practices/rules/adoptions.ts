import { type Day, daysBetween, yearOf } from "@/lib/dates";
import { allow, type Decision, deny } from "@/lib/decision";
import type { AdoptionState } from "../labels";

/** @property confirmedOn when the adopter said what came of it */
export type AdoptionFacts = {
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
  const used = daysBetween(facts.beginsOn, facts.stoppedOn ?? today);
  return used < fewestDays
    ? deny(`采用才 ${used} 天，满 ${fewestDays} 天后再确认效果；提前停止的写停止原因。`)
    : allow;
}

/** What was counted for the author in a year stays counted there once the year is over. */
export function mayUnsay({ confirmedOn }: AdoptionFacts, today: Day): Decision {
  if (confirmedOn === null) return deny("还没有确认过效果。");
  return yearOf(confirmedOn) === yearOf(today)
    ? allow
    : deny(`确认在 ${yearOf(confirmedOn)} 年，已计入那一年，不能再撤回。`);
}
