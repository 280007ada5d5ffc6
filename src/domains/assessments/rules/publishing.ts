import { type Fault, faultInText } from "@/domains/figures/rules/scheme-check";
import { addDays, type Day, dayInText } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";

export type SchemeStatus = "draft" | "consultation" | "published";

/** Townships have at least a week to say what they think of a scheme. */
export const consultationDays = 7;

/** The last day on which a year's scheme is published without a decision of its own. */
export const lockDay = (year: number): Day => `${year}-03-31`;

/** Whether the scheme of a year may only be changed by a decision: it is published already, or the year has gone too far. */
export const needsDecision = (year: number, today: Day, publishedBefore: boolean): boolean =>
  publishedBefore || today > lockDay(year);

export function decisionSentence(year: number, publishedBefore: boolean): string {
  return publishedBefore
    ? `${year} 年的考核方案已经公布，只能按决定改：请填写决定文号和原因，或改在下一年的方案里。`
    : `已过 ${year} 年 3 月 31 日的定案期限：请填写决定文号和原因，或改在下一年的方案里。`;
}

const mostTold = 3;

/** A scheme that is sent around or published has no fault left. */
export function mustBeSound(faults: readonly Fault[]): Decision {
  if (faults.length === 0) return allow;
  const told = faults.slice(0, mostTold).map(faultInText).join(" ");
  const rest = faults.length > mostTold ? `（共 ${faults.length} 处）` : "";
  return deny(`方案还有要改的地方${rest}：${told}`);
}

export const mayEdit = (status: SchemeStatus): Decision => {
  if (status === "published") return deny("这一版已经公布，不能再改。要调整请另起一版，按决定公布。");
  return status === "draft" ? allow : deny("方案正在征求意见，请先收回再改，以免各乡镇看到的不一样。");
};

export function mayConsult(
  { status, faults }: { status: SchemeStatus; faults: readonly Fault[] },
  until: Day,
  today: Day,
): Decision {
  if (status !== "draft") return deny("只有草稿能征求意见。");
  const first = addDays(today, consultationDays);
  const soon =
    until < first ? deny(`征求意见至少 ${consultationDays} 天，截止日不能早于${dayInText(first)}。`) : allow;
  return firstDenial(mustBeSound(faults), about("until", soon));
}

export const mayWithdraw = (status: SchemeStatus): Decision =>
  status === "consultation" ? allow : deny("方案不在征求意见，不用收回。");

/** @param status null where the year has no version that is not published */
export function mayComment(status: SchemeStatus | null, until: Day | null, today: Day): Decision {
  if (status !== "consultation") return deny("方案没有在征求意见，意见请直接向县人大反映。");
  return until !== null && today > until ? deny(`征求意见已于${dayInText(until)}截止。`) : allow;
}

/** @property unanswered comments without the county's answer */
export type ToPublish = {
  year: number;
  status: SchemeStatus;
  until: Day | null;
  faults: readonly Fault[];
  unanswered: number;
  publishedBefore: boolean;
};

export type SchemeDecision = { decisionNumber: string | null; decisionReason: string | null };

function decided({ year, publishedBefore }: ToPublish, decision: SchemeDecision): Decision {
  const sentence = decisionSentence(year, publishedBefore);
  return firstDenial(
    about("decisionNumber", decision.decisionNumber === null ? deny(sentence) : allow),
    about("decisionReason", decision.decisionReason === null ? deny("请写明为什么要改。") : allow),
  );
}

function consulted({ status, until }: ToPublish, today: Day): Decision {
  if (status !== "consultation" || until === null) return deny("公布前要先征求各乡镇意见。");
  return today <= until ? deny(`征求意见到${dayInText(until)}才截止，请在第二天以后公布。`) : allow;
}

/** A draft is consulted on and published by the lock day; afterwards, and over a published version, only by a decision. */
export function mayPublish(facts: ToPublish, decision: SchemeDecision, today: Day): Decision {
  if (facts.status === "published") return deny("这一版已经公布。");
  const byDecision = needsDecision(facts.year, today, facts.publishedBefore);
  return firstDenial(
    mustBeSound(facts.faults),
    byDecision ? decided(facts, decision) : consulted(facts, today),
    facts.unanswered === 0 ? allow : deny(`还有 ${facts.unanswered} 条意见没有答复，请先答复再公布。`),
  );
}
