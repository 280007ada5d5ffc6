import { whileUndecided } from "@/domains/figures/rules/decided-year";
import type { Day } from "@/lib/dates";
import { allow, type Decision as Allowance, deny } from "@/lib/decision";
import type { Decision } from "../labels";
import type { SignalCode } from "./signals";
import { signalOf } from "./signals";

/** What is accepted as explained has an explanation of the township to go by. */
export function mayDecide(decision: Decision, answer: string | null): Allowance {
  return decision === "explained" && answer === null
    ? deny("乡镇还没有说明，不能定为“已说明”。请等乡镇说明，或者核对材料后定为“已核实”或“成立”。")
    : allow;
}

/** A conclusion is for the reviewers and the meeting: it comes too late, and cannot be turned, once the year is decided. */
export const mayStillDecide = (year: number, decidedOn: Day | null): Allowance =>
  whileUndecided(
    year,
    decidedOn,
    "不能再作或者再改核查结论。新发现的问题请更正记录并写明理由，在下一年考核中核查。",
  );

/** Which deduction of the scheme a decision leads to, if any. */
export const deductionOf = (signal: SignalCode, decision: Decision): string | null =>
  decision === "confirmed" ? signalOf(signal).deduction : null;

/** The county has the last word: once it is spoken the township's answer stands as it was read. */
export const mayAnswer = (decided: boolean): Allowance =>
  decided ? deny("县人大已经作出结论，不能再改说明。不同意的，请在考核申诉中提出。") : allow;

/** What nobody can decide any more needs no answer. */
export const mayStillAnswer = (year: number, decidedOn: Day | null): Allowance =>
  whileUndecided(year, decidedOn, "核查提示不用再说明。有意见的请联系县人大。");
