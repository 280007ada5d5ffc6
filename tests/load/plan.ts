/** A node of a plan as `EXPLAIN (ANALYZE, FORMAT JSON)` gives it. */
export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  Alias?: string;
  "Index Name"?: string;
  "Join Type"?: string;
  "Parent Relationship"?: string;
  "Subplan Name"?: string;
  "Plan Rows": number;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
};

/** A table is large when reading all of it is felt. */
const largeTable = 5_000;
/** Below this an estimate may be as wrong as it likes: nothing is planned badly for it. */
const manyRows = 1_000;
const mostOff = 100;

/** Rows are only counted as far as somebody above has taken them: such a node's estimate may be higher than what it gave. */
const stopsEarly = (node: PlanNode, child: PlanNode): boolean =>
  node["Node Type"] === "Limit" ||
  node["Node Type"] === "Merge Join" ||
  child["Parent Relationship"] === "SubPlan" ||
  (child["Parent Relationship"] === "Inner" && /Semi|Anti/.test(node["Join Type"] ?? ""));

const nameOf = (node: PlanNode): string =>
  [node["Node Type"], node["Relation Name"], node["Index Name"], node["Subplan Name"], node.Alias]
    .filter((part) => part !== undefined)
    .join(" ");

function misjudged(node: PlanNode, early: boolean): boolean {
  // Bitmaps that are put together tell no number.
  if (/^Bitmap(And|Or)$/.test(node["Node Type"])) return false;
  const [planned, given] = [Math.max(node["Plan Rows"], 1), Math.max(node["Actual Rows"], 1)];
  if (Math.max(planned, given) * node["Actual Loops"] <= manyRows) return false;
  return given / planned > mostOff || (!early && planned / given > mostOff);
}

/** What is wrong with a plan: large tables read from end to end, and estimates that are no estimates. */
export function faultsOf(node: PlanNode, sizes: ReadonlyMap<string, number>, early = false): string[] {
  if (node["Actual Loops"] === 0) return [];
  const size = sizes.get(node["Relation Name"] ?? "") ?? 0;
  const numbers = `${node["Plan Rows"]} planned, ${node["Actual Rows"]} × ${node["Actual Loops"]} given`;
  return [
    ...(node["Node Type"] === "Seq Scan" && size > largeTable
      ? [`reads all of ${nameOf(node)} (${numbers})`]
      : []),
    ...(misjudged(node, early) ? [`misjudges ${nameOf(node)} (${numbers})`] : []),
    ...(node.Plans ?? []).flatMap((child) => faultsOf(child, sizes, early || stopsEarly(node, child))),
  ];
}
