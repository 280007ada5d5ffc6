import { formulaNames } from "./formula-text";
import { kindsFor, partsOfMetric, silentParts } from "./metric-parts";
import { isMetricCode, metricOf, type MetricCode } from "./metrics";
import { type ComparedFormula, type Formula, isCompared, type SimpleFormula } from "./scheme";

const isShare = (number: number): boolean => number >= 0 && number <= 1;
const plain = (number: number): string => String(Number(number.toFixed(4)));
const sharesOnly = "应在 0% 到 100% 之间，请改正。";

function faultsOfBands({ bands, over }: SimpleFormula & { kind: "step" }, points: number): string[] {
  const faults: string[] = [];
  if (bands.length === 0) return ["分档还没有一档，请至少设一档。"];
  const falls = (pick: (band: (typeof bands)[number]) => number) =>
    bands.every((band, index) => index === 0 || pick(band) < pick(bands[index - 1] ?? band));
  if (!falls(({ atLeast }) => atLeast)) faults.push("分档要从高到低排，后一档的界限要低于前一档，请调整。");
  else if (!falls((band) => band.points)) faults.push("分档的分数要随界限降低，请调整。");
  if (bands.some(({ atLeast }) => (over === "ratio" ? !isShare(atLeast) : atLeast < 0)))
    faults.push(over === "ratio" ? `分档的界限${sharesOnly}` : "分档的界限不能是负数，请改正。");
  if (bands.some((band) => band.points > points || band.points < 0))
    faults.push(`分档的分数应在 0 到本指标的 ${plain(points)} 分之间，请改正。`);
  return faults;
}

function faultsOfRatio({ response }: SimpleFormula & { kind: "ratio" }, metric: MetricCode | null): string[] {
  if (response === undefined) return [];
  const faults: string[] = [];
  // The rating's weight is divided by the floor.
  if (!(response.floor > 0 && response.floor <= 1))
    faults.push("参评率的界限应大于 0%、不超过 100%（要作除数），请改正。");
  if (metric !== null && silentParts[metric] !== response.silentPart)
    faults.push("这个口径没有参评率，请去掉参评率的要求。");
  return faults;
}

function faultsOfEach(each: number, points: number, what: string): string[] {
  if (!(each > 0)) return [`${what}应大于 0，请改正。`];
  return each > points ? [`${what} ${plain(each)} 分超过本指标的 ${plain(points)} 分，请改正。`] : [];
}

/** What is full at the quota may have nothing more beyond it; what moves neither way would be a bar and no quota. */
function faultsOfQuota(formula: SimpleFormula & { kind: "quota" }, points: number): string[] {
  const { over, target, base, more, less } = formula;
  if (over === "ratio" && !isShare(target)) return [`定额${sharesOnly}`];
  if (!(target >= 0 && target <= 100_000)) return ["定额不能是负数，请改正。"];
  if (!(base >= 0 && base <= points))
    return [`达到定额的得分应在 0 到本指标的 ${plain(points)} 分之间，请改正。`];
  if (more < 0 || less < 0) return ["每多、每少一个的分数不能是负数，不加不扣的填 0。"];
  return more > 0 || less > 0 ? [] : ["每多、每少一个都不加不扣，得分不会变，请至少填一个，或改用「达标」。"];
}

const faultsOfTarget = (target: number): string[] =>
  target > 0 && target <= 100_000 ? [] : ["达标的数应大于 0（要作除数），请改正。"];

function faultsOfRange({ from, to }: SimpleFormula & { kind: "linear" }): string[] {
  if (!isShare(from) || !isShare(to)) return [`起点和终点${sharesOnly}`];
  return from < to ? [] : ["起点应低于终点（两者相减要作除数），请改正。"];
}

function faultsOfSimple(formula: SimpleFormula, points: number, metric: MetricCode | null): string[] {
  switch (formula.kind) {
    case "threshold":
      return faultsOfTarget(formula.target);
    case "ratio":
      return faultsOfRatio(formula, metric);
    case "linear":
      return faultsOfRange(formula);
    case "step":
      return faultsOfBands(formula, points);
    case "perUnit":
      return faultsOfEach(formula.each, points, "每个得分");
    case "deduction":
      return faultsOfEach(formula.each, points, "每处扣分");
    case "missing":
      return faultsOfEach(formula.each, points, "每缺一个扣分");
    case "quota":
      return faultsOfQuota(formula, points);
    case "manual":
      return formula.rubric.some((line) => line.trim() !== "")
        ? []
        : ["评审打分要写明评分要点，请至少写一条。"];
  }
}

/** No place has more points than the one before it, or it would pay to do less. */
function faultsOfPlaces(formula: ComparedFormula & { kind: "places" }, points: number): string[] {
  const all = [...formula.points, formula.others];
  if (formula.points.length === 0) return ["还没有名次，请至少设第一名的得分。"];
  if (all.some((own) => !(own >= 0 && own <= points)))
    return [`各名次的得分应在 0 到本指标的 ${plain(points)} 分之间，请改正。`];
  if (all.some((own, index) => index > 0 && own > (all[index - 1] ?? own)))
    return ["后一名的得分不能比前一名多，「其余」不能比最后列出的一名多，请调整。"];
  return all[0] === all.at(-1) ? ["各名次的得分都一样，比不出高低，请调整。"] : [];
}

function faultsOfDescending(formula: ComparedFormula & { kind: "descending" }, points: number): string[] {
  const { first, each, floor } = formula;
  if (!(first > 0 && first <= points))
    return [`第一名的得分应大于 0、不超过本指标的 ${plain(points)} 分，请改正。`];
  if (!(floor >= 0 && floor < first)) return ["最低分应在 0 分到第一名的得分之间，请改正。"];
  return faultsOfEach(each, points, "每低一名减的分");
}

const isWholePlaces = (places: number): boolean => Number.isInteger(places) && places >= 1 && places <= 100;

function faultsOfCompared(formula: ComparedFormula, points: number): string[] {
  switch (formula.kind) {
    case "relative":
      return formula.over === "faults" ? ["差错越少越好，没有「最高」可比，请改用「按名次」。"] : [];
    case "places":
      return faultsOfPlaces(formula, points);
    case "descending":
      return faultsOfDescending(formula, points);
    case "lastPlaces":
      return [
        ...(isWholePlaces(formula.places) ? [] : ["后几名应为 1 到 100 的整数，请改正。"]),
        ...faultsOfEach(formula.each, points, "后几名扣的分"),
      ];
  }
}

const unknownPart = (part: string): string => `这个口径没有「${part}」这一部分，请重新选择。`;

function faultsOfListed(
  formula: Formula & { kind: "parts" | "product" },
  points: number,
  metric: MetricCode | null,
): string[] {
  const known = metric === null ? [] : partsOfMetric(metric);
  const lines = formula.kind === "parts" ? formula.parts : formula.factors;
  if (lines.length === 0) return ["还没有分项，请至少设一项。"];
  const faults = lines.filter(({ part }) => !known.includes(part)).map(({ part }) => unknownPart(part));
  if (new Set(lines.map(({ part }) => part)).size < lines.length) faults.push("有一项用了两次，请改正。");
  if (formula.kind === "product")
    return formula.factors.every(({ full }) => full > 0 && full <= 1)
      ? faults
      : [...faults, "连乘各项的满分界限应大于 0%、不超过 100%（要作除数），请改正。"];
  const sum = formula.parts.reduce((all, part) => all + part.points, 0);
  if (Math.abs(sum - points) > 1e-9)
    faults.push(`分项合计 ${plain(sum)} 分，本指标是 ${plain(points)} 分，请改成一致。`);
  return [...faults, ...formula.parts.flatMap((part) => faultsOfSimple(part.formula, part.points, null))];
}

const saidOf = { count: "数量", ratio: "百分比", tally: "数量", faults: "差错数" } as const;
const comparedBy = {
  count: ["count"],
  ratio: ["ratio"],
  tally: ["count", "ratio"],
  faults: ["faults"],
} as const;

/** What is banded, set against a quota or compared must be what the metric tells: a share, or a number. */
function faultsOfOver(formula: Formula & { over: string }, metric: MetricCode): string[] {
  const { kind, name } = metricOf(metric);
  const said = saidOf[kind];
  if (isCompared(formula)) {
    const may: readonly string[] = comparedBy[kind];
    const by = kind === "faults" ? "差错少" : said;
    return may.includes(formula.over) ? [] : [`口径「${name}」是${said}，比较也要按${by}比，请改正。`];
  }
  if (kind === "tally" || formula.over === (kind === "ratio" ? "ratio" : "count")) return [];
  const set = formula.kind === "step" ? `分档也要按${said}分` : `定额也要按${said}定`;
  return [`口径「${name}」是${said}，${set}，请改正。`];
}

/** What the formula asks of the metric that it can say: a share needs a denominator, a per-piece a number of pieces. */
function faultsOfFit(formula: Formula, metric: MetricCode): string[] {
  const { kind, name } = metricOf(metric);
  if (!kindsFor(metric).includes(formula.kind))
    return [`口径「${name}」是${saidOf[kind]}，不能用「${formulaNames[formula.kind]}」，请换一种算法。`];
  return "over" in formula ? faultsOfOver(formula, metric) : [];
}

/** What is wrong with a formula for an indicator of so many points: a sentence each. */
export function faultsOfFormula(formula: Formula, points: number, metric: string | null): string[] {
  const code = metric !== null && isMetricCode(metric) ? metric : null;
  const fit = code === null ? [] : faultsOfFit(formula, code);
  if (fit.length > 0) return fit;
  if (isCompared(formula)) return faultsOfCompared(formula, points);
  return formula.kind === "parts" || formula.kind === "product"
    ? faultsOfListed(formula, points, code)
    : faultsOfSimple(formula, points, code);
}
