import {
  comparedExample,
  comparedForms,
  comparedHints,
  comparedIn,
  comparedNames,
  comparedText,
} from "./compared-text";
import { type MetricValue, applyFormula } from "./formulas";
import { type Formula, isCompared, type SimpleFormula } from "./scheme";

/** Formulas as people write them into a table: "比例", "从 40% 到 80%", "每个 0.4 分". Written and read in this one place. */

const plain = (number: number): string => String(Number(number.toFixed(4)));
const share = (number: number): string => `${plain(number * 100)}%`;

export const formulaNames: Record<Formula["kind"], string> = {
  threshold: "达标",
  ratio: "按比例",
  linear: "从低到高",
  step: "分档",
  perUnit: "每个得分",
  deduction: "每处扣分",
  missing: "每缺扣分",
  quota: "定额增减",
  manual: "评审打分",
  product: "连乘",
  parts: "分项",
  ...comparedNames,
};

/** What the kind does, for whoever has never written a formula. */
export const formulaHints: Record<Formula["kind"], string> = {
  threshold: "达到规定的数得满分，没达到的按比例给分或不给分",
  ratio: "完成的占应完成的百分之几，就得满分的百分之几",
  linear: "低于起点不得分，达到终点得满分，中间按远近给分",
  step: "达到哪一档得哪一档的分",
  perUnit: "每完成一个得几分，到满分为止",
  deduction: "先给满分，每出现一处扣几分，扣完为止",
  missing: "先给满分，应办的每缺一个扣几分，扣完为止",
  quota: "达到定额得规定的分，每多一个加几分、每少一个扣几分",
  manual: "由评审组按评分要点打分",
  product: "几个百分比相乘，再乘满分",
  parts: "分成几项，各按各的办法给分",
  ...comparedHints,
};

/** How the code of a part is told beside its name: a table that is read in again needs it, whoever reads does not. */
type Coded = (part: string) => string;
const inBrackets: Coded = (part) => `（${part}）`;

const eachWords = { perUnit: "每个", deduction: "每处扣", missing: "每缺 1 扣" } as const;

function quotaText({ over, target, base, more, less }: SimpleFormula & { kind: "quota" }): string {
  const [bar, one] = over === "ratio" ? [share(target), "1%"] : [plain(target), "1"];
  const up = more === 0 ? "" : `，每多 ${one} 加 ${plain(more)} 分`;
  const down = less === 0 ? "" : `，每少 ${one} 扣 ${plain(less)} 分`;
  return `定额 ${bar} 得 ${plain(base)} 分${up}${down}`;
}

function simpleText(formula: SimpleFormula, coded: Coded): string {
  if ("each" in formula) return `${eachWords[formula.kind]} ${plain(formula.each)} 分`;
  switch (formula.kind) {
    case "threshold":
      return `达到 ${plain(formula.target)}，${formula.below === "zero" ? "否则不得分" : "不足按比例"}`;
    case "ratio":
      return formula.response === undefined
        ? "按比例"
        : `按比例，参评率${coded(formula.response.silentPart)}不足 ${share(formula.response.floor)} 再折`;
    case "linear":
      return `从 ${share(formula.from)} 到 ${share(formula.to)}`;
    case "step": {
      const say = formula.over === "ratio" ? share : plain;
      const bands = formula.bands.map(({ atLeast, points }) => `${say(atLeast)} 得 ${plain(points)} 分`);
      return `分档：${bands.join("；")}`;
    }
    case "quota":
      return quotaText(formula);
    case "manual":
      return `评审：${formula.rubric.join("；")}`;
  }
}

export function formulaText(formula: Formula, coded: Coded = inBrackets): string {
  if (formula.kind === "product")
    return `连乘：${formula.factors.map(({ part, name, full }) => `${name}${coded(part)}满 ${share(full)}`).join(" × ")}`;
  if (isCompared(formula)) return comparedText(formula);
  if (formula.kind !== "parts") return simpleText(formula, coded);
  return `分项：${formula.parts
    .map(
      ({ part, name, points, formula: own }) =>
        `${name}${coded(part)}${plain(points)} 分 ${simpleText(own, coded)}`,
    )
    .join(" ＋ ")}`;
}

/** The same to be read alone: the names of the parts say what they are. */
export const formulaSaid = (formula: Formula): string => formulaText(formula, () => " ");

const number = "(\\d+(?:\\.\\d+)?)";
const exact = (number: string): number => Number((Number(number) / 100).toFixed(6));
const of = (pattern: string, text: string): string[] | null => {
  const found = new RegExp(`^${pattern.replaceAll("#", number)}$`).exec(text);
  return found === null ? null : found.slice(1);
};

function bandsIn(text: string): SimpleFormula | null {
  const lines = text.split("；").map((line) => of("#(%?)得#分", line));
  if (lines.length === 0 || lines.some((line) => line === null)) return null;
  const found = lines.flatMap((line) => (line === null ? [] : [line]));
  const ratios = new Set(found.map(([, sign]) => sign));
  if (ratios.size !== 1) return null;
  const over = ratios.has("%") ? "ratio" : "count";
  const bands = found.map(([bar = "", , points]) => ({
    atLeast: over === "ratio" ? exact(bar) : Number(bar),
    points: Number(points),
  }));
  return { kind: "step", over, bands };
}

function quotaIn(text: string): SimpleFormula | null {
  const found = of("定额#(%?)得#分(?:，每多1(%?)加#分)?(?:，每少1(%?)扣#分)?", text);
  if (found === null) return null;
  const [target = "", sign = "", base, upSign, more = "0", downSign, less = "0"] = found;
  if ([upSign, downSign].some((one) => one !== undefined && one !== sign)) return null;
  return {
    kind: "quota",
    over: sign === "%" ? "ratio" : "count",
    target: sign === "%" ? exact(target) : Number(target),
    ...{ base: Number(base), more: Number(more), less: Number(less) },
  };
}

/** Each reader takes the text without blanks and answers null where it is of another kind. */
const readers: ((text: string) => SimpleFormula | null)[] = [
  (text) => {
    const found = of("达到#，(否则不得分|不足按比例)", text);
    const [target, below] = found ?? [];
    return found === null
      ? null
      : {
          kind: "threshold",
          target: Number(target),
          below: below === "否则不得分" ? "zero" : "proportional",
        };
  },
  (text) => (text === "按比例" ? { kind: "ratio" } : null),
  (text) => {
    const [silentPart, floor] = of("按比例，参评率（(\\w+)）不足#%再折", text) ?? [];
    return silentPart === undefined || floor === undefined
      ? null
      : { kind: "ratio", response: { silentPart, floor: exact(floor) } };
  },
  (text) => {
    const [from, to] = of("从#%到#%", text) ?? [];
    return from === undefined || to === undefined
      ? null
      : { kind: "linear", from: exact(from), to: exact(to) };
  },
  (text) => (text.startsWith("分档：") ? bandsIn(text.slice(3)) : null),
  (text) => {
    const [each] = of("每个#分", text) ?? [];
    return each === undefined ? null : { kind: "perUnit", each: Number(each) };
  },
  (text) => {
    const [each] = of("每处扣#分", text) ?? [];
    return each === undefined ? null : { kind: "deduction", each: Number(each) };
  },
  (text) => {
    const [each] = of("每缺1扣#分", text) ?? [];
    return each === undefined ? null : { kind: "missing", each: Number(each) };
  },
  quotaIn,
];

const unspaced = (typed: string): string =>
  typed.replaceAll(/\s/g, "").replaceAll(",", "，").replaceAll(";", "；").replaceAll(":", "：");

function readSimple(typed: string): SimpleFormula | null {
  const manual = /^评审：(.*)$/s.exec(typed.trim());
  if (manual !== null)
    return { kind: "manual", rubric: (manual[1] ?? "").split("；").filter((line) => line.trim() !== "") };
  const text = unspaced(typed);
  for (const read of readers) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

function readFactors(text: string): Formula | null {
  const factors = text.split("×").map((line) => of("(.+)（(\\w+)）满#%", line.replaceAll(/\s/g, "")));
  if (factors.some((line) => line === null)) return null;
  return {
    kind: "product",
    factors: factors.flatMap((line) => {
      const [name = "", part = "", full = ""] = line ?? [];
      return [{ part, name, full: exact(full) }];
    }),
  };
}

function readParts(text: string): Formula | null {
  const parts = text.split("＋").map((line) => {
    const [name, part, points, own] = of("(.+?)（(\\w+)）#\\s*分\\s*(.+)", line.trim()) ?? [];
    const formula = own === undefined ? null : readSimple(own);
    return name === undefined || part === undefined || formula === null
      ? null
      : { part, name, points: Number(points), formula };
  });
  const read = parts.flatMap((part) => (part === null ? [] : [part]));
  return read.length === parts.length ? { kind: "parts", parts: read } : null;
}

/** The formula that a table's cell says; null where it says none. */
export function readFormula(typed: string): Formula | null {
  const text = typed.trim();
  const listed = /^(连乘|分项)[：:]\s*(.*)$/s.exec(text);
  if (listed === null) return readSimple(text) ?? comparedIn(unspaced(text));
  return listed[1] === "连乘" ? readFactors(listed[2] ?? "") : readParts(listed[2] ?? "");
}

/** Forms that a cell may take, for the template and the refusal. */
export const formulaForms = [
  "按比例",
  "从 60% 到 85%",
  "达到 4，不足按比例",
  "达到 1，否则不得分",
  "分档：2 得 5 分；1 得 2 分",
  "每个 0.4 分",
  "每处扣 1 分",
  "每缺 1 扣 2 分",
  "定额 3 得 10 分，每多 1 加 5 分，每少 1 扣 5 分",
  ...comparedForms,
  "评审：要点一；要点二",
] as const;

/** "例：85% → 3.4 分": what the formula makes of one value. */
export function exampleOf(formula: Formula, points: number, ratio: boolean): string {
  if (isCompared(formula)) return comparedExample(formula, points);
  if (formula.kind === "manual") return `例：评审给 ${plain(points / 2)} 分 → ${plain(points / 2)} 分`;
  if (formula.kind === "parts" || formula.kind === "product") return `例：各项都做到 → ${plain(points)} 分`;
  const value: MetricValue = ratio
    ? { state: "value", numerator: 85, denominator: 100 }
    : { state: "value", numerator: 2, denominator: 2 };
  return `例：${ratio ? "85%" : "2"} → ${plain(applyFormula(formula, value, points).points)} 分`;
}
