import { type Day, daysBetween, yearOf } from "@/lib/dates";
import type { RequestKind, RequestResult } from "../labels";
import { answerDue, lateBy, receivedLateBy } from "./requests";

/** A line of the open ledger: how the county dealt with a request, and nothing of what was asked or said. */
export type OpenAnswer = {
  kind: RequestKind;
  sentOn: Day;
  receiveDueOn: Day;
  receivedOn: Day | null;
  answerDueOn: Day;
  postponedUntil: Day | null;
  answeredOn: Day | null;
  result: RequestResult | null;
};

export type LedgerLine = {
  kind: RequestKind;
  sentOn: Day;
  dueOn: Day;
  answeredOn: Day | null;
  /** from the sending to the answer, in days; null while there is none */
  days: number | null;
  late: number;
  receivedLate: boolean;
  postponed: boolean;
  result: RequestResult | null;
};

/** Half of the days lie below it and half above; null of none. */
export function medianOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export const lineOf = (answer: OpenAnswer, today: Day): LedgerLine => ({
  kind: answer.kind,
  sentOn: answer.sentOn,
  dueOn: answerDue(answer),
  answeredOn: answer.answeredOn,
  days: answer.answeredOn === null ? null : daysBetween(answer.sentOn, answer.answeredOn),
  late: lateBy(answer, today),
  receivedLate: receivedLateBy(answer, today) > 0,
  postponed: answer.postponedUntil !== null,
  result: answer.result,
});

export type LedgerYear = {
  year: number;
  sent: number;
  answered: number;
  open: number;
  /** answered after the day, or past it without an answer */
  late: number;
  receivedLate: number;
  postponed: number;
  medianDays: number | null;
  solved: number;
};

/** The county's account of each year, the latest first [R92]. */
export function yearsOf(answers: readonly OpenAnswer[], today: Day): LedgerYear[] {
  const years = [...new Set(answers.map(({ sentOn }) => yearOf(sentOn)))].sort((one, other) => other - one);
  return years.map((year) => {
    const lines = answers.filter(({ sentOn }) => yearOf(sentOn) === year).map((one) => lineOf(one, today));
    const answered = lines.filter(({ days }) => days !== null);
    return {
      ...{ year, sent: lines.length, answered: answered.length, open: lines.length - answered.length },
      late: lines.filter(({ late }) => late > 0).length,
      receivedLate: lines.filter(({ receivedLate }) => receivedLate).length,
      postponed: lines.filter(({ postponed }) => postponed).length,
      medianDays: medianOf(answered.map(({ days }) => days ?? 0)),
      solved: lines.filter(({ result }) => result === "solved").length,
    };
  });
}
