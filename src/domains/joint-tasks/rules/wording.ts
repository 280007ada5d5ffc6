import { dateInText, type Day, dayInText, yearOf } from "@/lib/dates";
import type { Blocked, Facts, Span, Visit } from "./facts";
import { dayOfSerial, type Obstacle, type Placed } from "./ground";

/** How a plan's days, visits and places are said. The year is said where it is not this one. */
export function wordingOf({ townships, names = {}, today, limits }: Facts) {
  const townshipNames = new Map(townships.map(({ id, name }) => [id, name]));
  const township = (id: string): string => townshipNames.get(id) ?? id;
  const day = (one: Day, year = yearOf(today)): string =>
    yearOf(one) === year ? dayInText(one) : dateInText(one);
  const span = ({ from, until }: Span): string => {
    if (from === until) return day(from);
    const last = day(until, yearOf(from));
    return `${day(from)}至${from.slice(0, 7) === until.slice(0, 7) ? last.replace(/^.*月/, "") : last}`;
  };
  const spanOf = ({ from, until }: Placed): Span => ({ from: dayOfSerial(from), until: dayOfSerial(until) });
  const when = (placed: Placed): string => span(spanOf(placed));
  const title = ({ task }: Visit): string => `“${task}”`;
  const visit = (placed: Placed): string =>
    `${when(placed)}去${township(placed.visit.township)}的${title(placed.visit)}`;

  const blockedWords = (blocked: Blocked, of: string): string => {
    const on = span(blocked);
    if (blocked.kind === "holiday") return `遇上${blocked.name}放假（${on}）`;
    if (blocked.kind === "marked") return `在县里划定的“${blocked.name}”（${on}）内`;
    return `与${blocked.township === null ? "" : township(of)}的“${blocked.name}”（${on}）同期`;
  };

  const windowWords = (placed: Placed, why: "noWorkday" | "outside" | "past"): string => {
    const allowed = span(placed.visit.window);
    if (why === "noWorkday") return `任务规定的${allowed}里没有工作日，请改任务的时间`;
    return why === "outside" ? `不在任务规定的${allowed}内` : "日子已经过去，请改期";
  };

  const obstacle = (placed: Placed, found: Obstacle): string => {
    if (found.why === "blocked")
      return `${visit(placed)}，${blockedWords(found.blocked, placed.visit.township)}。`;
    if (found.why === "dayOff") return `${visit(placed)}，${day(dayOfSerial(found.day))}不是工作日。`;
    return `${visit(placed)}，${windowWords(placed, found.why)}。`;
  };

  const near = (one: Placed, other: Placed): string => {
    const meet = one.from <= other.until && other.from <= one.until;
    const how = meet ? "日期重叠" : `相隔不到 ${limits.gapDays} 天`;
    return `${visit(one)}，与${when(other)}${title(other.visit)}${how}。`;
  };

  const doubled = (one: Placed, other: Placed): string => {
    const both = one.visit.members.filter((member) => other.visit.members.includes(member));
    const who = both.map((member) => names[member] ?? member).join("、");
    return `${visit(one)}，与${visit(other)}都安排了${who}，同一天不能在两处。`;
  };

  const overCap = (one: Placed, year: number, nth: number): string =>
    `${visit(one)}，是${township(one.visit.township)} ${year} 年第 ${nth} 次县级任务，超过一年 ${limits.townshipPerYear} 次的上限。`;

  const overUnit = (one: Placed, unit: string, nth: number, first: Placed | undefined): string => {
    const before = first === undefined ? "" : `（已有${when(first)}${title(first.visit)}）`;
    return `${visit(one)}，是“${names[unit] ?? unit}”一年里第 ${nth} 次受检${before}，一年最多 ${limits.unitPerYear} 次。`;
  };

  return { township, span, title, visit, obstacle, near, doubled, overCap, overUnit };
}

export type Wording = ReturnType<typeof wordingOf>;
