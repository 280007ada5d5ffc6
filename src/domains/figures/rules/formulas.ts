import type { Factor, Formula, LoneFormula, SimpleFormula } from "./scheme";

/** A part of a metric, such as the sessions' share of all attendance. */
export type ValuePart = { part: string; numerator: number; denominator: number; records: number };

/** What a metric found: a value (which may be 0), nothing due (无), or nothing entered (未录). */
export type MetricValue = {
  state: "value" | "none" | "notEntered";
  numerator: number;
  denominator: number;
  parts?: readonly ValuePart[];
};

/** @property steps the calculation in words, from the value to the points */
export type FormulaResult = { points: number; max: number; steps: string[] };

/** Half a cent up, safe against 1.005 being stored as 1.00499… */
export function toCents(points: number): number {
  return Math.round((points + Number.EPSILON * Math.sign(points)) * 100 + 1e-7) / 100;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
export const plain = (number: number): string => String(Number(number.toFixed(3)));

/** "90.4%" */
export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

const shareOf = (value: { numerator: number; denominator: number }): number =>
  value.denominator === 0 ? 0 : value.numerator / value.denominator;

export function byShare(share: number, max: number, said: string[]): FormulaResult {
  const points = toCents(max * share);
  return { points, max, steps: [...said, `${plain(max)} 分 × ${plain(share)} = ${plain(points)} 分`] };
}

function threshold(
  value: MetricValue,
  max: number,
  formula: SimpleFormula & { kind: "threshold" },
): FormulaResult {
  const { target, below } = formula;
  if (value.numerator >= target)
    return { points: max, max, steps: [`达到 ${plain(target)}，得满分 ${plain(max)} 分`] };
  if (below === "zero") return { points: 0, max, steps: [`未达到 ${plain(target)}，0 分`] };
  const share = clamp(value.numerator / target);
  return byShare(share, max, [`${plain(value.numerator)} ÷ ${plain(target)} = ${percent(share)}`]);
}

/** Few answers make a satisfaction ratio weak: it counts in proportion until enough were asked and answered. */
function responseShare(value: MetricValue, response: { silentPart: string; floor: number }): number {
  const silent = (value.parts ?? [])
    .filter((part) => part.part === response.silentPart)
    .reduce((total, part) => total + part.records, 0);
  const asked = value.denominator + silent;
  return asked === 0 ? 0 : value.denominator / asked;
}

function ratio(value: MetricValue, max: number, formula: SimpleFormula & { kind: "ratio" }): FormulaResult {
  const share = clamp(shareOf(value));
  const said = [percent(share)];
  const { response } = formula;
  if (response === undefined) return byShare(share, max, said);
  const answered = responseShare(value, response);
  if (answered >= response.floor) return byShare(share, max, [...said, `参评率 ${percent(answered)}`]);
  const factor = answered / response.floor;
  const note = `参评率 ${percent(answered)}，不足 ${percent(response.floor)}，再乘 ${plain(factor)}`;
  return byShare(share * factor, max, [...said, note]);
}

function linear(value: MetricValue, max: number, formula: SimpleFormula & { kind: "linear" }): FormulaResult {
  const { from, to } = formula;
  const reached = shareOf(value);
  const share = clamp((reached - from) / (to - from));
  return byShare(share, max, [percent(reached), `${percent(from)} 起计分、${percent(to)} 满分`]);
}

function step(value: MetricValue, max: number, formula: SimpleFormula & { kind: "step" }): FormulaResult {
  const ratioAsked = formula.over === "ratio";
  const reached = ratioAsked ? shareOf(value) : value.numerator;
  const say = (number: number) => (ratioAsked ? percent(number) : plain(number));
  const band = [...formula.bands]
    .sort((one, other) => other.atLeast - one.atLeast)
    .find((bar) => reached >= bar.atLeast);
  const points = toCents(Math.min(max, band?.points ?? 0));
  const said =
    band === undefined
      ? `${say(reached)}，不到最低一档`
      : `${say(reached)}，属 ${say(band.atLeast)} 以上一档`;
  return { points, max, steps: [said, `${plain(points)} 分`] };
}

function perUnit(value: MetricValue, max: number, each: number): FormulaResult {
  const earned = value.numerator * each;
  const points = toCents(Math.min(max, Math.max(0, earned)));
  const capped = earned > max ? `，以 ${plain(max)} 分为限` : "";
  return {
    points,
    max,
    steps: [`${plain(value.numerator)} × ${plain(each)} 分${capped} = ${plain(points)} 分`],
  };
}

function deduction(value: MetricValue, max: number, each: number): FormulaResult {
  const points = toCents(Math.max(0, max - value.numerator * each));
  const said = `${plain(max)} 分 − ${plain(value.numerator)} × ${plain(each)} 分`;
  return {
    points,
    max,
    steps: [`${said}${value.numerator * each > max ? "，扣完为止" : ""} = ${plain(points)} 分`],
  };
}

function missing(value: MetricValue, max: number, each: number): FormulaResult {
  const short = Math.max(0, value.denominator - value.numerator);
  const points = toCents(Math.max(0, max - short * each));
  if (short === 0) return { points, max, steps: [`一个不缺，得满分 ${plain(max)} 分`] };
  const said = `缺 ${plain(short)}，${plain(max)} 分 − ${plain(short)} × ${plain(each)} 分`;
  return { points, max, steps: [`${said}${short * each > max ? "，扣完为止" : ""} = ${plain(points)} 分`] };
}

/** What binds the points of a quota: nothing is taken below zero or given above the indicator's own. */
const bound = (earned: number, max: number): string =>
  earned > max ? `，以 ${plain(max)} 分为限` : earned < 0 ? "，扣完为止" : "";

function quota(value: MetricValue, max: number, formula: SimpleFormula & { kind: "quota" }): FormulaResult {
  const { over, target, base, more, less } = formula;
  const shares = over === "ratio";
  const reached = shares ? shareOf(value) : value.numerator;
  const apart = Number(((reached - target) * (shares ? 100 : 1)).toFixed(6));
  const each = apart < 0 ? less : more;
  const earned = base + apart * each;
  const points = toCents(Math.min(max, Math.max(0, earned)));
  const say = (number: number) => (shares ? percent(number) : plain(number));
  const head = shares ? [say(reached)] : [];
  if (apart === 0 || each === 0)
    return { points, max, steps: [...head, `达到定额 ${say(target)}`, `${plain(points)} 分`] };
  const distance = `${plain(Math.abs(apart))}${shares ? " 个百分点" : ""}`;
  const sum = `${plain(base)} 分 ${apart < 0 ? "−" : "+"} ${plain(Math.abs(apart))} × ${plain(each)} 分`;
  const told = `${shares ? "" : `${say(reached)}，`}比定额 ${say(target)} ${apart < 0 ? "少" : "多"} ${distance}`;
  return { points, max, steps: [...head, told, `${sum}${bound(earned, max)} = ${plain(points)} 分`] };
}

function manual(value: MetricValue, max: number): FormulaResult {
  const points = toCents(Math.min(max, Math.max(0, value.numerator)));
  return { points, max, steps: [`评审按评分要点给 ${plain(points)} 分`] };
}

function simple(formula: SimpleFormula, value: MetricValue, max: number): FormulaResult {
  switch (formula.kind) {
    case "threshold":
      return threshold(value, max, formula);
    case "ratio":
      return ratio(value, max, formula);
    case "linear":
      return linear(value, max, formula);
    case "step":
      return step(value, max, formula);
    case "perUnit":
      return perUnit(value, max, formula.each);
    case "deduction":
      return deduction(value, max, formula.each);
    case "missing":
      return missing(value, max, formula.each);
    case "quota":
      return quota(value, max, formula);
    case "manual":
      return manual(value, max);
  }
}

function partOf(value: MetricValue, part: string): MetricValue | null {
  const found = (value.parts ?? []).filter((row) => row.part === part);
  const denominator = found.reduce((total, row) => total + row.denominator, 0);
  if (denominator === 0) return null;
  const numerator = found.reduce((total, row) => total + row.numerator, 0);
  return { state: "value", numerator, denominator };
}

function product(factors: readonly Factor[], value: MetricValue, max: number): FormulaResult {
  const shares = factors.map((factor) => {
    const part = partOf(value, factor.part);
    const reached = part === null ? 0 : shareOf(part);
    return { said: `${factor.name} ${percent(reached)}`, share: clamp(reached / factor.full) };
  });
  const share = shares.reduce((all, factor) => all * factor.share, 1);
  return byShare(
    share,
    max,
    shares.map((factor) => factor.said),
  );
}

/** A part nobody had to fill is left out, and its points are left out of the maximum: it is not a zero. */
function inParts(formula: Formula & { kind: "parts" }, value: MetricValue): FormulaResult {
  const results = formula.parts.map(({ part, name, points, formula: own }): FormulaResult => {
    const found = partOf(value, part);
    if (found === null) return { points: 0, max: 0, steps: [`${name}：没有可计的记录，不计分`] };
    const result = simple(own, found, points);
    const counted = `${name} ${plain(found.numerator)} ÷ ${plain(found.denominator)}`;
    const said = result.steps[0] === percent(shareOf(found)) ? " = " : "，";
    return { ...result, steps: [`${counted}${said}${result.steps.join("，")}`] };
  });
  const total = (pick: (result: FormulaResult) => number) =>
    toCents(results.reduce((sum, one) => sum + pick(one), 0));
  return {
    points: total((one) => one.points),
    max: total((one) => one.max),
    steps: results.flatMap((one) => one.steps),
  };
}

/**
 * Points for a metric's value alone; the same function scores on the server and in the browser's what-if. Where others' values
 * decide, see `compared.ts`.
 * @param value must be in state "value"; what the other states mean is the indicator's business (score.ts)
 * @param max the indicator's points; points lie between 0 and max, in hundredths
 */
export function applyFormula(formula: LoneFormula, value: MetricValue, max: number): FormulaResult {
  if (formula.kind === "parts") return inParts(formula, value);
  if (formula.kind === "product") return product(formula.factors, value, max);
  return simple(formula, value, max);
}
