/** SVG paths through the values in a box of the given size, one for each run without a gap. */
export function sparklineRuns(values: readonly (number | null)[], width: number, height: number): string[] {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length === 0) return [];
  const low = Math.min(...numbers);
  const range = Math.max(...numbers) - low;
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  const runs: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) runs.push([]);
    else {
      const y = range === 0 ? height / 2 : height - ((value - low) / range) * height;
      runs.at(-1)?.push(`${round(index * step)} ${round(y)}`);
    }
  });
  return runs.filter((run) => run.length > 0).map((run) => `M${run.join("L")}`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
