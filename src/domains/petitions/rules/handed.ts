import type { Day } from "@/lib/dates";
import { about, allow, type Decision, deny } from "@/lib/decision";

/** A term for reporting back lies ahead of the day it is set [R65]. */
export const mayHandOver = (handedOn: Day, dueOn: Day, today: Day): Decision => {
  if (handedOn > today) return about("handedOn", deny(`交办日期 ${handedOn} 还没到，请核对。`));
  return dueOn < handedOn
    ? about("dueOn", deny(`反馈期限 ${dueOn} 早于交办日期 ${handedOn}，请核对。`))
    : allow;
};

/** What a township works on already is not taken back behind its back. */
export const mayWithdraw = (takenOn: Day | null): Decision =>
  takenOn === null ? allow : deny(`乡镇已于 ${takenOn} 接收，不能撤回；确需撤回的，请先请乡镇作废那一件。`);

export const mayTakeOver = (taken: boolean): Decision =>
  taken ? deny("这件县交办信访已经接收，请在列表中办理那一件。") : allow;

export type HandedState = "untaken" | "working" | "reported" | "reportedLate" | "late";
type Handed = { dueOn: Day; takenOn: Day | null; reportedOn: Day | null };

/** How the county sees it: unanswered and late come first. */
export function handedState({ dueOn, takenOn, reportedOn }: Handed, today: Day): HandedState {
  if (reportedOn !== null) return reportedOn <= dueOn ? "reported" : "reportedLate";
  if (today > dueOn) return "late";
  return takenOn === null ? "untaken" : "working";
}
