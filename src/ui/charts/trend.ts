export type TrendSeries = {
  name: string;
  /** `null` is a gap: nothing was entered or nothing was due. It is never drawn as zero. */
  points: readonly { x: string; y: number | null }[];
};

export type TrendRow = { x: string } & Record<string, number | string | null>;

export type Trend = {
  rows: TrendRow[];
  /** Where the name is written: at the last point that has a value. */
  ends: { name: string; x: string; y: number }[];
};

/**
 * The points whose number is written: the first, the last, and wherever the number changes. A level stretch says
 * its number once, so that small counts do not repeat "0" along the line.
 */
export function labelledSteps(points: TrendSeries["points"]): Set<string> {
  const known = points.filter((point) => point.y !== null);
  const told = known.filter(({ y }, index) => index === known.length - 1 || y !== known[index - 1]?.y);
  return new Set(told.map((point) => point.x));
}

/** Lines side by side on one axis, in the order the steps first appear; what a series lacks is a gap. */
export function prepareTrend(series: readonly TrendSeries[]): Trend {
  const steps = [...new Set(series.flatMap((line) => line.points.map((point) => point.x)))];
  const rows = steps.map((x) => {
    const values = series.map((line) => [line.name, line.points.find((point) => point.x === x)?.y ?? null]);
    return { ...Object.fromEntries(values), x } as TrendRow;
  });
  const ends = series.flatMap(({ name, points }) => {
    const last = points.findLast((point) => point.y !== null);
    return last === undefined || last.y === null ? [] : [{ name, x: last.x, y: last.y }];
  });
  return { rows, ends };
}
