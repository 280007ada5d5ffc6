/** Who names whom. */
export type Edges = Map<string, readonly string[]>;

/** What `from` reaches, itself only by way of a circle. */
function reachedFrom(from: string, edges: Edges): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(edges.get(from) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(edges.get(next) ?? []));
  }
  return reached;
}

/** Each circle once, as the sorted list of those in it. */
export function circlesIn(edges: Edges): string[][] {
  const reached = new Map([...edges.keys()].map((node) => [node, reachedFrom(node, edges)]));
  const circles = new Map<string, string[]>();
  for (const [node, far] of reached) {
    if (!far.has(node)) continue;
    const circle = [...far].filter((other) => reached.get(other)?.has(node)).toSorted();
    circles.set(circle.join(" "), circle);
  }
  return [...circles.values()];
}
