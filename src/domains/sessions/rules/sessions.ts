import { addMonths, type Day, daysBetween } from "@/lib/dates";
import { about, allow, type Decision, deny, firstDenial } from "@/lib/decision";
import { inChinese } from "@/lib/numbers";
import type { SessionKind } from "../labels";

type Span = { number: number; startsOn: Day; endsOn: Day | null };

const spanArticle = "地方组织法第9条";

/** A term lasts five years (地方组织法第9条); its number is its own, and its days are no other term's. */
export function mayBeTerm(term: Span, others: readonly Span[]): Decision {
  if (term.endsOn !== null && term.endsOn < term.startsOn)
    return about("endsOn", deny("届满日期早于起始日期，请核对。"));
  if (term.endsOn !== null && term.endsOn > addMonths(term.startsOn, 66))
    return about("endsOn", deny("一届任期五年，届满日期请按换届选举核对。", spanArticle));
  if (others.some((other) => other.number === term.number))
    return about("number", deny(`第${inChinese(term.number)}届已经登记，请直接选用或修改它。`));
  const clash = others.find(
    (other) =>
      term.startsOn < (other.endsOn ?? "9999-12-31") && other.startsOn < (term.endsOn ?? "9999-12-31"),
  );
  return clash === undefined || clash.endsOn === null || term.endsOn === null
    ? allow
    : deny(
        `与第${inChinese(clash.number)}届（${clash.startsOn} 至 ${clash.endsOn}）的任期重叠，请核对日期。`,
      );
}

/** What was put to the ballot at a session was so on one of its days. */
export function holdsItsBallots(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day | null },
  { first, last }: { first: Day | null; last: Day | null },
): Decision {
  const outside = [first, last].find((day) => day !== null && (day < startsOn || day > (endsOn ?? startsOn)));
  return outside === undefined || outside === null
    ? allow
    : about("startsOn", deny(`这次会议 ${outside} 有民生实事项目票决，会期要包括这一天，请核对。`));
}

/** A term that sessions belong to stays. */
export const termMayBeVoided = (name: string, sessions: number): Decision =>
  sessions === 0 ? allow : deny(`${name}下还有 ${sessions} 次会议，请先作废或改到别的届。`);

/** The number is the session's own within its term, as the registers count. @param heldOn when another of this number began */
export const numberIsItsOwn = (title: string, heldOn: Day | null): Decision =>
  heldOn === null ? allow : deny(`${title}已经登记（${heldOn}），请核对会次。`);

/** What was voted on is not taken off the agenda. @param removed items with votes that the new agenda lacks */
export function votedItemsStay([first]: readonly { title: string }[]): Decision {
  return first === undefined
    ? allow
    : deny(`议程「${first.title}」下有表决记录，不能移除。请先移除或改挂那条表决。`);
}

export type SessionDates = {
  kind: SessionKind;
  startsOn: Day;
  endsOn: Day | null;
  minutes: number | null;
  noticeSentOn: Day | null;
  documentsSentOn: Day | null;
};

const withinTerm = (day: Day, term: Span): boolean =>
  day >= term.startsOn && (term.endsOn === null || day <= term.endsOn);

/** True when both are known and the first is later: what nobody has entered cannot be out of order. */
const after = (one: Day | null, other: Day | null): boolean => one !== null && other !== null && one > other;

const dayMinutes = 24 * 60;

/** A session cannot have lasted longer than its days are long. */
function mayLast({ startsOn, endsOn, minutes }: SessionDates): Decision {
  const days = endsOn === null || endsOn < startsOn ? 1 : daysBetween(startsOn, endsOn) + 1;
  return minutes !== null && minutes > days * dayMinutes
    ? about("hours", deny(`会期 ${days} 天，时长不会超过 ${days * 24} 小时，请核对会期时长或结束日期。`))
    : allow;
}

/** Dates in their order, inside the term, and not before they have come. */
export function mayBeSession(session: SessionDates, term: Span, today: Day): Decision {
  const { startsOn, endsOn, noticeSentOn, documentsSentOn } = session;
  const termText = `第${inChinese(term.number)}届任期内（${term.startsOn} 至 ${term.endsOn ?? "现在"}）`;
  return firstDenial(
    startsOn > today ? about("startsOn", deny(`会议 ${startsOn} 才召开，请在召开当日或之后登记。`)) : allow,
    after(startsOn, endsOn) ? about("endsOn", deny("结束日期早于开始日期，请核对。")) : allow,
    withinTerm(startsOn, term) ? allow : about("startsOn", deny(`会议日期不在${termText}，请核对届次。`)),
    mayLast(session),
    after(noticeSentOn, startsOn) ? about("noticeSentOn", deny("通知日期晚于开会日期，请核对。")) : allow,
    after(documentsSentOn, endsOn ?? startsOn)
      ? about("documentsSentOn", deny("文件送达日期晚于会议结束，请核对。"))
      : allow,
  );
}
