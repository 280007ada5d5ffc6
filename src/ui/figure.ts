/** A figure on a screen: a number, 无 (nothing was due, so there is nothing to count) or 未录 (nobody has entered it). */
export type Figure = number | "none" | "missing";

export const figureWords = { none: "无", missing: "未录" } as const;

/** "90 分" but "90%". */
const hanFirst = /^\p{Script=Han}/u;

export function isNumber(figure: Figure): figure is number {
  return typeof figure === "number";
}

/** @param digits places after the point at most; trailing zeros are not printed */
export function figureText(figure: Figure, unit = "", digits = 1): string {
  if (!isNumber(figure)) return figureWords[figure];
  const gap = hanFirst.test(unit) ? " " : "";
  return `${figure.toLocaleString("zh-CN", { maximumFractionDigits: digits })}${gap}${unit}`;
}

/** The middle of the numbers; 无 and 未录 do not count. `null` when there is no number at all. */
export function medianOf(figures: readonly Figure[]): number | null {
  const sorted = figures.filter(isNumber).sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
