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
  /** taken back by its township, after the county had let its day pass */
  withdrawnOn: Day | null;
};

/** What a year's numbers count, each told of the lines themselves: a number opens exactly what it counts. */
const counts = {
  answered: ({ answeredOn }: Told) => answeredOn !== null,
  open: ({ answeredOn, withdrawnOn }: Told) => answeredOn === null && withdrawnOn === null,
  /** answered after the day, or past it without an answer */
  late: ({ late }: Told) => late > 0,
  receivedLate: (line: Told) => line.receivedLate,
  postponed: (line: Told) => line.postponed,
  withdrawn: ({ withdrawnOn }: Told) => withdrawnOn !== null,
  solved: ({ result }: Told) => result === "solved",
};
export type LedgerPart = keyof typeof counts;
const parts = Object.keys(counts) as LedgerPart[];

export type LedgerLine = Told & {
  /** which of the year's numbers count it */
  parts: LedgerPart[];
};

type Told = {
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
  withdrawnOn: Day | null;
};

/** Half of the days lie below it and half above; null of none. */
export function medianOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((one, other) => one - other);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** @param today what is taken back is late by the day on which it was, and no later */
export function lineOf(answer: OpenAnswer, today: Day): LedgerLine {
  const { kind, sentOn, answeredOn, postponedUntil, result, withdrawnOn } = answer;
  const until = withdrawnOn ?? today;
  const told: Told = {
    ...{ kind, sentOn, dueOn: answerDue(answer), answeredOn, result, withdrawnOn },
    days: answeredOn === null ? null : daysBetween(sentOn, answeredOn),
    late: lateBy(answer, until),
    receivedLate: receivedLateBy(answer, until) > 0,
    postponed: postponedUntil !== null,
  };
  return { ...told, parts: parts.filter((part) => counts[part](told)) };
}

export type LedgerYear = Record<LedgerPart, number> & {
  year: number;
  sent: number;
  medianDays: number | null;
};

/** The county's account of each year, the latest first [R92]. */
export function yearsOf(answers: readonly OpenAnswer[], today: Day): LedgerYear[] {
  const years = [...new Set(answers.map(({ sentOn }) => yearOf(sentOn)))].sort((one, other) => other - one);
  return years.map((year) => {
    const lines = answers.filter(({ sentOn }) => yearOf(sentOn) === year).map((one) => lineOf(one, today));
    const sums = parts.map((part) => [part, lines.filter((line) => line.parts.includes(part)).length]);
    return {
      ...(Object.fromEntries(sums) as Record<LedgerPart, number>),
      ...{ year, sent: lines.length, medianDays: medianOf(lines.flatMap(({ days }) => days ?? [])) },
    };
  });
}
