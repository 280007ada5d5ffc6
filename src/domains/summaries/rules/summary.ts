import { type Day, dateInText, dayInText } from "@/lib/dates";
import { excerpt } from "@/lib/excerpt";
import type { SummaryPart } from "../labels";

/** What is summed up: until today while it runs. */
export function periodOf(
  year: number,
  part: SummaryPart,
  today: Day,
): { from: Day; to: Day; ended: boolean } {
  const from = `${year}-01-01`;
  const last = part === "half" ? `${year}-06-30` : `${year}-12-31`;
  return { from, to: today < last ? today : last, ended: last < today };
}

export type Sort = { name: string; count: number };

/** What was done of one kind. @property said in a sentence @property told the first of it by name */
export type Deeds = {
  type: string;
  unit: string;
  count: number;
  said: string;
  told: readonly { id: string; said: string }[];
};

/** "监督活动 9 次，其中视察 4 次、专题调研 5 次" @param sorts most first */
export function deedsSaid(of: { name: string; unit: string; count: number; sorts: readonly Sort[] }): string {
  const { name, unit, count, sorts } = of;
  const [first] = sorts;
  const whole = `${name} ${count} ${unit}`;
  if (first === undefined) return whole;
  if (first.count === count) return `${whole}（${first.name}）`;
  return `${whole}，其中${sorts.map((sort) => `${sort.name} ${sort.count} ${unit}`).join("、")}`;
}

/** A title stands in a sentence: as long as a line, without the stop it may end with, its day said once: "3月5日，饮用水视察". */
export function toldInSentence(day: Day, title: string): string {
  const said = title.replace(new RegExp(`^${day}\\s*`), "").replace(/[。；\s]+$/u, "");
  return `${dayInText(day)}，${excerpt(said, 40)}`;
}

/** What stands behind those told by name, where there are more: "等 9 次". */
export const restSaid = ({ told, count, unit }: Pick<Deeds, "told" | "count" | "unit">): string =>
  told.length > 0 && count > told.length ? `等 ${count} ${unit}` : "";

/** The same as one paragraph. */
export const paragraphOf = (deeds: Deeds): string =>
  deeds.told.length === 0
    ? `${deeds.said}。`
    : `${deeds.said}：${deeds.told.map(({ said }) => said).join("；")}${restSaid(deeds)}。`;

/** How far what was found came; null where nothing was. */
export function findingsSaid({ found, closed }: { found: number; closed: number }): string | null {
  if (found === 0) return null;
  if (closed === found) return `发现问题 ${found} 个，已全部整改销号。`;
  return `发现问题 ${found} 个，已整改销号 ${closed} 个，还有 ${found - closed} 个正在整改。`;
}

export const periodInText = ({ from, to }: { from: Day; to: Day }): string =>
  `${dateInText(from)}至${dayInText(to)}`;
