import {
  type AppliedRule,
  type LawChoice,
  lawRule,
  rulePeriods,
  shareInText,
} from "@/domains/tenancy/rules/law";
import type { LawRuleKey } from "@/domains/tenancy/rules/law-rule";
import { lawValueText } from "@/domains/tenancy/labels";
import type { Day } from "@/lib/dates";
import { type MetricCode, metricCodes, metricOf } from "./metrics";

/** What a county's law says about a metric in a year: citation, what is counted, and the words of the score sentence. */
export type MetricLaw = { citation: string; rule: string; words: { done?: string; article?: string } };

type Rules = (key: LawRuleKey) => AppliedRule;

type Saying = {
  /** the rules by which the rows are judged; the sentence cites those that set a number */
  keys: readonly [LawRuleKey, ...LawRuleKey[]];
  /** the number with its unit, e.g. "3 个月" */
  value: (rules: Rules) => string;
  done?: (value: string) => string;
  rule?: (value: string) => string;
};

/** "在 3 个月内答复", "在规定期限内答复" */
const within = (value: string, done: string): string => `在${/^\d/.test(value) ? " " : ""}${value}内${done}`;

const text = (rules: Rules, key: LawRuleKey): string => lawValueText(rules(key), rules(key).value);

const sayings: Partial<Record<MetricCode, Saying>> = {
  A1: {
    keys: ["session.perYear", "session.presentPercent"],
    value: (rules) =>
      `每年 ${text(rules, "session.perYear")}，到会不足${shareInText(rules("session.presentPercent").value)}的不计`,
    rule: (value) => `本年召开的人民代表大会会议，${value}`,
  },
  A2: {
    keys: ["session.noticeDays", "session.documentDays", "session.minDays", "session.presentPercent"],
    value: (rules) =>
      `到会不少于${shareInText(rules("session.presentPercent").value)}，通知提前 ${text(rules, "session.noticeDays")}、材料提前 ${text(rules, "session.documentDays")}，会期不少于 ${text(rules, "session.minDays")}`,
    rule: (value) =>
      `本年人代会不合程序的地方，每处一条。应当：${value}，表决和选举超过全体代表的半数（地方组织法第25条），年度首次会议有法定议程（第12条）；没有登记的不能判断，列为不计`,
  },
  A3: {
    keys: ["presidium.perQuarter"],
    value: (rules) => text(rules, "presidium.perQuarter"),
    rule: (value) => `开够主席团会议的季度，每季度至少 ${value}，不足法定人数的会议不计`,
  },
  B2: {
    keys: ["inspection.responseMonths"],
    value: (rules) => text(rules, "inspection.responseMonths"),
    rule: (value) => `有报告，并在交办后 ${value}内收到反馈的执法检查`,
  },
  F2: {
    keys: ["resolution.filingDays"],
    value: (rules) => text(rules, "resolution.filingDays"),
    rule: (value) =>
      `按期反馈的县交办信访、通过后 ${value}内报县人大常委会备案的决议决定 ÷ 本年应反馈、应报备案的件数`,
  },
  C1: {
    keys: ["suggestion.assignDays", "suggestion.assignDaysBetweenSessions"],
    value: (rules) => {
      const atSession = text(rules, "suggestion.assignDays");
      const between = text(rules, "suggestion.assignDaysBetweenSessions");
      return atSession === between ? atSession : `会上提出的 ${atSession}、闭会期间的 ${between}`;
    },
    done: (value) => within(value, "交办"),
  },
  C3: {
    keys: ["suggestion.replyMonths", "suggestion.replyMonthsComplex", "suggestion.replyFromSessionClose"],
    value: (rules) => {
      const from = rules("suggestion.replyFromSessionClose").value === 1 ? "闭会（或交办）起 " : "";
      return `${from}${text(rules, "suggestion.replyMonths")}（复杂的 ${text(rules, "suggestion.replyMonthsComplex")}）`;
    },
    done: (value) => within(value, "答复"),
  },
  D1: {
    keys: ["group.activitiesPerYear"],
    value: (rules) => text(rules, "group.activitiesPerYear"),
    done: (value) => `活动满 ${value}`,
    rule: (value) =>
      `全年活动满 ${value}的代表小组 ÷ 年末（本年为今天）已编组的代表小组，一次活动也没有登记的年度为未录`,
  },
  D4: {
    keys: ["opinion.answerDays"],
    value: (rules) => text(rules, "opinion.answerDays"),
    done: (value) => within(value, "答复"),
  },
  C6: {
    keys: ["suggestion.redoMonths"],
    value: (rules) => text(rules, "suggestion.redoMonths"),
    done: (value) => within(value, "重新答复"),
  },
};

type Wording = { from: Day; value: string; citation: string };

/** Each source once; "本县规定，原据代表法第51条" names the article too. */
const citationsOf = (all: readonly string[]): string =>
  [...new Set(all)].filter((one) => !all.some((other) => other !== one && other.includes(one))).join("、");

/** The year's wordings in turn: each of them judged the records of its own days. */
function wordingsOf(choice: LawChoice, saying: Saying, from: Day, to: Day): Wording[] {
  const starts = saying.keys.flatMap((key) =>
    rulePeriods(choice, key, from, to).map((period) => period.from),
  );
  const wordings: Wording[] = [];
  for (const start of [...new Set(starts)].toSorted()) {
    const rules: Rules = (key) => lawRule(choice, key, start);
    const cited = saying.keys.filter((key) => key !== "suggestion.replyFromSessionClose").map(rules);
    const citation = citationsOf(cited.map((rule) => rule.citation));
    const value = saying.value(rules);
    const before = wordings.at(-1);
    if (before?.value !== value || before.citation !== citation)
      wordings.push({ from: start, value, citation });
  }
  return wordings;
}

/** "3 个月，2026-07-01 起 2 个月" */
const inTurn = (wordings: readonly Wording[], say: (wording: Wording) => string, between: string): string =>
  wordings.map((one, index) => (index === 0 ? say(one) : `${one.from} 起${say(one)}`)).join(between);

function lawOf(choice: LawChoice, metric: MetricCode, from: Day, to: Day): MetricLaw {
  const { article, rule } = metricOf(metric);
  const saying = sayings[metric];
  if (saying === undefined) return { citation: article, rule, words: {} };
  const wordings = wordingsOf(choice, saying, from, to);
  const [only, second] = wordings;
  const said = saying.rule?.(inTurn(wordings, ({ value }) => value, "，")) ?? rule;
  if (only !== undefined && second === undefined) {
    const done = saying.done?.(only.value);
    const words = done === undefined ? { article: only.citation } : { article: only.citation, done };
    return { citation: only.citation, rule: said, words };
  }
  const citation = inTurn(wordings, ({ value, citation: cited }) => `${cited}：${value}`, "；");
  const done = saying.done?.("规定期限");
  return {
    citation,
    rule: said,
    words: done === undefined ? { article: citation } : { article: citation, done },
  };
}

/**
 * What judged the records of a year, by the law of their own days.
 * @param today a running year is read until today: what begins later has judged nothing yet
 */
export function contextsOf(choice: LawChoice, year: number, today: Day): Record<MetricCode, MetricLaw> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const until = today < last ? today : last;
  const entries = metricCodes.map((metric) => [metric, lawOf(choice, metric, first, until)] as const);
  return Object.fromEntries(entries) as Record<MetricCode, MetricLaw>;
}

/** What a year said of its metrics; of one that it did not count, what is said of it everywhere. */
export const completed = (
  law: Readonly<Partial<Record<MetricCode, MetricLaw>>>,
): Record<MetricCode, MetricLaw> =>
  Object.fromEntries(
    metricCodes.map((code) => {
      const { article: citation, rule } = metricOf(code);
      return [code, law[code] ?? { citation, rule, words: {} }];
    }),
  ) as Record<MetricCode, MetricLaw>;

/** What of it stands in the sentences of the scores. */
export const wordsOf = (
  law: Readonly<Partial<Record<MetricCode, MetricLaw>>>,
): Record<MetricCode, MetricLaw["words"]> =>
  Object.fromEntries(metricCodes.map((metric) => [metric, law[metric]?.words ?? {}])) as Record<
    MetricCode,
    MetricLaw["words"]
  >;
