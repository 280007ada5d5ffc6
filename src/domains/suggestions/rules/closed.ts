import { type Day, yearOf } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { oneForm } from "@/lib/text";
import { isPromise, type Outcome, type RatingWord } from "./states";

/** What an old ledger says of a matter that was closed before this system kept the books; null is what it does not say. */
export type ClosedMatter = {
  assignedOn: Day | null;
  repliedOn: Day | null;
  reply: string | null;
  documentNumber: string | null;
  rating: RatingWord | null;
  ratedOn: Day | null;
  outcome: Outcome;
  outcomeNote: string | null;
  closedOn: Day | null;
};

/** A refusal names the field it is about, so that a file's cell and a form's line can be marked. */
export type ClosedField = keyof ClosedMatter | "receivedOn";
export type ClosedProblem = { field: ClosedField; message: string };

const names = {
  receivedOn: "提出日期",
  assignedOn: "交办日期",
  repliedOn: "答复日期",
  ratedOn: "测评日期",
  closedOn: "办结日期",
} as const;
type Dated = keyof typeof names;

/** Which day may not lie before which; the rating may be older or younger than the closing. */
const orders: readonly [earlier: Dated, later: Dated][] = [
  ["receivedOn", "assignedOn"],
  ["receivedOn", "repliedOn"],
  ["receivedOn", "closedOn"],
  ["receivedOn", "ratedOn"],
  ["assignedOn", "repliedOn"],
  ["repliedOn", "ratedOn"],
  ["repliedOn", "closedOn"],
];

function dayProblems(days: Record<Dated, Day | null>, today: Day): ClosedProblem[] {
  const ahead = (["assignedOn", "repliedOn", "ratedOn", "closedOn"] as const).flatMap(
    (field): ClosedProblem[] => {
      const day = days[field];
      return day !== null && day > today
        ? [{ field, message: `${names[field]}${day}还没有到，不能晚于今天（${today}）` }]
        : [];
    },
  );
  const crossed = orders.flatMap(([earlier, later]): ClosedProblem[] => {
    const [from, to] = [days[earlier], days[later]];
    return from !== null && to !== null && to < from
      ? [{ field: later, message: `${names[later]}${to}早于${names[earlier]}${from}，请核对两个日期` }]
      : [];
  });
  const seen = new Set<ClosedField>();
  return [...ahead, ...crossed].filter(({ field }) => !seen.has(field) && seen.add(field));
}

/**
 * Only what earlier years closed may come in closed: this year's work goes step by step through its gates. B and C are
 * promises; without a closing day nobody can tell that they were kept.
 */
export function closedProblems(receivedOn: Day, matter: ClosedMatter, today: Day): ClosedProblem[] {
  const { outcome, closedOn, rating, ratedOn, reply, documentNumber, repliedOn } = matter;
  const problems: ClosedProblem[] = [];
  if (yearOf(receivedOn) >= yearOf(today)) {
    problems.push({
      field: "receivedOn",
      message: `${yearOf(today)}年提出的建议要逐步登记办理经过，不能补录为已办结`,
    });
  }
  if (isPromise(outcome) && closedOn === null) {
    problems.push({
      field: "closedOn",
      message: "正在解决、列入计划的，要有办结日期才能补录为已办结；还在办理的，请按在办登记",
    });
  }
  if (ratedOn !== null && rating === null) {
    problems.push({ field: "rating", message: "填了测评日期，请同时填写满意度" });
  }
  if ((reply !== null || documentNumber !== null) && repliedOn === null) {
    problems.push({ field: "repliedOn", message: "填了答复内容或文号，请同时填写答复日期" });
  }
  return [...problems, ...dayProblems({ receivedOn, ...matter }, today)];
}

export const mayEnterClosed = (receivedOn: Day, matter: ClosedMatter, today: Day): Decision =>
  firstDenial(
    allow,
    ...closedProblems(receivedOn, matter, today).map(({ field, message }) =>
      about(field === "receivedOn" ? "occurredOn" : field, deny(`${message}。`)),
    ),
  );

const outcomeWords: readonly [pattern: RegExp, outcome: Outcome][] = [
  [/未解决|没有?解决|不能解决/, "D"],
  [/超越|权限|上报|上级/, "E"],
  [/列入|计划|规划|逐步解决/, "C"],
  [/正在|解决中|办理中/, "B"],
  [/解释|说明|留作参考|参考/, "D"],
  [/已?经?解决|办成|落实/, "A"],
];

/** 办理结果 as ledgers write it: A, A类, A（已解决）, 已解决 …; null where letter and words do not agree or say nothing. */
export function outcomeIn(text: string): Outcome | null {
  const plain = oneForm(text).replaceAll(/\s/g, "").toUpperCase();
  const letter = (/^[“"「]?([A-E])(?![A-Z])/.exec(plain)?.[1] ?? null) as Outcome | null;
  const words = plain.replace(/^[“"「]?[A-E]["”」]?类?/, "");
  const word = outcomeWords.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  if (letter === null) return word;
  return word === null || word === letter ? letter : null;
}

const ratingIn: Readonly<Record<string, RatingWord>> = {
  满意: "satisfied",
  很满意: "satisfied",
  非常满意: "satisfied",
  基本满意: "basic",
  不满意: "unsatisfied",
};

/** 满意度 as ledgers write it; null where it says something else. */
export const ratingOf = (text: string): RatingWord | null => ratingIn[text.replaceAll(/\s/g, "")] ?? null;
