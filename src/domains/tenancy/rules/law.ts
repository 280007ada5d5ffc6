import { addDays, addMonths, type Day, isWeekend, yearOf } from "@/lib/dates";
import { twoThirds } from "@/lib/share";
import { customaryRules, lawPresets } from "./law-presets";
import type { LawRule, LawRuleKey } from "./law-rule";

/** A county's own value for a rule, with the reason it gave. */
export type LawOverride = { ruleKey: string; value: number; reason: string; validFrom: Day };

export type AppliedRule = {
  key: LawRuleKey;
  value: number;
  unit: LawRule["unit"];
  /** what the screen prints beside the deadline, e.g. "代表法第51条" */
  citation: string;
  overridden: { reason: string; lawValue: number; from: Day } | null;
};

/** What a county goes by: its province's preset and its overrides. */
export type LawChoice = { province: string; overrides: readonly LawOverride[] };

const inForce = (rule: LawRule, on: Day): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);

const byBeginning = (one: LawRule, other: LawRule): number =>
  one.effectiveFrom.localeCompare(other.effectiveFrom);

/**
 * The rule that binds a county on a day: the province's text before the nation's, before custom; an override before all.
 * A day before the first text goes by that one: a page of such a year holds nothing, and still opens.
 */
export function lawRule(choice: LawChoice, key: LawRuleKey, on: Day): AppliedRule {
  const texts = [
    ...(lawPresets[choice.province] ?? []),
    ...(lawPresets["national"] ?? []),
    ...customaryRules,
  ];
  const own = texts.filter((rule) => rule.key === key);
  const text = own.find((rule) => inForce(rule, on)) ?? own.toSorted(byBeginning)[0];
  if (text === undefined) throw new Error(`no law rule ${key} in force on ${on}`);
  const { value, unit, law, article } = text;
  const override = choice.overrides
    .filter((one) => one.ruleKey === key && one.validFrom <= on)
    .sort((one, other) => other.validFrom.localeCompare(one.validFrom))[0];
  const citation = `${law}${article.startsWith("第") ? "" : "："}${article}`;
  if (override === undefined) return { key, value, unit, citation, overridden: null };
  const changed = { reason: override.reason, lawValue: value, from: override.validFrom };
  return { key, value: override.value, unit, citation: `本县规定，原据${citation}`, overridden: changed };
}

/** One wording of a rule and the days, both included, on which it binds. */
export type RulePeriod = { from: Day; to: Day; rule: AppliedRule };

/**
 * A rule from one day to another, both included, cut where it changes: a record goes by the wording of its own day, so
 * whoever judges the records of a year needs each wording of that year.
 */
export function rulePeriods(choice: LawChoice, key: LawRuleKey, from: Day, to: Day): RulePeriod[] {
  const texts = [...(lawPresets[choice.province] ?? []), ...(lawPresets["national"] ?? [])];
  const turns = [
    ...texts
      .filter((rule) => rule.key === key)
      .flatMap(({ effectiveFrom, effectiveTo }) => [
        effectiveFrom,
        ...(effectiveTo === null ? [] : [addDays(effectiveTo, 1)]),
      ]),
    ...choice.overrides.filter((own) => own.ruleKey === key).map((own) => own.validFrom),
  ].filter((day) => from < day && day <= to);
  const starts = [from, ...[...new Set(turns)].toSorted()];
  const periods: RulePeriod[] = [];
  for (const start of starts) {
    const rule = lawRule(choice, key, start);
    const before = periods.at(-1);
    if (before?.rule.value === rule.value && before.rule.citation === rule.citation) continue;
    if (before !== undefined) before.to = addDays(start, -1);
    periods.push({ from: start, to, rule });
  }
  return periods;
}

/** The same as bare values, for a statement that judges each row by the value of its own day. */
export const ruleValues = (choice: LawChoice, key: LawRuleKey, from: Day, to: Day) =>
  rulePeriods(choice, key, from, to).map((period) => ({
    from: period.from,
    to: period.to,
    value: period.rule.value,
  }));

/**
 * How many of `total` must be present. A setting is a whole percentage, so 三分之二 is written 67 and reckoned as two
 * thirds: 67 % of 300 would ask for one deputy more than the law.
 */
export const presentNeeded = (total: number, percent: number): number =>
  Math.ceil(percent === twoThirds ? (total * 2) / 3 : (total * percent) / 100);

/** "三分之二" or "80%". */
export const shareInText = (percent: number): string => (percent === twoThirds ? "三分之二" : `${percent}%`);

/** The deputies who must be present on a day, as a share in percent, and by which rule. */
export type Quorum = { percent: number; citation: string };

export function quorumOn(choice: LawChoice, on: Day): Quorum {
  const { value, citation } = lawRule(choice, "session.presentPercent", on);
  return { percent: value, citation };
}

export type Deadline = { due: Day; citation: string };

/**
 * When the reply is due: months from assignment, or, where the province says so (Shandong), from the session's close.
 * The period ends with the day in Asia/Shanghai (代表法第51条: three months, six for complex matters).
 */
export function replyDue(
  choice: LawChoice,
  suggestion: { assignedOn: Day; sessionClosedOn: Day | null; complex: boolean },
): Deadline {
  const { assignedOn, sessionClosedOn, complex } = suggestion;
  const key = complex ? "suggestion.replyMonthsComplex" : "suggestion.replyMonths";
  const rule = lawRule(choice, key, assignedOn);
  const fromClose = lawRule(choice, "suggestion.replyFromSessionClose", assignedOn).value === 1;
  const start = fromClose && sessionClosedOn !== null ? sessionClosedOn : assignedOn;
  return { due: addMonths(start, rule.value), citation: rule.citation };
}

/** @property doneOn when it was done, null while it is owed */
export type Term = Deadline & { doneOn: Day | null };

/** By when something is owed that a day sets going, by the rule of the record's own day. */
export function termOf(
  choice: LawChoice,
  key: LawRuleKey,
  { on, from, doneOn }: { on: Day; from: Day; doneOn: Day | null },
): Term {
  const { value, unit, citation } = lawRule(choice, key, on);
  return { due: unit === "months" ? addMonths(from, value) : addDays(from, value), citation, doneOn };
}

/** When a reply the deputy did not accept must be given anew. */
export function redoDue(choice: LawChoice, ratedOn: Day): Deadline {
  const rule = lawRule(choice, "suggestion.redoMonths", ratedOn);
  return { due: addMonths(ratedOn, rule.value), citation: rule.citation };
}

/**
 * Holidays on weekdays, and weekend days that are worked, as the State Council announces them year by year and a county
 * adds to them (workdays/data.ts).
 * @property years those whose arrangement is known
 */
export type WorkCalendar = {
  years: ReadonlySet<number>;
  holidays: ReadonlySet<Day>;
  workedWeekends: ReadonlySet<Day>;
};

function isWorkday(day: Day, calendar: WorkCalendar): boolean {
  return isWeekend(day) ? calendar.workedWeekends.has(day) : !calendar.holidays.has(day);
}

/** @property note says which years' holidays are not loaded, so that only weekends were left out; null when all are */
export type WorkingDeadline = Deadline & { note: string | null };

/** The last of so many working days after a day. */
export function workingDaysAfter(from: Day, days: number, calendar: WorkCalendar): Day {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}

/** The last of a rule's days or working days after `from`. */
function dueBy(rule: AppliedRule, from: Day, calendar: WorkCalendar): WorkingDeadline {
  const { value, unit, citation } = rule;
  if (unit !== "workingDays") return { due: addDays(from, value), citation, note: null };
  const day = workingDaysAfter(from, value, calendar);
  const missing = [...new Set([yearOf(from), yearOf(day)])].filter((year) => !calendar.years.has(year));
  const note = missing.length === 0 ? null : `${missing.join("、")} 年节假日安排未录入，只扣除了周末`;
  return { due: day, citation, note };
}

/**
 * The last day on which the deputy's rating is still taken; afterwards the reply counts as not rated, never as
 * accepted (参照重庆市人大代表建议工作条例第27条: twenty working days from receipt).
 */
export function ratingWindowEnd(choice: LawChoice, repliedOn: Day, calendar: WorkCalendar): WorkingDeadline {
  const rule = lawRule(choice, "suggestion.ratingWindowWorkingDays", repliedOn);
  return dueBy(rule, repliedOn, calendar);
}

/**
 * When a suggestion must be assigned: reckoned from the session's close when it was put forward there, else from its
 * receipt, for which provinces set periods of their own (参照重庆市人大代表建议工作条例第13条: ten working days).
 */
export function assignDue(
  choice: LawChoice,
  { receivedOn, sessionClosedOn }: { receivedOn: Day; sessionClosedOn: Day | null },
  calendar: WorkCalendar,
): WorkingDeadline {
  const atSession = sessionClosedOn !== null && sessionClosedOn >= receivedOn;
  const from = atSession ? sessionClosedOn : receivedOn;
  const key = atSession ? "suggestion.assignDays" : "suggestion.assignDaysBetweenSessions";
  return dueBy(lawRule(choice, key, from), from, calendar);
}
