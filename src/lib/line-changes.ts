export type LineChange = { kind: "same" | "out" | "in"; text: string };

const linesOf = (text: string): string[] => (text === "" ? [] : text.split("\n"));

/** How many lines two texts have in common from a place in each on, for every pair of places. */
function commonLines(was: readonly string[], is: readonly string[]): (i: number, j: number) => number {
  const table = was.map(() => is.map(() => 0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = was.length - 1; i >= 0; i -= 1)
    table[i] = is.reduceRight<number[]>((row, line, j) => {
      row[j] = was[i] === line ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), row[j + 1] ?? 0);
      return row;
    }, []);
  return at;
}

/** What one text has become of another, line by line: the longest run of common lines stays. */
export function lineChanges(before: string, after: string): LineChange[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const common = commonLines(was, is);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old, now] = [was[i], is[j]];
    if (old !== undefined && old === now) changes.push({ kind: "same", text: old });
    else if (old !== undefined && (now === undefined || common(i + 1, j) >= common(i, j + 1)))
      changes.push({ kind: "out", text: old });
    else changes.push({ kind: "in", text: now ?? "" });
    const kind = changes.at(-1)?.kind;
    if (kind !== "in") i += 1;
    if (kind !== "out") j += 1;
  }
  return changes;
}
