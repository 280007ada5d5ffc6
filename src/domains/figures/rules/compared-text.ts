import { amongWords, applyCompared, fewestFor } from "./compared";
import type { Among, ComparedFormula, Comparing, Formula, SmallNumberRule } from "./scheme";
import { smallNumberText } from "./small-number";

/** Formulas over the others' values in words, written and read in this one place: "按百分比，全县第 1 名得 5 分；其余得 0 分". */

const plain = (number: number): string => String(Number(number.toFixed(4)));

export const overWords = { ratio: "百分比", count: "数量", faults: "差错少" } as const;

export const comparedNames: Record<ComparedFormula["kind"], string> = {
  relative: "比最高或平均",
  places: "按名次",
  descending: "逐名递减",
  lastPlaces: "后几名扣分",
};

export const comparedHints: Record<ComparedFormula["kind"], string> = {
  relative: "最高的（或达到平均的）得满分，其余按与它的比例",
  places: "第一名得几分、第二名得几分……其余得几分，并列的按好的名次",
  descending: "第一名得几分，每低一名减几分，减到最低分为止",
  lastPlaces: "先给满分，排在后几名的扣几分",
};

export function comparedText(formula: ComparedFormula): string {
  const head = `按${overWords[formula.over]}，${amongWords[formula.among]}`;
  switch (formula.kind) {
    case "relative":
      return `${head}${formula.to === "best" ? "最高的" : "达到平均的"}得满分，其余按比例`;
    case "places": {
      const lines = formula.points.map((points, index) => `第 ${index + 1} 名得 ${plain(points)} 分`);
      return `${head}${[...lines, `其余得 ${plain(formula.others)} 分`].join("；")}`;
    }
    case "descending": {
      const { first, each, floor } = formula;
      return `${head}第 1 名得 ${plain(first)} 分，每低一名减 ${plain(each)} 分，最低 ${plain(floor)} 分`;
    }
    case "lastPlaces":
      return `${head}后 ${formula.places} 名扣 ${plain(formula.each)} 分`;
  }
}

const number = "(\\d+(?:\\.\\d+)?)";

function placesIn(text: string): { points: number[]; others: number } | null {
  const lines = text.split("；");
  const last = new RegExp(`^其余得${number}分$`).exec(lines.pop() ?? "");
  const points = lines.map((line, index) => new RegExp(`^第${index + 1}名得${number}分$`).exec(line)?.[1]);
  if (last === null || points.length === 0 || points.some((one) => one === undefined)) return null;
  return { points: points.map(Number), others: Number(last[1]) };
}

/** What stands behind "按百分比，全县"; the text has no blanks. */
function readRest(text: string, comparing: Comparing): ComparedFormula | null {
  const bar = /^(最高的|达到平均的)得满分，其余按比例$/.exec(text);
  if (bar !== null) return { kind: "relative", ...comparing, to: bar[1] === "最高的" ? "best" : "average" };
  const last = new RegExp(`^后(\\d{1,3})名扣${number}分$`).exec(text);
  if (last !== null)
    return { kind: "lastPlaces", ...comparing, places: Number(last[1]), each: Number(last[2]) };
  const down = new RegExp(`^第1名得${number}分，每低一名减${number}分，最低${number}分$`).exec(text);
  if (down !== null) {
    const [first, each, floor] = down.slice(1).map(Number) as [number, number, number];
    return { kind: "descending", ...comparing, first, each, floor };
  }
  const places = placesIn(text);
  return places === null ? null : { kind: "places", ...comparing, ...places };
}

const keyOf = <Key extends string>(words: Record<Key, string>, word: string | undefined): Key | undefined =>
  (Object.keys(words) as Key[]).find((key) => words[key] === word);

/** @param text without blanks; null where it is another kind of formula */
export function comparedIn(text: string): ComparedFormula | null {
  const head = /^按(百分比|数量|差错少)，(全县|同类)(.+)$/.exec(text);
  const over = keyOf(overWords, head?.[1]);
  const among = keyOf<Among>(amongWords, head?.[2]);
  if (over === undefined || among === undefined) return null;
  return readRest(head?.[3] ?? "", { over, among });
}

export const comparedForms = [
  "按百分比，全县最高的得满分，其余按比例",
  "按数量，同类第 1 名得 5 分；第 2 名得 3 分；其余得 0 分",
  "按数量，全县第 1 名得 5 分，每低一名减 0.5 分，最低 1 分",
  "按百分比，全县后 3 名扣 2 分",
] as const;

/** "例：第 2 名 → 3 分": what becomes of one where everybody has another number. */
export function comparedExample(formula: ComparedFormula, points: number): string {
  if (formula.kind === "relative") {
    const bar = formula.to === "best" ? "最高" : "平均";
    const set = formula.to === "best" ? [2, 2, 1] : [3, 2, 1];
    const result = applyCompared({ ...formula, over: "count" }, 1, set, points);
    return `例：只有${bar}的一半 → ${plain(result.points)} 分`;
  }
  const rising = Array.from({ length: fewestFor(formula) }, (_, index) => index + 1);
  const set = formula.over === "faults" ? rising : rising.toReversed();
  const [place, said] = formula.kind === "lastPlaces" ? [set.length, "最后一名"] : [2, "第 2 名"];
  const result = applyCompared(formula, set[place - 1] ?? 0, set, points);
  return `例：${said} → ${plain(result.points)} 分`;
}

/** What becomes of few cases under a formula: a share of few is compared with nobody's, whichever rule there is. */
export const fewText = (formula: Formula, rule: SmallNumberRule | null): string =>
  rule !== null && "among" in formula
    ? `不足 ${plain(rule.under)} 件的不参加比较，不计分`
    : smallNumberText(rule);
